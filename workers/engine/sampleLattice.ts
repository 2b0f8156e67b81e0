import { cellCount, EMPTY_TOKEN, type Lattice } from '../../src/core/lattice.ts';
import { ANY } from '../../src/core/classes.ts';
import { noise } from '../../src/core/noise.ts';
import { cacheSlots, slotOf, WINDOW, writeWindow } from '../../src/core/ringCache.ts';
import { guide, sampleToken } from '../../src/core/sampleToken.ts';
import { wavefront, type Position } from '../../src/core/wavefront.ts';
import type { PaintRequest } from '../../src/protocol/paintEngine.ts';
import type { Networks, StepBatch } from '../ort/networks.ts';

export interface SamplingOptions {
  /** The order of the positions; each step's lanes must not depend on each other. The wavefront unless told. */
  readonly order?: Iterable<readonly Position[]>;
  /** Called after every step with the cells that have their token now; may wait, and ends the run by `false`. */
  readonly onStep?: (cells: readonly Position[], tokens: Int16Array) => Promise<boolean> | boolean;
}

/**
 * Samples the tokens of a lattice: the wavefront with the exact ring cache and position-keyed noise, as `generate` in
 * `training/plein_air/sampling.py`. `known` tokens condition the context network and are kept; `forced` tokens were
 * sampled earlier under the same context and are replayed to rebuild the cache.
 * @returns tokens [rows, columns]; -1 where the run was ended before
 */
export async function sampleLattice(
  networks: Networks,
  request: Omit<PaintRequest, 'jobId'>,
  options: SamplingOptions = {},
): Promise<Int16Array<ArrayBuffer>> {
  const { lattice, settings, forced } = request;
  const cells = cellCount(lattice);
  const known = request.known ?? new Int16Array(cells).fill(EMPTY_TOKEN);
  const origin = request.origin ?? { row: 0, column: 0 };
  const order = options.order ?? wavefront(lattice);
  const tokens = new Int16Array(cells).fill(EMPTY_TOKEN);

  const streams = await contextStreams(networks, request, known);
  const cache = networks.openCache(streams.length * cacheSlots(lattice));
  try {
    for (const lanes of order) {
      const batch = makeBatch(
        networks,
        lattice,
        lanes,
        streams,
        tokens,
        networks.padLanes(lanes.length * streams.length),
      );
      const logits = await cache.step(batch);
      lanes.forEach((position, lane) => {
        const cell = position.row * lattice.columns + position.column;
        const given = known[cell]! >= 0 ? known[cell]! : (forced?.[cell] ?? EMPTY_TOKEN);
        if (given >= 0) {
          tokens[cell] = given;
          return;
        }
        const own = laneOf(logits, lane, networks.codes);
        if (streams.length === 2) {
          guide(own, laneOf(logits, lanes.length + lane, networks.codes), settings.guidance, own);
        }
        const draw = noise(settings.seed, origin.row + position.row, origin.column + position.column);
        tokens[cell] = sampleToken(own, draw, settings);
      });
      if (options.onStep !== undefined && !(await options.onStep(lanes, tokens))) break;
    }
  } finally {
    cache.dispose();
  }
  return tokens;
}

/** Features of the layout, and with guidance also those of no layout and no mood: each [rows * columns, width]. */
async function contextStreams(
  networks: Networks,
  { lattice, subCells, mood, settings }: Omit<PaintRequest, 'jobId'>,
  known: Int16Array,
): Promise<Float32Array[]> {
  const streams = [await networks.context(lattice, subCells, known, mood)];
  if (settings.guidance !== 1) {
    streams.push(await networks.context(lattice, new Uint8Array(subCells.length).fill(ANY), known, 0));
  }
  return streams;
}

/** The inputs of one step: the lanes of each stream one after the other, then repeats of the last up to `padded`. */
function makeBatch(
  networks: Networks,
  lattice: Lattice,
  lanes: readonly Position[],
  streams: readonly Float32Array[],
  tokens: Int16Array,
  padded: number,
): StepBatch {
  const { width, codes } = networks;
  const size = Math.max(padded, lanes.length * streams.length);
  const batch = {
    lanes: size,
    features: new Float32Array(size * width),
    left: new Int32Array(size),
    up: new Int32Array(size),
    upright: new Int32Array(size),
    i: new Int32Array(size),
    j: new Int32Array(size),
    slots: new Int32Array(size * WINDOW),
    bias: new Float32Array(size * (WINDOW + 1)),
    target: new Int32Array(size),
  };
  const tokenAt = (row: number, column: number) =>
    row < 0 || column < 0 || column >= lattice.columns ? codes : tokens[row * lattice.columns + column]!;
  for (let n = 0; n < size; n++) {
    const real = Math.min(n, lanes.length * streams.length - 1);
    const stream = Math.floor(real / lanes.length);
    const position = lanes[real % lanes.length]!;
    const { row, column } = position;
    const cell = row * lattice.columns + column;
    const base = stream * cacheSlots(lattice);
    batch.features.set(streams[stream]!.subarray(cell * width, (cell + 1) * width), n * width);
    batch.left[n] = tokenAt(row, column - 1);
    batch.up[n] = tokenAt(row - 1, column);
    batch.upright[n] = tokenAt(row - 1, column + 1);
    batch.i[n] = row;
    batch.j[n] = column;
    batch.target[n] = base + slotOf(lattice, position);
    writeWindow(
      lattice,
      position,
      base,
      batch.slots.subarray(n * WINDOW, (n + 1) * WINDOW),
      batch.bias.subarray(n * (WINDOW + 1), (n + 1) * (WINDOW + 1)),
    );
  }
  return batch;
}

function laneOf(logits: Float32Array, lane: number, codes: number): Float32Array {
  return logits.subarray(lane * codes, (lane + 1) * codes);
}
