/** What a task comes to; something else where it throws, as the browser's storages do where they are forbidden or full. */
export function orElse<T>(otherwise: T, task: () => T): T {
  try {
    return task();
  } catch {
    return otherwise;
  }
}
