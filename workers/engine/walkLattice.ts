import type { Lattice } from '../../src/core/lattice.ts';
import { RingCache } from '../../src/core/ringCache.ts';
import { wavefront, type Position } from '../../src/core/wavefront.ts';
import type { Networks, StepBatch } from '../ort/networks.ts';

/** One run of the transformer over the lattice: what it sees of the context, and the tokens that it goes by. */
export interface Stream {
  /** [rows * columns, width] */
  readonly features: Float32Array;
  /** [rows, columns]; a position's own token is read by later ones, so it has to be there before the next step. */
  readonly tokens: Int16Array;
}

export interface WalkOptions {
  /** The order of the positions; each step's lanes must not depend on each other. The wavefront unless told. */
  readonly order?: Iterable<readonly Position[]> | undefined;
  /** Writes the tokens of a position, given its logits in each stream [streams][codes]. */
  readonly decide: (position: Position, logits: readonly Float32Array[]) => void;
  /** Called after every step; may wait, and ends the walk by `false`. */
  readonly onStep?: ((positions: readonly Position[]) => Promise<boolean> | boolean) | undefined;
}

/**
 * Walks all positions of a lattice with the exact ring cache, the streams side by side as lanes of the same steps: they
 * see the same positions and nothing of each other.
 */
export async function walkLattice(
  networks: Networks,
  lattice: Lattice,
  streams: readonly Stream[],
  { order = wavefront(lattice, networks.window), decide, onStep }: WalkOptions,
): Promise<void> {
  const ring = new RingCache(networks.window, lattice);
  const cache = networks.openCache(streams.length * ring.slots);
  try {
    for (const positions of order) {
      const logits = await cache.step(makeBatch(networks, lattice, ring, positions, streams));
      positions.forEach((position, lane) =>
        decide(
          position,
          streams.map((_, stream) => laneOf(logits, stream * positions.length + lane, networks.codes)),
        ),
      );
      if (onStep !== undefined && !(await onStep(positions))) break;
    }
  } finally {
    cache.dispose();
  }
}

/** The inputs of one step: the lanes of each stream one after the other, then repeats of the last as padding. */
function makeBatch(
  networks: Networks,
  lattice: Lattice,
  ring: RingCache,
  positions: readonly Position[],
  streams: readonly Stream[],
): StepBatch {
  const { width, codes } = networks;
  const lanes = positions.length * streams.length;
  const size = Math.max(networks.padLanes(lanes), lanes);
  const batch = {
    lanes: size,
    features: new Float32Array(size * width),
    left: new Int32Array(size),
    up: new Int32Array(size),
    upright: new Int32Array(size),
    i: new Int32Array(size),
    j: new Int32Array(size),
    slots: new Int32Array(size * ring.size),
    bias: new Float32Array(size * (ring.size + 1)),
    target: new Int32Array(size),
  };
  for (let n = 0; n < size; n++) {
    const lane = Math.min(n, lanes - 1);
    const index = Math.floor(lane / positions.length);
    const { features, tokens } = streams[index]!;
    const position = positions[lane % positions.length]!;
    const { row, column } = position;
    const tokenAt = (r: number, c: number) =>
      r < 0 || c < 0 || c >= lattice.columns ? codes : tokens[r * lattice.columns + c]!;
    const cell = row * lattice.columns + column;
    const base = index * ring.slots;
    batch.features.set(features.subarray(cell * width, (cell + 1) * width), n * width);
    batch.left[n] = tokenAt(row, column - 1);
    batch.up[n] = tokenAt(row - 1, column);
    batch.upright[n] = tokenAt(row - 1, column + 1);
    batch.i[n] = row;
    batch.j[n] = column;
    batch.target[n] = base + ring.slotOf(position);
    ring.writeWindow(
      position,
      base,
      batch.slots.subarray(n * ring.size, (n + 1) * ring.size),
      batch.bias.subarray(n * (ring.size + 1), (n + 1) * (ring.size + 1)),
    );
  }
  return batch;
}

function laneOf(logits: Float32Array, lane: number, codes: number): Float32Array {
  return logits.subarray(lane * codes, (lane + 1) * codes);
}
