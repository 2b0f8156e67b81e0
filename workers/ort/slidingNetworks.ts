import type { Lattice } from '../../src/core/lattice.ts';

/** Keys and values of the positions of one window; where they live is the backend's affair. */
export interface WindowCache {
  /** Forgets all positions: another window is begun. */
  clear(): void;
  /**
   * Runs codes at the positions after those that are there, and keeps them.
   * @returns the logits of the code after the last one [codes]
   */
  append(codes: Int32Array): Promise<Float32Array>;
  /** The keys and values of a position that is there [cacheWidth]. */
  read(position: number): Float32Array;
}

/** The networks of a bundle of kind `sliding`. One call at a time. */
export interface SlidingNetworks {
  readonly codes: number;
  /** Picture pixels along a side of a cell. */
  readonly cellPixels: number;
  /** @param subCells class ids [4 * rows, 4 * columns]. @returns the layout's codes [rows, columns] */
  condition(lattice: Lattice, subCells: Uint8Array): Promise<Int32Array>;
  /** @param initial what it holds at first [positions, cacheWidth]; nothing unless given */
  openCache(initial?: Float32Array): WindowCache;
  /** @param tokens [rows, columns], none empty. @returns RGB about -1..1 [3, cellPixels * rows, cellPixels * columns] */
  decode(lattice: Lattice, tokens: Int32Array): Promise<Float32Array>;
}
