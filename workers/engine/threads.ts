import { get, set } from 'idb-keyval';
import { threadCounts } from '../../src/core/threadCounts.ts';
import type { ModelNeed } from '../../src/protocol/paintEngine.ts';

/**
 * Until it is measured: what helps the decoder's large kernels, and does not hurt the small ones of a step. Two workers
 * have two cores busy: threads that wait for a core make everything wait.
 */
const GUESS = { decoder: 4, step: 2 } as const;

/** Not more than this, whatever the address says: each has memory of its own. */
const MOST_THREADS = 16;

const keyFor = (graphs: string) => `plein-air threads ${navigator.hardwareConcurrency} ${graphs}`;

export interface Threads {
  readonly count: number;
  /** Whether the number is as good as it gets: measured, asked for, or the only one. */
  readonly settled: boolean;
}

/**
 * How many threads this worker's runtime is to have: one where the page is not isolated, else what the address says, what
 * was measured, or a guess.
 * @param graphs names the files that it was measured with
 */
export async function threadsFor(wanted: number | 'auto', need: ModelNeed, graphs: string): Promise<Threads> {
  if (!self.crossOriginIsolated) return { count: 1, settled: true };
  if (wanted !== 'auto') return { count: Math.max(1, Math.min(wanted, MOST_THREADS)), settled: true };
  const cores = navigator.hardwareConcurrency;
  const counts = threadCounts(cores);
  const measured: unknown = await get(keyFor(graphs)).catch(() => undefined);
  if (counts.some((count) => count === measured)) return { count: measured as number, settled: true };
  const guess = need === 'look' ? Math.min(GUESS.decoder, cores - 1) : Math.min(GUESS.step, cores - 2);
  return { count: Math.max(1, ...counts.filter((count) => count <= guess)), settled: counts.length === 1 };
}

/** Keeps what was measured between visits. */
export async function rememberThreads(graphs: string, count: number): Promise<void> {
  await set(keyFor(graphs), count).catch(() => undefined);
}
