import type { Quantity } from '../../../state/measurement/measurement.ts';
import type { MeasurementMessages } from '../en/measurement.ts';
import { decimal, number, preciseShare } from './format.ts';

const NAMES: Record<Quantity, string> = { entropy: 'Entropía', surprise: 'Sorpresa' };

const LEGENDS: Record<Quantity, string> = {
  entropy: 'Colores de la entropía, en nats',
  surprise: 'Colores de la sorpresa, en nats',
};

/** To a hundredth: finer differences mean nothing to anyone. */
const nats = (value: number) => `${decimal(value)} nats`;
const cell = (row: number, column: number) => `fila ${number(row + 1)}, columna ${number(column + 1)}`;

/** Words of what the model thinks of a picture. */
export const measurement: MeasurementMessages = {
  heading: 'Qué piensa el modelo',
  description:
    'Con las flechas vas de celda en celda o, con Mayús, de cuatro en cuatro. Intro muestra los códigos que el modelo ' +
    'consideró ahí, para que puedas elegir otro.',
  quantity: 'Los colores muestran',
  quantities: NAMES,
  note: {
    entropy: 'Cuánto dudaba el modelo antes de cada token. Oscuro: lo tenía claro.',
    surprise: 'Lo improbable que era el token elegido. Claro: el modelo no se lo esperaba.',
  } satisfies Record<Quantity, string>,
  legend: (quantity: Quantity) => LEGENDS[quantity],
  most: (value: number) => `${number(value)} nats o más`,
  unit: 'nats',
  hint: 'Apunta a una celda. Haz clic en ella para elegir otro código.',
  place: (row: number, column: number) => `Fila ${number(row + 1)}, columna ${number(column + 1)}`,
  numbers: (at: string, entropy: number, surprise: number, probability: number) =>
    `${at}: entropía ${nats(entropy)}, sorpresa ${nats(surprise)} (${preciseShare(probability)})`,
  entropy: (value: number) => `Entropía: ${nats(value)}`,
  surprise: (value: number, probability: number) => `Sorpresa: ${nats(value)} (${preciseShare(probability)})`,
  stale: 'La imagen ha cambiado desde entonces.',
  measure: 'Medir de nuevo',
  measuring: 'Examinando cada token…',
  follow: 'Repintar lo que sigue',
  followNote: 'Se repintan las celdas que vienen después del código que elijas y dependen de él.',
  card: (row: number, column: number) => `Códigos más probables: ${cell(row, column)}`,
  share: preciseShare,
  code: (rank: number, probability: number, isThere: boolean) =>
    `Código ${number(rank)}: ${preciseShare(probability)}${isThere ? ', en la imagen' : ''}`,
  press: 'Haz clic en la celda para elegir',
  letGo: 'Cerrar los códigos',
  done: 'Listo',
};
