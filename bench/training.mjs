import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { ensurePython, pythonPath } from '../scripts/python.mjs';
import { root } from '../scripts/run.mjs';
import { table } from './serve.mjs';

const BATCH = 16;
const WAYS = {
  plain: 'the networks as they are, Muon in float32',
  trainer: 'train_transformer',
  compiled: 'train_transformer --compile',
};

/** @type {import('./serve.mjs').Part} The trainer of the transformer against the plainest one, in turns, in one run. */
export const training = {
  title: 'A step of training the transformer, 16 lattices of 16 x 16',
  measure: async () => {
    await ensurePython();
    const said = execFileSync(pythonPath, ['-m', 'plein_air.bench_transformer'], {
      cwd: resolve(root, 'training'),
      env: { ...process.env, OMP_WAIT_POLICY: 'PASSIVE' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    /** @type {{ precision: string, seconds: Record<keyof typeof WAYS, number> }} */
    const { precision, seconds } = JSON.parse(said);
    const rows = Object.entries(seconds).map(([way, each]) => [
      WAYS[/** @type {keyof typeof WAYS} */ (way)],
      each.toFixed(2),
      (BATCH / each).toFixed(2),
      (seconds.plain / each).toFixed(2),
    ]);
    return [...table(['way', 'seconds a step', 'lattices a second', 'ratio'], rows), '', `Products in ${precision}.`];
  },
};
