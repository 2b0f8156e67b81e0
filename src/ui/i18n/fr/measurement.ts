import type { Quantity } from '../../../state/measurement/measurement.ts';
import type { MeasurementMessages } from '../en/measurement.ts';
import { decimal, number, preciseShare } from './format.ts';

const LEGENDS: Record<Quantity, string> = {
  entropy: 'Couleurs de l’entropie, en nats',
  surprise: 'Couleurs de la surprise, en nats',
};

/** To a hundredth: finer differences mean nothing to anyone. */
const nats = (value: number) => `${decimal(value)} ${value < 2 ? 'nat' : 'nats'}`;

/** Words of what the model thinks of a picture. */
export const measurement: MeasurementMessages = {
  heading: 'Ce que pense le modèle',
  description:
    'Les flèches vont de case en case, ou de quatre en quatre avec Maj. Entrée montre les codes que le modèle envisageait à cet endroit, ' +
    'pour que vous puissiez en prendre un autre.',
  quantity: 'Les couleurs montrent',
  quantities: { entropy: 'Entropie', surprise: 'Surprise' },
  note: {
    entropy: 'À quel point le modèle hésitait avant chaque token. Sombre\u202f: il était sûr.',
    surprise: 'À quel point le token choisi était improbable. Clair\u202f: le modèle ne s’y attendait pas.',
  },
  legend: (quantity) => LEGENDS[quantity],
  most: (value) => `${number(value)} nats et plus`,
  unit: 'nats',
  hint: 'Pointez une case. Cliquez dessus pour prendre un autre code.',
  place: (row, column) => `Ligne ${number(row + 1)}, colonne ${number(column + 1)}`,
  numbers: (at, entropy, surprise, probability) =>
    `${at}\u202f: entropie ${nats(entropy)}, surprise ${nats(surprise)} (${preciseShare(probability)})`,
  entropy: (value) => `Entropie ${nats(value)}`,
  surprise: (value, probability) => `Surprise ${nats(value)}\u202f: ${preciseShare(probability)}`,
  stale: 'L’image a changé depuis.',
  measure: 'Mesurer encore',
  measuring: 'Examen de chaque token…',
  follow: 'Repeindre la suite',
  followNote: 'Les cases qui viennent après le code choisi, et qui en dépendent, sont repeintes.',
  card: (row, column) => `Codes les plus probables\u202f: ligne ${number(row + 1)}, colonne ${number(column + 1)}`,
  share: preciseShare,
  code: (rank, probability, isThere) =>
    `Code ${number(rank)}\u202f: ${preciseShare(probability)}${isThere ? ', dans l’image' : ''}`,
  press: 'Cliquez sur la case pour en choisir un',
  letGo: 'Fermer les codes',
  done: 'Terminer',
};
