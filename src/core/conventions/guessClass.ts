import { ANY } from '../classes.ts';
import { channelsOf } from '../rgb.ts';

export interface RegionLook {
  /** The file's own colour, 0xrrggbb; undefined where it has numbers alone. */
  readonly color: number | undefined;
  /** Where it lies on the average: 0 the top, 1 the bottom. */
  readonly meanY: number;
}

const [SKY, CLOUDS, MOUNTAIN, SNOW, ROCK, TREES, GRASS, WATER, SAND, DIRT] = [1, 2, 3, 4, 5, 6, 7, 9, 10, 11] as const;

/**
 * What a region of an unknown map may be, by its hue and by how high it lies: people who make up a palette paint the sky
 * blue and the grass green. "Any" where neither says enough: a wrong guess costs more than none.
 */
export function guessClass({ color, meanY }: RegionLook): number {
  if (color === undefined) return ANY;
  const { hue, saturation, value } = hsvOf(color);
  const isHigh = meanY < 0.45;
  if (value < 0.12) return ANY;
  if (saturation < 0.16) {
    if (value > 0.78) return isHigh ? CLOUDS : SNOW;
    return isHigh || meanY < 0.6 ? MOUNTAIN : ROCK;
  }
  if (hue >= 170 && hue < 260) return isHigh ? SKY : WATER;
  if (hue >= 70 && hue < 170) return value < 0.45 || meanY < 0.6 ? TREES : GRASS;
  if (hue >= 35 && hue < 70) return value > 0.65 ? SAND : DIRT;
  if (hue >= 12 && hue < 35) return value > 0.85 && saturation < 0.5 ? SAND : DIRT;
  return ANY;
}

/** Hue in degrees; saturation and value 0..1. */
function hsvOf(color: number): { readonly hue: number; readonly saturation: number; readonly value: number } {
  const [r, g, b] = channelsOf(color);
  const most = Math.max(r, g, b);
  const range = most - Math.min(r, g, b);
  if (range === 0) return { hue: 0, saturation: 0, value: most / 255 };
  const sixth = most === r ? (g - b) / range : most === g ? 2 + (b - r) / range : 4 + (r - g) / range;
  return { hue: (sixth * 60 + 360) % 360, saturation: range / most, value: most / 255 };
}
