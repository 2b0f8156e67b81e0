import { cellCount } from '../../src/core/lattice.ts';
import { entropyOf, likeliest, logProbabilities } from '../../src/core/logProbabilities.ts';
import type { Position } from '../../src/core/wavefront.ts';
import type { MeasureResult, PaintRequest } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import { walkLattice } from './walkLattice.ts';

/** What is asked of the model about tokens that are there: its own distribution, without guidance or temperature. */
export type MeasuringRequest = Pick<PaintRequest, 'lattice' | 'subCells' | 'mood' | 'zoom' | 'known'>;

/**
 * Walks over tokens that are there and notes the model's distribution at each: p(token | those before it in raster order
 * within the window, the layout, the mood, what is known).
 * @param best how many of the likeliest codes are noted
 * @param onStep ends the walk by `false`
 */
export async function measureLattice(
  networks: Networks,
  { lattice, subCells, mood, zoom, known }: MeasuringRequest,
  tokens: Int16Array,
  best: number,
  onStep?: (positions: readonly Position[]) => Promise<boolean> | boolean,
): Promise<MeasureResult> {
  const cells = cellCount(lattice);
  const given = known ?? new Int16Array(cells).fill(-1);
  const features = await networks.context(lattice, subCells, given, { mood, zoom, guidance: 1 });
  const measured: MeasureResult = {
    entropy: new Float32Array(cells),
    surprise: new Float32Array(cells),
    codes: new Int16Array(cells * best),
    probabilities: new Float32Array(cells * best),
  };
  await walkLattice(networks, lattice, [{ features, tokens }], {
    decide: ({ row, column }, [logits]) => {
      const cell = row * lattice.columns + column;
      const logs = logProbabilities(logits!);
      measured.entropy[cell] = entropyOf(logs);
      measured.surprise[cell] = -logs[tokens[cell]!]!;
      likeliest(logs, best).forEach((code, n) => {
        measured.codes[cell * best + n] = code;
        measured.probabilities[cell * best + n] = Math.exp(logs[code]!);
      });
    },
    onStep,
  });
  return measured;
}

/**
 * How likely tokens are where they were not given, several candidates side by side.
 * @param asked 1 for the cells that count [rows, columns]; `known` must not have them
 * @returns for each candidate the sum of log p(token), in nats
 */
export async function scoreCandidates(
  networks: Networks,
  { lattice, subCells, mood, zoom, known }: MeasuringRequest & { readonly known: Int16Array },
  candidates: readonly Int16Array[],
  asked: Uint8Array,
  onStep?: (positions: readonly Position[]) => Promise<boolean> | boolean,
): Promise<number[]> {
  const features = await networks.context(lattice, subCells, known, { mood, zoom, guidance: 1 });
  const scores = candidates.map(() => 0);
  await walkLattice(
    networks,
    lattice,
    candidates.map((tokens) => ({ features, tokens })),
    {
      decide: ({ row, column }, logits) => {
        const cell = row * lattice.columns + column;
        if (asked[cell] !== 1) return;
        candidates.forEach((tokens, n) => (scores[n]! += logProbabilities(logits[n]!)[tokens[cell]!]!));
      },
      onStep,
    },
  );
  return scores;
}
