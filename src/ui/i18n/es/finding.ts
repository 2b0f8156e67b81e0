import type { FindingMessages } from '../en/finding.ts';
import { counted } from './format.ts';

export const finding: FindingMessages = {
  field: '¿Qué quieres hacer?',
  list: 'Comandos',
  count: (count) => counted(count, 'comando', 'comandos'),
  none: 'Ningún comando tiene esas palabras. Prueba con otra.',
};
