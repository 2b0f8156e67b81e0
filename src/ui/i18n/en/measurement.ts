import { decimal, number, preciseShare } from '../format.ts';
import type { Quantity } from '../../../state/measurement/measurement.ts';

const NAMES: Record<Quantity, string> = { entropy: 'Entropy', surprise: 'Surprise' };

/** To a hundredth: finer differences mean nothing to anyone. */
const nats = (value: number) => `${decimal(value)} nats`;
const place = (row: number, column: number) => `Row ${number(row + 1)}, column ${number(column + 1)}`;

/** Words of what the model thinks of a picture. */
export const measurement = {
  heading: 'What the model thinks',
  description:
    'Arrow keys go from cell to cell, with Shift by four. Enter shows the codes that the model would have put there, ' +
    'to take one of them.',
  quantity: 'What the colours show',
  quantities: NAMES,
  note: {
    entropy: 'How unsure it was before each token. Dark: it knew.',
    surprise: 'How unlikely the token was that is there. Light: not what it expected.',
  } satisfies Record<Quantity, string>,
  legend: (quantity: Quantity) => `Colours of ${NAMES[quantity].toLowerCase()}, in nats`,
  most: (value: number) => `${number(value)} nats and more`,
  unit: 'nats',
  hint: 'Point at a cell. Press it to take another code.',
  place,
  numbers: (entropy: number, surprise: number, probability: number) =>
    `entropy ${nats(entropy)}, surprise ${nats(surprise)} (${preciseShare(probability)})`,
  entropy: (value: number) => `Entropy ${nats(value)}`,
  surprise: (value: number, probability: number) => `Surprise ${nats(value)}: ${preciseShare(probability)}`,
  stale: 'The picture is another one now.',
  measure: 'Measure it',
  measuring: 'Looking at every token …',
  follow: 'Let the rest follow',
  followNote: 'What comes after a code you take is sampled anew, as far as it looks back at it.',
  card: (row: number, column: number) => `The likeliest codes: ${place(row, column).toLowerCase()}`,
  share: preciseShare,
  code: (rank: number, probability: number, isThere: boolean) =>
    `Code ${number(rank)}: ${preciseShare(probability)}${isThere ? ', in the picture' : ''}`,
  press: 'Press the cell to take one',
  letGo: 'Close the codes',
  done: 'Done',
};

export type MeasurementMessages = typeof measurement;
