/**
 * Whether a worker's `error` says that its script did not come: what goes wrong within a script has a message (HTML,
 * "run a worker", against "report an exception").
 */
export function isUnfetched(event: Event): boolean {
  return !('message' in event);
}
