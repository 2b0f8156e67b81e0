import type { Quantity } from '../../../state/measurement/measurement.ts';
import type { MeasurementMessages } from '../en/measurement.ts';
import { decimal, number, preciseShare } from './format.ts';

const NAMES: Record<Quantity, string> = { entropy: 'Entropie', surprise: 'Überraschung' };

/** To a hundredth: finer differences mean nothing to anyone. */
const nats = (value: number) => `${decimal(value)}\u00A0nat`;
const place = (row: number, column: number) => `Zeile ${number(row + 1)}, Spalte ${number(column + 1)}`;

/** Words of what the model thinks of a picture. */
export const measurement: MeasurementMessages = {
  heading: 'Was das Modell denkt',
  description:
    'Die Pfeiltasten gehen von Zelle zu Zelle, mit Umschalt um vier Zellen. Enter zeigt die Codes, die das Modell dort erwogen hat, ' +
    'damit du einen anderen wählen kannst.',
  quantity: 'Farben zeigen',
  quantities: NAMES,
  note: {
    entropy: 'Wie unsicher das Modell vor jedem Token war. Dunkel: Es war sicher.',
    surprise: 'Wie unwahrscheinlich das gewählte Token war. Hell: Das Modell hatte etwas anderes erwartet.',
  },
  legend: (quantity) => `Farben der ${NAMES[quantity]}, in nat`,
  most: (value) => `${number(value)}\u00A0nat und mehr`,
  unit: 'nat',
  hint: 'Zeig auf eine Zelle. Klick sie an, um einen anderen Code zu wählen.',
  place,
  numbers: (at, entropy, surprise, probability) =>
    `${at}: Entropie ${nats(entropy)}, Überraschung ${nats(surprise)} (${preciseShare(probability)})`,
  entropy: (value) => `Entropie ${nats(value)}`,
  surprise: (value, probability) => `Überraschung ${nats(value)}: ${preciseShare(probability)}`,
  stale: 'Das Bild hat sich seitdem geändert.',
  measure: 'Neu messen',
  measuring: 'Token für Token wird gemessen\u00A0…',
  follow: 'Folgende Zellen neu malen',
  followNote: 'Zellen, die nach dem gewählten Code kommen und von ihm abhängen, werden neu gemalt.',
  card: (row, column) => `Wahrscheinlichste Codes: ${place(row, column)}`,
  share: preciseShare,
  code: (rank, probability, isThere) =>
    `Code ${number(rank)}: ${preciseShare(probability)}${isThere ? ', im Bild' : ''}`,
  press: 'Zum Wählen die Zelle anklicken',
  letGo: 'Codes schließen',
  done: 'Fertig',
};
