/** A pixel whose value means nothing by itself. */
export const NO_SLOT = 255;

/** Steps to a side and to a corner, about 1 : √2 (Borgefors 1986, "Distance transformations in digital images"). */
const SIDE = 5;
const CORNER = 7;
const FAR = 0xffff;

/**
 * Gives every pixel without a slot that of the nearest pixel that has one: an edge that was blended between two colours
 * becomes one of the two, and never a third whose colour happens to lie between them. Two passes of a chamfer distance,
 * in place; all alike where no pixel has a slot.
 * @param slots [height, width], `NO_SLOT` where there is none
 */
export function fillFromNearest(slots: Uint8Array, width: number): void {
  if (!slots.includes(NO_SLOT)) return;
  const distances = new Uint16Array(slots.length);
  for (const [at, slot] of slots.entries()) if (slot === NO_SLOT) distances[at] = FAR;

  const take = (at: number, from: number, step: number) => {
    const distance = distances[from]! + step;
    if (distance >= distances[at]!) return;
    distances[at] = distance;
    slots[at] = slots[from]!;
  };
  // The second pass is the first one turned about: it begins at the last pixel.
  for (const way of [1, -1]) {
    for (let n = 0; n < slots.length; n++) {
      const at = way === 1 ? n : slots.length - 1 - n;
      if (distances[at] === 0) continue;
      const x = n % width;
      if (x > 0) take(at, at - way, SIDE);
      if (n < width) continue;
      take(at, at - way * width, SIDE);
      if (x > 0) take(at, at - way * (width + 1), CORNER);
      if (x < width - 1) take(at, at - way * (width - 1), CORNER);
    }
  }
}
