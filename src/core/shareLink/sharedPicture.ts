import type { Lattice } from '../lattice.ts';

/** All that a link says of a picture. */
export interface SharedPicture {
  /** Which bundle it was made with. */
  readonly bundle: string;
  /** sha256 of the codebook, hexadecimal: whoever has the same codebook can show it, whatever decoder they have. */
  readonly codebook: string;
  readonly lattice: Lattice;
  /** Class ids by sub-cell, [4 * rows, 4 * columns]. */
  readonly subCells: Uint8Array<ArrayBuffer>;
  /** [rows, columns], -1 empty, else 0..1023. */
  readonly tokens: Int16Array<ArrayBuffer>;
  readonly mood: number;
  /** How near it is: 0 any, 1..3. */
  readonly zoom: number;
  /** Temperature and guidance to a hundredth, top-p to a ten thousandth. */
  readonly settings: {
    readonly temperature: number;
    readonly topK: number;
    readonly topP: number;
    readonly guidance: number;
    readonly seed: number;
  };
  /** At most 120 bytes of UTF-8; empty where there is none. */
  readonly title: string;
}

export const MOST_TITLE_BYTES = 120;
