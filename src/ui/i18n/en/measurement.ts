import { decimal, number, preciseShare } from './format.ts';
import type { Quantity } from '../../../state/measurement/measurement.ts';

const NAMES: Record<Quantity, string> = { entropy: 'Entropy', surprise: 'Surprise' };

/** To a hundredth: finer differences mean nothing to anyone. */
const nats = (value: number) => `${decimal(value)} nats`;
const place = (row: number, column: number) => `Row ${number(row + 1)}, column ${number(column + 1)}`;

/** Words of what the model thinks of a picture. */
export const measurement = {
  heading: 'What the model thinks',
  description:
    'Arrow keys move from cell to cell, or four cells with Shift. Enter shows the codes the model considered there, ' +
    'so that you can take another one.',
  quantity: 'Colours show',
  quantities: NAMES,
  note: {
    entropy: 'How unsure the model was before each token. Dark: it was sure.',
    surprise: 'How unlikely the chosen token was. Light: not what the model expected.',
  } satisfies Record<Quantity, string>,
  legend: (quantity: Quantity) => `Colours of ${NAMES[quantity].toLowerCase()}, in nats`,
  most: (value: number) => `${number(value)} nats and more`,
  unit: 'nats',
  hint: 'Point at a cell. Click it to take another code.',
  place,
  numbers: (at: string, entropy: number, surprise: number, probability: number) =>
    `${at}: entropy ${nats(entropy)}, surprise ${nats(surprise)} (${preciseShare(probability)})`,
  entropy: (value: number) => `Entropy ${nats(value)}`,
  surprise: (value: number, probability: number) => `Surprise ${nats(value)}: ${preciseShare(probability)}`,
  stale: 'The picture has changed since.',
  measure: 'Measure again',
  measuring: 'Looking at every token…',
  follow: 'Repaint what follows',
  followNote: 'Cells that come after the code you take, and depend on it, are painted again.',
  card: (row: number, column: number) => `Likeliest codes: ${place(row, column).toLowerCase()}`,
  share: preciseShare,
  code: (rank: number, probability: number, isThere: boolean) =>
    `Code ${number(rank)}: ${preciseShare(probability)}${isThere ? ', in the picture' : ''}`,
  press: 'Click the cell to take one',
  letGo: 'Close the codes',
  done: 'Done',
};

export type MeasurementMessages = typeof measurement;
