import type { MapRegion } from '../../core/conventions/mapRegion.ts';

/** The angle that spreads hues best, however many there are: 360 degrees by the golden ratio, squared. */
const GOLDEN_ANGLE = 137.508;

/**
 * A colour for each region as the file shows it: its own, or, where the file has numbers alone, one that tells it from
 * its neighbours. 0xrrggbb
 */
export function regionColors(regions: readonly MapRegion[]): readonly number[] {
  return regions.map(({ color }, index) => color ?? spreadColor(index));
}

function spreadColor(index: number): number {
  const hue = (210 + index * GOLDEN_ANGLE) % 360;
  const lightness = [0.62, 0.45, 0.75][index % 3]!;
  // HSL to RGB (CSS Color 4, section 7.1).
  const amount = 0.55 * Math.min(lightness, 1 - lightness);
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    return Math.round(255 * (lightness - amount * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return (channel(0) << 16) | (channel(8) << 8) | channel(4);
}
