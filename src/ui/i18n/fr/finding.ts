import type { FindingMessages } from '../en/finding.ts';
import { counted } from './format.ts';

export const finding: FindingMessages = {
  field: 'Que voulez-vous faire\u202f?',
  list: 'Commandes',
  count: (count) => counted(count, 'commande', 'commandes'),
  none: 'Aucune commande ne correspond à ces mots. Essayez-en d’autres.',
};
