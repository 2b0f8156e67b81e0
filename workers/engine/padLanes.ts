/**
 * How many lanes a step really runs with. Kernels are compiled and chosen by shape, so steps come in few sizes.
 * @param lanes 1 or more
 */
export function padLanes(lanes: number): number {
  let padded = 1;
  while (padded < lanes) padded *= 2;
  return padded;
}
