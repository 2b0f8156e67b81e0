import type { Lattice } from '../../core/lattice.ts';
import { BEST_CODES, type MeasureResult } from '../../protocol/paintEngine.ts';

/** What the model thinks of a picture, and of which picture that is true. */
export interface Measurement extends MeasureResult {
  readonly lattice: Lattice;
  /** [rows, columns] */
  readonly tokens: Int16Array<ArrayBuffer>;
  readonly mood: number;
  readonly zoom: number;
  readonly layoutHash: number;
  readonly bundle: string;
}

export const QUANTITIES = ['entropy', 'surprise'] as const;
/** What is shown of each cell: how unsure the model was, or how surprised by the token that is there. In nats. */
export type Quantity = (typeof QUANTITIES)[number];

/** Where the colours end: a code among 1,024 is known with log(1,024) = 6.9 nats. Above that is one colour. */
export const MOST_NATS = 7;

/** What React renders of it: small values. The numbers are the `Measurer`'s. */
export interface MeasurementState {
  /** The picture is looked at with the model's eyes. */
  readonly open: boolean;
  readonly quantity: Quantity;
  /** Whether there are numbers of the picture as it is now. */
  readonly available: boolean;
  /** Rises when there are other numbers. */
  readonly revision: number;
  /** The cell that is looked at. */
  readonly cell: number | undefined;
  /** Its card stays, to take a code from it. */
  readonly held: boolean;
  /** What comes after a taken code is sampled anew. */
  readonly follow: boolean;
  /** Rises when a code's tile has other pixels. */
  readonly tiles: number;
}

export const NO_MEASUREMENT: MeasurementState = {
  open: false,
  quantity: 'entropy',
  available: false,
  revision: 0,
  cell: undefined,
  held: false,
  follow: false,
  tiles: 0,
};

/** One of the codes that the model would have put into a cell. */
export interface LikelyCode {
  readonly code: number;
  readonly probability: number;
}

export interface CellMeasurement {
  readonly row: number;
  readonly column: number;
  readonly token: number;
  /** Nats. */
  readonly entropy: number;
  readonly surprise: number;
  /** Of the token that is there. */
  readonly probability: number;
  /** The likeliest first. */
  readonly likeliest: readonly LikelyCode[];
}

export function measurementOf(measurement: Measurement, cell: number): CellMeasurement {
  const { lattice, tokens, entropy, surprise, codes, probabilities } = measurement;
  return {
    row: Math.floor(cell / lattice.columns),
    column: cell % lattice.columns,
    token: tokens[cell]!,
    entropy: entropy[cell]!,
    surprise: surprise[cell]!,
    probability: Math.exp(-surprise[cell]!),
    likeliest: Array.from({ length: BEST_CODES }, (_, n) => ({
      code: codes[cell * BEST_CODES + n]!,
      probability: probabilities[cell * BEST_CODES + n]!,
    })),
  };
}
