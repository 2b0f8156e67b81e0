import { cellCount, SUB_CELLS } from '../../src/core/lattice.ts';
import { ANY } from '../../src/core/classes.ts';
import type { ModelNeed } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import type { Job } from './job.ts';
import { sampleLattice } from './sampleLattice.ts';
import { TILE, tileTokens } from './selfTest.ts';
import { yieldToMessages } from './yieldToMessages.ts';

/** Steps of a wavefront as wide as that of most pictures; the first ones are not counted: the browser compiles WASM again. */
const LATTICE = { rows: 16, columns: 32 };
const WARM_UP = 30;
const STEPS = 40;
const TILES = 3;

/** Milliseconds that a network's usual work takes, to compare numbers of threads by: 40 steps, or the fastest of three tiles. */
export async function timeNetworks(networks: Networks, need: ModelNeed, job: Job): Promise<number> {
  return need === 'look' ? timeTiles(networks, job) : timeSteps(networks, job);
}

async function timeSteps(networks: Networks, job: Job): Promise<number> {
  let steps = 0;
  let start = 0;
  const request = {
    lattice: LATTICE,
    subCells: new Uint8Array(cellCount(LATTICE) * SUB_CELLS ** 2).fill(ANY),
    mood: 0,
    zoom: 0,
    settings: { temperature: 1, topK: 100, topP: 1, guidance: 1, seed: 1 },
  };
  await sampleLattice(networks, request, {
    onStep: async () => {
      await yieldToMessages();
      if (steps === WARM_UP) start = performance.now();
      return !job.cancelled && steps++ < WARM_UP + STEPS;
    },
  });
  job.signal.throwIfAborted();
  return performance.now() - start;
}

async function timeTiles(networks: Networks, job: Job): Promise<number> {
  const tokens = tileTokens(1, networks.codes);
  let best = Infinity;
  for (let n = 0; n < TILES; n++) {
    const start = performance.now();
    await networks.upsample(TILE, await networks.features(TILE, tokens));
    best = Math.min(best, performance.now() - start);
    await yieldToMessages();
    job.signal.throwIfAborted();
  }
  return best;
}
