import { Worker } from 'node:worker_threads';

/** Longer than any reader takes that comes to an end, milliseconds. */
const HANGS = 60_000;

/** Ends the process, and says at what it was, where a reader does not come back: it could not say so itself. */
const WATCHER = `
  const { workerData } = require('node:worker_threads');
  const { writeSync } = require('node:fs');
  const seen = new Float64Array(workerData.state);
  let last = NaN;
  setInterval(() => {
    if (seen[0] === last) {
      const name = new TextDecoder().decode(new Uint8Array(workerData.name).slice().filter((byte) => byte !== 0));
      writeSync(2, 'Found by --target ' + name + ' --seed ' + seen[1] + ': it does not come back.\\n');
      process.kill(process.pid, 'SIGKILL');
    }
    last = seen[0];
  }, ${HANGS});
`;

export interface Watch {
  readonly begin: (name: string, seed: number) => void;
  readonly end: () => Promise<void>;
}

export function watchOver(): Watch {
  const state = new SharedArrayBuffer(16);
  const name = new SharedArrayBuffer(32);
  const worker = new Worker(WATCHER, { eval: true, workerData: { state, name } });
  const seen = new Float64Array(state);
  return {
    begin: (target, seed) => {
      new Uint8Array(name).fill(0);
      new Uint8Array(name).set(new TextEncoder().encode(target));
      seen[1] = seed;
      seen[0] = seen[0]! + 1;
    },
    end: async () => {
      await worker.terminate();
    },
  };
}
