import { cellCount, SUB_CELLS } from '../../src/core/lattice.ts';
import { emptyRegion } from '../../src/core/region/region.ts';
import { cropMap, regionCrop } from '../../src/core/region/regionCrop.ts';
import { regionPieces } from '../../src/core/region/regionPieces.ts';
import { EngineError } from '../../src/protocol/errors.ts';
import { BEST_CODES, type MeasureRequest, type MeasureResult } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import type { Job, Send } from './job.ts';
import { measureLattice } from './measureLattice.ts';
import { yieldToMessages } from './yieldToMessages.ts';

/**
 * What the model thinks of a picture, cell by cell. One that is longer than what is painted at once is measured in parts,
 * as it was sampled. Half of an answer is none: a cancelled job is rejected.
 */
export async function measurePicture(
  networks: Networks,
  request: MeasureRequest,
  job: Job,
  send: Send,
): Promise<MeasureResult> {
  const { lattice, mood, zoom } = request;
  const cells = cellCount(lattice);
  const pieces = regionPieces(emptyRegion(lattice).fill(1), lattice, networks.window);
  const crops = pieces.map((piece) => regionCrop(piece, lattice, networks.window));
  const total = crops.reduce((sum, { width, height }) => sum + width * height, 0);
  let done = 0;
  const onStep = async (positions: readonly unknown[]) => {
    done += positions.length;
    send({ type: 'progress', jobId: job.id, phase: 'sample', done, total, unit: 'tokens' });
    await yieldToMessages();
    return !job.cancelled;
  };
  const result: MeasureResult = {
    entropy: new Float32Array(cells),
    surprise: new Float32Array(cells),
    codes: new Int16Array(cells * BEST_CODES),
    probabilities: new Float32Array(cells * BEST_CODES),
  };
  for (const [n, piece] of pieces.entries()) {
    const crop = crops[n]!;
    const part = await measureLattice(
      networks,
      {
        lattice: { rows: crop.height, columns: crop.width },
        subCells: cropMap(request.subCells, lattice, crop, SUB_CELLS),
        mood,
        zoom,
      },
      cropMap(request.tokens, lattice, crop),
      BEST_CODES,
      onStep,
    );
    if (job.cancelled) throw new EngineError('ABORTED', 'The job was stopped.');
    for (const [cell, own] of piece.entries()) {
      if (own === 0) continue;
      const at = (Math.floor(cell / lattice.columns) - crop.y) * crop.width + (cell % lattice.columns) - crop.x;
      result.entropy[cell] = part.entropy[at]!;
      result.surprise[cell] = part.surprise[at]!;
      const best = [at * BEST_CODES, (at + 1) * BEST_CODES] as const;
      result.codes.set(part.codes.subarray(...best), cell * BEST_CODES);
      result.probabilities.set(part.probabilities.subarray(...best), cell * BEST_CODES);
    }
  }
  return result;
}
