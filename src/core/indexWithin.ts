/** The nearest to a place of the indices of so many: what lies beyond an edge is at the edge. */
export function indexWithin(at: number, size: number): number {
  return Math.min(size - 1, Math.max(0, at));
}
