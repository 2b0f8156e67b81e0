import type { AttentionWindow } from '../../src/core/attentionWindow.ts';
import type { Logits } from '../../src/core/segment/likeliestClasses.ts';
import type { Lattice } from '../../src/core/lattice.ts';

/** The inputs of one step, B lanes. All arrays row by row, lane after lane. */
export interface StepBatch {
  /** B */
  readonly lanes: number;
  /** [B, width] */
  readonly features: Float32Array;
  /** Tokens [B]; `codes` outside the lattice. */
  readonly left: Int32Array;
  readonly up: Int32Array;
  readonly upright: Int32Array;
  /** Row and column of the position [B]. */
  readonly i: Int32Array;
  readonly j: Int32Array;
  /** Cache rows of the window, in raster order [B, size of the window]. */
  readonly slots: Int32Array;
  /** 0 where a position of the window is there, else -1e9; the last one is the lane's own. [B, size of the window + 1] */
  readonly bias: Float32Array;
  /** The cache row that each lane's new keys and values go to [B]. */
  readonly target: Int32Array;
}

/** Keys and values of the window; where they live is the backend's affair. */
export interface StepCache {
  /** Runs one step and writes the new rows into the cache. @returns logits [B, codes] */
  step(batch: StepBatch): Promise<Float32Array>;
  dispose(): void;
}

/** Pixels along a side of a cell that the encoder sees, whatever the decoder makes of one. */
export const ENCODER_CELL_PIXELS = 16;

/** What the context network is told of the picture as a whole. */
export interface Told {
  /** 0 any. */
  readonly mood: number;
  /** 0 any, 1..3. Looked at where the manifest has zooms. */
  readonly zoom: number;
  /** How closely to follow layout and mood, 1..4: 1 is the model itself. Looked at where guidance is distilled. */
  readonly guidance: number;
}

/** The two graphs of the decoder, cut where its layers leave the resolution of cells. */
export interface Decoder {
  /** @param tokens [rows, columns], -1: empty. @returns [channels, rows, columns] */
  features(lattice: Lattice, tokens: Int32Array): Promise<Float32Array>;
  /** @param features [channels, rows, columns]. @returns RGB about -1..1 [3, cellPixels * rows, cellPixels * columns] */
  upsample(lattice: Lattice, features: Float32Array): Promise<Float32Array>;
}

/** The networks of a bundle, whichever backend runs them. One call at a time, but for a decoder that works beside. */
export interface Networks extends Decoder {
  /** Whether another worker decodes, so that steps can go on meanwhile. */
  readonly decodesBeside: boolean;
  /** Beside it: what this worker can decode with when it has nothing to sample, made ready when it is first asked for. */
  readonly helper?: (() => Promise<Pick<Decoder, 'upsample'> | undefined>) | undefined;
  readonly codes: number;
  /** Width of a position's features. */
  readonly width: number;
  /** Channels of a cell's features within the decoder. */
  readonly channels: number;
  readonly halo: { readonly features: number; readonly upsampler: number };
  /** Picture pixels along a side of a cell. */
  readonly cellPixels: number;
  readonly window: AttentionWindow;
  /** Whether the context network is told the zoom. */
  readonly zooms: boolean;
  /** Whether the context network takes the strength of the guidance; without it guidance is a second stream. */
  readonly distilled: boolean;
  /**
   * @param subCells class ids [4 * rows, 4 * columns]
   * @param known tokens [rows, columns], -1: not known
   * @returns features [rows * columns, width]
   */
  context(lattice: Lattice, subCells: Uint8Array, known: Int16Array, told: Told): Promise<Float32Array>;
  /** How many lanes a step of `lanes` really runs with, the last one repeated: some kernels are compiled by shape. */
  padLanes(lanes: number): number;
  /**
   * @param rows how many rows the cache has
   * @param initial what it holds at first [rows, cacheWidth]; zeros unless given
   */
  openCache(rows: number, initial?: Float32Array<ArrayBuffer>): StepCache;
  /** @param rgb -1..1 [3, ENCODER_CELL_PIXELS * rows, … * columns]. @returns tokens [rows, columns] */
  encode(lattice: Lattice, rgb: Float32Array): Promise<Int32Array>;
  /** @param rgb -1..1 [3, height, width], sides multiples of 16 */
  segment(width: number, height: number, rgb: Float32Array): Promise<Logits>;
}
