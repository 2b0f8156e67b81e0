import type { FindingMessages } from '../en/finding.ts';
import { counted } from './format.ts';

export const finding: FindingMessages = {
  field: 'Was möchtest du tun?',
  list: 'Befehle',
  count: (count) => counted(count, 'Befehl', 'Befehle'),
  none: 'Kein Befehl passt zu diesen Wörtern. Versuch es mit einem anderen.',
};
