import * as Comlink from 'comlink';
import { ANY } from '../src/core/classes.ts';
import { cellCount, SUB_CELLS, type Lattice } from '../src/core/lattice.ts';
import type { Rect } from '../src/core/rect.ts';
import { emptyRegion, markRect } from '../src/core/region/region.ts';
import { regionCrop } from '../src/core/region/regionCrop.ts';
import { MASKED, RingCache } from '../src/core/ringCache.ts';
import type { BackendName, PaintRequest, PaintResult, RepaintRequest } from '../src/protocol/paintEngine.ts';
import { openBundle } from '../workers/engine/bundleSource.ts';
import { encodePhotograph } from '../workers/engine/encodePhotograph.ts';
import { Job } from '../workers/engine/job.ts';
import { LoadedBundle, type LoadOptions } from '../workers/engine/loadedBundle.ts';
import { decodeTokens } from '../workers/engine/decodeTokens.ts';
import { paintPicture } from '../workers/engine/paintPicture.ts';
import { repaintPicture } from '../workers/engine/repaintPicture.ts';
import { GraphSession } from '../workers/ort/graphSession.ts';
import type { StepBatch } from '../workers/ort/networks.ts';
import { loadRuntime } from '../workers/ort/runtime.ts';
import { layoutOf } from './engineBench.ts';
import { photograph, starters } from './givenPicture.ts';
import { seamsOf, type Seam } from './seams.ts';

const WARM_UP = 12;
let bundle: LoadedBundle | undefined;

/** What the benchmark measures inside a worker, with the very code that the page runs there. */
export interface Bench {
  /** Loads a bundle. @returns milliseconds */
  load(manifest: string, backend: BackendName): Promise<number>;
  /** @returns the milliseconds of each of `runs` steps of `lanes` lanes, after some that do not count */
  steps(lanes: number, runs: number): Promise<number[]>;
  /** Paints a picture of a fixed layout in this worker alone, decode included. */
  picture(lattice: Lattice, guidance: number): Promise<PaintResult['timing']>;
  /** Makes the pixels of tokens that mean nothing. @returns milliseconds until the first tile is there, and until all are */
  decode(lattice: Lattice): Promise<{ first: number; total: number }>;
  /**
   * Repaints cells of a picture.
   * @returns milliseconds until a tile of it is decoded, until all of the region is seen for the first time, and until it is
   * finished
   */
  repaint(
    lattice: Lattice,
    rect: Rect,
    guidance: number,
    candidates: number,
  ): Promise<{ first: number; seen: number; total: number; crop: Rect }>;
  /**
   * Keeps the upper half of a photograph and has the lower one painted, without a layout.
   * @returns milliseconds until it is encoded, until all is seen for the first time, and until it is finished
   */
  photograph(lattice: Lattice, guidance: number): Promise<{ encoded: number; seen: number; total: number }>;
  /** Completes parts of a photograph, or of every starter. @param parts in shares of a picture */
  seamsOfPhotograph(photograph: Blob, parts: readonly Rect[]): Promise<Seam[]>;
  seamsOfStarters(url: string, parts: readonly Rect[]): Promise<Seam[][]>;
  /** The graph without a cache. @returns the milliseconds of each of `runs` tokens, after one that does not count */
  baseline(graph: string, runs: number): Promise<number[]>;
}

