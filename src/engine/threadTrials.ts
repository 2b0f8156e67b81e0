import { chooseThreads, threadCounts } from '../core/threadCounts.ts';
import { EngineError } from '../protocol/errors.ts';
import type { BundleSource, ModelNeed } from '../protocol/paintEngine.ts';
import { startWorker, type WorkerHandle } from './workerHandle.ts';
import { valueOf } from '../protocol/valueOf.ts';

export interface ThreadTrialsOptions {
  readonly spawn: () => Worker;
  readonly source: BundleSource;
  /** What is tried out: a part of the model that has a worker of its own. */
  readonly need: ModelNeed;
  readonly cores: number;
  readonly signal: AbortSignal;
}

/**
 * Finds how many threads make a part of the model fastest, and has that remembered for the next visit: a runtime has its
 * number for life, so each is tried in a worker of its own, one after the other. What it needs is stored already.
 * @returns the number
 * @throws EngineError ABORTED, and whatever a load may meet
 */
export async function tryThreads({ spawn, source, need, cores, signal }: ThreadTrialsOptions): Promise<number> {
  const times: (readonly [number, number])[] = [];
  for (const threads of threadCounts(cores)) {
    const time = await inWorker(spawn, signal, async (worker) => {
      const load = { source, backend: 'wasm', need, threads } as const;
      valueOf(await worker.call((engine) => engine.call('load', 1, load)));
      return valueOf(await worker.call((engine) => engine.call('time', 2, { need })));
    });
    times.push([threads, time]);
    // Once more of them are slower, still more are, too.
    if (chooseThreads(times) !== threads) break;
  }
  const best = chooseThreads(times);
  await inWorker(spawn, signal, async (worker) => {
    valueOf(await worker.call((engine) => engine.call('rememberThreads', 1, { source, need, threads: best })));
  });
  return best;
}

async function inWorker<T>(
  spawn: () => Worker,
  signal: AbortSignal,
  run: (worker: WorkerHandle) => Promise<T>,
): Promise<T> {
  if (signal.aborted) throw ended();
  const worker = startWorker({ spawn, onEvent: () => undefined, onDeath: () => undefined });
  const end = () => worker.terminate(ended());
  signal.addEventListener('abort', end, { once: true });
  try {
    return await run(worker);
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}

function ended(): EngineError {
  return new EngineError('ABORTED', 'The trial has ended.');
}
