import { cellCount, EMPTY_TOKEN } from '../../../src/core/lattice.ts';
import { noise } from '../../../src/core/noise.ts';
import { sampleToken } from '../../../src/core/sampleToken.ts';
import { sequenceOf, slidingRuns, type SlidingRun } from '../../../src/core/slidingWindow.ts';
import type { Position } from '../../../src/core/wavefront.ts';
import type { PaintRequest } from '../../../src/protocol/paintEngine.ts';
import type { SlidingNetworks, WindowCache } from '../../ort/slidingNetworks.ts';

/** Positions that are run at once where a window is begun: a cancel waits for no more. */
const PIECE = 32;

export type SlidingRequest = Omit<PaintRequest, 'mood' | 'zoom'>;

/** Called after every run of the transformer with the cells that have their token now, if any; ends it by `false`. */
type OnStep = (cells: readonly Position[], tokens: Int16Array) => Promise<boolean> | boolean;

/**
 * Samples the tokens of a lattice with a window that slides over it, cell by cell in raster order, as
 * `scripts/sample_conditional.py` of CompVis/taming-transformers does, with position-keyed noise. While the window stays,
 * the keys and values of its positions do, too; where it moves, it is begun anew. How a window is begun depends on its
 * first cell alone, whatever is known, so that a run that was stopped goes on bit for bit.
 *
 * Known and forced tokens are kept. A cell sees those that come before it, and none that come after.
 * @returns tokens [rows, columns]; -1 where the run was ended before
 */
export async function sampleSliding(
  networks: SlidingNetworks,
  { lattice, subCells, settings, known, forced, origin }: SlidingRequest,
  onStep: OnStep = () => true,
): Promise<Int16Array<ArrayBuffer>> {
  const tokens = new Int16Array(cellCount(lattice)).fill(EMPTY_TOKEN);
  const cellOf = ({ row, column }: Position) => row * lattice.columns + column;
  const givenAt = (cell: number) => (known && known[cell]! >= 0 ? known[cell]! : (forced?.[cell] ?? EMPTY_TOKEN));
  const isOpen = (position: Position) => givenAt(cellOf(position)) < 0;
  const place = (position: Position, logits: Float32Array | undefined) => {
    const cell = cellOf(position);
    const given = givenAt(cell);
    if (given >= 0 || logits === undefined) return (tokens[cell] = given);
    const { row, column } = position;
    const draw = noise(settings.seed, (origin?.row ?? 0) + row, (origin?.column ?? 0) + column);
    return (tokens[cell] = sampleToken(logits, draw, settings));
  };

  let condition: Int32Array | undefined;
  const cache = networks.openCache();
  for (const run of slidingRuns(lattice)) {
    const open = run.cells.filter(isOpen).length;
    if (open === 0) {
      for (const cell of run.cells) place(cell, undefined);
      if (!(await onStep(run.cells, tokens))) break;
      continue;
    }
    condition ??= await networks.condition(lattice, subCells);
    let logits = await begin(cache, sequenceOf(lattice, run, condition, tokens), () => onStep([], tokens));
    if (logits === undefined || !(await walk(run))) break;

    /** @returns whether to go on */
    async function walk({ cells }: SlidingRun): Promise<boolean> {
      let left = open;
      for (const [n, cell] of cells.entries()) {
        if (isOpen(cell)) left--;
        const token = place(cell, logits);
        if (!(await onStep([cell], tokens))) return false;
        // The last ones may all be given: nothing is asked of the transformer for them.
        if (left > 0 && n < cells.length - 1) logits = await cache.append(Int32Array.of(token));
      }
      return true;
    }
  }
  return tokens;
}

/** @returns the logits of a window's first cell; undefined where it was ended before */
async function begin(
  cache: WindowCache,
  sequence: Int32Array,
  goOn: () => Promise<boolean> | boolean,
): Promise<Float32Array | undefined> {
  cache.clear();
  let logits: Float32Array | undefined;
  for (let at = 0; at < sequence.length; at += PIECE) {
    logits = await cache.append(sequence.subarray(at, at + PIECE));
    if (!(await goOn())) return undefined;
  }
  return logits;
}