const bench: Bench = {
  async load(manifest, backend) {
    const start = performance.now();
    bundle = new LoadedBundle(await openBundle({ kind: 'url', url: manifest }), (message) => {
      throw new Error(message);
    });
    await bundle.load('paint', optionsFor(backend));
    const other = bundle.backends.find((choice) => choice.backend !== backend);
    if (other !== undefined) throw new Error(`${other.graph} runs on ${other.backend}, not on ${backend}.`);
    return performance.now() - start;
  },

  async steps(lanes, runs) {
    const { networks } = loaded();
    const lattice = { rows: 32, columns: 64 };
    const ring = new RingCache(networks.window, lattice);
    const cache = networks.openCache(ring.slots);
    try {
      const batch = stepBatch(lanes, ring, networks.width);
      // The browser compiles WASM again, and better, after some runs.
      await timesOf(WARM_UP, () => cache.step(batch));
      return await timesOf(runs, () => cache.step(batch));
    } finally {
      cache.dispose();
    }
  },

  async picture(lattice, guidance) {
    const { networks } = loaded();
    const request: PaintRequest = {
      lattice,
      subCells: layoutOf(lattice),
      mood: 0,
      zoom: 0,
      settings: { temperature: 1, topK: 100, topP: 1, guidance, seed: 1 },
    };
    const { timing } = await paintPicture(networks, request, new Job(1), () => undefined);
    return timing;
  },

  async decode(lattice) {
    const { networks } = loaded();
    const tokens = new Int16Array(cellCount(lattice)).map((_, cell) => (cell * 37) % networks.codes);
    const start = performance.now();
    let first = 0;
    await decodeTokens(networks, { lattice, tokens }, new Job(1), (event) => {
      if (event.type === 'tile' && first === 0) first = performance.now() - start;
    });
    return { first, total: performance.now() - start };
  },

  async repaint(lattice, rect, guidance, candidates) {
    const { networks } = loaded();
    const region = emptyRegion(lattice);
    markRect(region, lattice, rect);
    const request: RepaintRequest = {
      lattice,
      subCells: layoutOf(lattice),
      mood: 0,
      zoom: 0,
      settings: { temperature: 1, topK: 100, topP: 1, guidance, seed: 1 },
      tokens: new Int16Array(cellCount(lattice)).map((_, cell) => (cell * 37) % networks.codes),
      region,
      seeds: Array.from({ length: candidates }, (_, n) => n),
    };
    const { seen, timing } = await timedRepaint(request);
    return { first: timing.firstTile, seen, total: timing.total, crop: regionCrop(region, lattice, networks.window) };
  },

  async photograph(lattice, guidance) {
    await loaded().load('encode', optionsFor('wasm'));
    const { networks } = loaded();
    const pixels = new Uint8ClampedArray(4 * cellCount(lattice) * networks.cellPixels ** 2).map(
      (_, at) => 120 + 60 * Math.sin(at / 4000) + 20 * Math.sin(at / 7),
    );
    const start = performance.now();
    const tokens = await encodePhotograph(networks, { lattice, pixels }, new Job(1), () => undefined);
    const encoded = performance.now() - start;
    const region = emptyRegion(lattice);
    markRect(region, lattice, { x: 0, y: lattice.rows / 2, width: lattice.columns, height: lattice.rows / 2 });
    const request: RepaintRequest = {
      lattice,
      subCells: new Uint8Array(cellCount(lattice) * SUB_CELLS ** 2).fill(ANY),
      mood: 0,
      zoom: 0,
      settings: { temperature: 0.95, topK: 100, topP: 0.98, guidance, seed: 1 },
      tokens: tokens.map((token, cell) => (region[cell] === 1 ? -1 : token)),
      region,
      seeds: [1],
    };
    const { seen, timing } = await timedRepaint(request);
    return { encoded, seen: encoded + seen, total: encoded + timing.total };
  },

  async seamsOfPhotograph(bytes, parts) {
    const { networks, manifest } = await encoding();
    return seamsOf(networks, await photograph(networks, manifest, bytes), parts);
  },

  async seamsOfStarters(url, parts) {
    const { networks } = loaded();
    const all: Seam[][] = [];
    for (const picture of await starters(url)) all.push(await seamsOf(networks, picture, parts));
    return all;
  },

  async baseline(graph, runs) {
    const runtime = await loadRuntime(false);
    const response = await fetch(graph);
    if (!response.ok) throw new Error(`No graph at ${graph}.`);
    const session = await GraphSession.create(runtime, 'wasm', new Uint8Array(await response.arrayBuffer()));
    const { codes, width } = loaded().networks;
    const cells = 256;
    const side = 16;
    const ints = (of: (cell: number) => number) =>
      session.int(
        Int32Array.from({ length: cells }, (_, n) => of(n)),
        [cells],
      );
    // What each position may attend to is the graph's affair no more than the tokens: the time depends on neither.
    const bias = Float32Array.from({ length: cells * cells }, (_, n) =>
      n % cells <= Math.floor(n / cells) ? 0 : MASKED,
    );
    const run = async () => {
      await session.run({
        features: session.float(new Float32Array(cells * width).fill(0.1), [cells, width]),
        left: ints(() => 1),
        up: ints(() => 2),
        upright: ints(() => codes),
        i: ints((cell) => Math.floor(cell / side)),
        j: ints((cell) => cell % side),
        bias: session.float(bias, [cells, cells]),
        last: session.int(Int32Array.of(cells - 1), [1]),
      });
    };
    await run();
    const times = await timesOf(runs, run);
    await session.dispose();
    return times;
  },
};

function optionsFor(backend: BackendName): LoadOptions {
  return { backend, signal: new AbortController().signal, onBytes: () => undefined, onGraph: () => undefined };
}

function loaded(): LoadedBundle {
  if (bundle === undefined) throw new Error('No bundle is loaded.');
  return bundle;
}

/** @returns also the milliseconds until all of the region is seen for the first time */
async function timedRepaint(request: RepaintRequest): Promise<{ seen: number; timing: PaintResult['timing'] }> {
  const start = performance.now();
  let sampled = Infinity;
  let seen = 0;
  const { timing } = await repaintPicture(loaded().networks, request, new Job(1), (event) => {
    if (event.type === 'progress' && event.phase === 'sample') sampled = event.total - event.done;
    // The first tile after the last token shows all of it.
    if (event.type === 'tile' && sampled === 0 && seen === 0) seen = performance.now() - start;
  });
  return { seen, timing };
}

/** The loaded bundle with its encoder, which painting does without. */
async function encoding(): Promise<LoadedBundle> {
  const signal = new AbortController().signal;
  await loaded().load('encode', { backend: 'wasm', signal, onBytes: () => undefined, onGraph: () => undefined });
  return loaded();
}

async function timesOf(runs: number, run: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < runs; n++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times;
}

/** Lanes in the middle of a lattice, with full windows. */
function stepBatch(lanes: number, ring: RingCache, width: number): StepBatch {
  const { size } = ring;
  const slots = new Int32Array(lanes * size);
  const bias = new Float32Array(lanes * (size + 1));
  const target = new Int32Array(lanes);
  for (let lane = 0; lane < lanes; lane++) {
    const position = { row: 10 + lane, column: 30 };
    target[lane] = ring.slotOf(position);
    const own = bias.subarray(lane * (size + 1), (lane + 1) * (size + 1));
    ring.writeWindow(position, 0, slots.subarray(lane * size, (lane + 1) * size), own);
  }
  const ints = (value: number) => new Int32Array(lanes).fill(value);
  return {
    lanes,
    features: new Float32Array(lanes * width).fill(0.1),
    left: ints(1),
    up: ints(2),
    upright: ints(3),
    i: ints(10),
    j: ints(30),
    slots,
    bias,
    target,
  };
}

Comlink.expose(bench);
