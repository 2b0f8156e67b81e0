/**
 * The colour map of PASCAL VOC (its development kit, VOClabelcolormap.m): label n has the bits of n spread over red,
 * green and blue. labelme, CVAT and many others write their labels so, whatever these are called.
 */
export const VOC_COLORS: readonly number[] = Array.from({ length: 256 }, (_, label) => {
  const channels = [0, 0, 0];
  for (let bit = 0; bit < 8; bit++) {
    const channel = bit % 3;
    channels[channel]! |= ((label >> bit) & 1) << (7 - Math.floor(bit / 3));
  }
  const [r = 0, g = 0, b = 0] = channels;
  return (r << 16) | (g << 8) | b;
});

/** Labels of VOC itself. Those who write labels of their own begin at 1 as well, and seldom have more. */
export const USUAL_LABELS = 20;
