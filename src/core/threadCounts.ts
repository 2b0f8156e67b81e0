/** More are not worth their memory: kernels of this size do not get faster. */
const MOST_THREADS = 8;

/**
 * The numbers of threads that are tried out: powers of two that leave a core to the page, but 2 on two cores, where the
 * page is idle while a picture is painted.
 */
export function threadCounts(cores: number): number[] {
  const most = Math.min(MOST_THREADS, Math.max(2, cores - 1), cores);
  const counts: number[] = [];
  for (let count = 1; count <= most; count *= 2) counts.push(count);
  if (counts.at(-1) !== most) counts.push(most);
  return counts;
}

/** More threads have to save this share of the time: they take it from the other worker and from the page. */
const WORTH = 0.1;

/**
 * The number of threads that is worth it.
 * @param times milliseconds of the same work by number of threads, from the fewest on
 */
export function chooseThreads(times: readonly (readonly [threads: number, milliseconds: number])[]): number {
  let [best, fastest] = times[0] ?? [1, Infinity];
  for (const [threads, time] of times) {
    if (time < (1 - WORTH) * fastest) [best, fastest] = [threads, time];
  }
  return best;
}
