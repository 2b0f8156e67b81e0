import { ANY } from '../../src/core/classes.ts';
import { cellCount, EMPTY_TOKEN } from '../../src/core/lattice.ts';
import { noise } from '../../src/core/noise.ts';
import { guide, sampleToken } from '../../src/core/sampleToken.ts';
import type { Position } from '../../src/core/wavefront.ts';
import type { PaintRequest } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import { walkLattice } from './walkLattice.ts';

/** @typeParam Tokens those of a picture, or of each of several candidates */
export interface SamplingOptions<Tokens = Int16Array> {
  /** The order of the positions; each step's lanes must not depend on each other. The wavefront unless told. */
  readonly order?: Iterable<readonly Position[]>;
  /** Called after every step with the cells that have their token now; may wait, and ends the run by `false`. */
  readonly onStep?: (cells: readonly Position[], tokens: Tokens) => Promise<boolean> | boolean;
}

/**
 * Samples the tokens of a lattice: the wavefront with the exact ring cache and position-keyed noise, as `generate` in
 * `training/plein_air/models/sampling.py`. `known` tokens condition the context network and are kept; `forced` tokens were
 * sampled earlier under the same context and are replayed to rebuild the cache.
 * @returns tokens [rows, columns]; -1 where the run was ended before
 */
export async function sampleLattice(
  networks: Networks,
  request: PaintRequest,
  { order, onStep }: SamplingOptions = {},
): Promise<Int16Array<ArrayBuffer>> {
  const [tokens] = await sampleCandidates(networks, request, [request.settings.seed], {
    ...(order && { order }),
    ...(onStep && { onStep: (cells, [only]) => onStep(cells, only!) }),
  });
  return tokens!;
}

/**
 * Samples several pictures of the same request side by side, as lanes of the same steps: each one is what
 * `sampleLattice` gives for its seed.
 * @returns for each seed tokens [rows, columns]
 */
export async function sampleCandidates(
  networks: Networks,
  request: PaintRequest,
  seeds: readonly number[],
  { order, onStep }: SamplingOptions<readonly Int16Array[]> = {},
): Promise<Int16Array<ArrayBuffer>[]> {
  const { lattice, settings, forced } = request;
  const cells = cellCount(lattice);
  const known = request.known ?? new Int16Array(cells).fill(EMPTY_TOKEN);
  const origin = request.origin ?? { row: 0, column: 0 };
  const candidates = seeds.map(() => new Int16Array(cells).fill(EMPTY_TOKEN));
  const contexts = await contextsOf(networks, request, known);
  // The streams of one context lie side by side: those that follow the layout first.
  const streams = contexts.flatMap((features) => candidates.map((tokens) => ({ features, tokens })));
  await walkLattice(networks, lattice, streams, {
    order,
    decide: ({ row, column }, logits) => {
      const cell = row * lattice.columns + column;
      const given = known[cell]! >= 0 ? known[cell]! : (forced?.[cell] ?? EMPTY_TOKEN);
      candidates.forEach((tokens, n) => {
        if (given >= 0) {
          tokens[cell] = given;
          return;
        }
        const own = logits[n]!;
        if (contexts.length === 2) guide(own, logits[candidates.length + n]!, settings.guidance, own);
        const draw = noise(seeds[n]!, origin.row + row, origin.column + column);
        tokens[cell] = sampleToken(own, draw, settings);
      });
    },
    onStep: onStep && ((positions) => onStep(positions, candidates)),
  });
  return candidates;
}

/**
 * Features of the layout, each [rows * columns, width]. Where guidance is not distilled into the model, they are followed by
 * those of no layout, mood or zoom, unless the strength is 1.
 */
async function contextsOf(
  networks: Networks,
  { lattice, subCells, mood, zoom, settings }: PaintRequest,
  known: Int16Array,
): Promise<Float32Array[]> {
  const { guidance } = settings;
  const contexts = [await networks.context(lattice, subCells, known, { mood, zoom, guidance })];
  if (guidance !== 1 && !networks.distilled) {
    const nothing = new Uint8Array(subCells.length).fill(ANY);
    contexts.push(await networks.context(lattice, nothing, known, { mood: 0, zoom: 0, guidance: 1 }));
  }
  return contexts;
}
