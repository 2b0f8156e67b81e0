import * as Comlink from 'comlink';
import { cellCount } from '../../src/core/lattice.ts';
import { noise } from '../../src/core/noise.ts';
import { TilePlan } from '../../src/core/tilePlan.ts';
import { raster } from '../../src/core/testing/raster.ts';
import { sampleLattice } from '../engine/sampleLattice.ts';
import { TileDecoder } from '../engine/tileDecoder.ts';
import { loadForTest } from './bundles.ts';

/** What is decoded, and what is sampled: small, since each operation of 4 threads waits for as many cores. */
const LATTICE = { rows: 20, columns: 8 };
const SAMPLED = { rows: 4, columns: 16 };
const WHOLE = { x: 0, y: 0, width: LATTICE.columns, height: LATTICE.rows };

/** What the laws of exactness are about, with some number of threads: a runtime has its number for life. */
export interface Exactness {
  readonly threads: number;
  readonly wavefront: Int16Array;
  readonly raster: Int16Array;
  /** RGBA of a decode of the whole, and of the same rows out of final tiles. */
  readonly whole: Uint8ClampedArray;
  readonly tiles: readonly { readonly rows: Uint8ClampedArray; readonly sameOfWhole: Uint8ClampedArray }[];
}

async function run(threads: number): Promise<Exactness> {
  const bundle = await loadForTest('landscapes', 'wasm', ['paint'], threads);
  const { networks } = bundle;
  const request = {
    lattice: SAMPLED,
    subCells: new Uint8Array(16 * cellCount(SAMPLED)).map((_, n) => (n < 8 * cellCount(SAMPLED) ? 3 : 6)),
    mood: 0,
    zoom: 0,
    settings: { temperature: 1, topK: 100, topP: 0.95, guidance: 1, seed: 7 },
  };
  const tokens = Int16Array.from({ length: cellCount(LATTICE) }, (_, n) => Math.floor(networks.codes * noise(1, 2, n)));
  const whole = await new TileDecoder(networks, LATTICE).decode(tokens, WHOLE, true);
  const plan = new TilePlan(LATTICE, networks.halo.features + networks.halo.upsampler);
  const decoder = new TileDecoder(networks, LATTICE);
  const tiles: Exactness['tiles'][number][] = [];
  for (let row = 0; row < LATTICE.rows; row++) {
    for (let column = 0; column < LATTICE.columns; column++) plan.fill(row, column);
    for (let rect = plan.nextFinal(); rect !== undefined; rect = plan.nextFinal()) {
      // Of all columns: a tile's rows lie in the whole one after the other.
      if (rect.width !== LATTICE.columns) throw new Error('The lattice is to be one tile wide.');
      const rows = await decoder.decode(tokens, rect, true);
      const bytes = whole.length / LATTICE.rows;
      tiles.push({ rows, sameOfWhole: whole.slice(rect.y * bytes, (rect.y + rect.height) * bytes) });
    }
  }
  return {
    threads: bundle.backends[0]!.threads,
    wavefront: await sampleLattice(networks, request),
    raster: await sampleLattice(networks, request, { order: raster(SAMPLED) }),
    whole,
    tiles,
  };
}

export const exactness = { run };
Comlink.expose(exactness);
