import { channelsOf, colorText, type Rgb } from './rgb.ts';

/**
 * Viridis by Stéfan van der Walt and Nathaniel Smith (CC0), at nine even places: from dark to light in steps that look
 * even, also without colour and to most who see colours differently.
 */
const STOPS = [0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725];

/** @param share 0 dark .. 1 light; what lies beyond is the end's colour @returns red, green and blue, 0..255 */
export function colorAt(share: number): Rgb {
  const at = Math.min(1, Math.max(0, share)) * (STOPS.length - 1);
  const index = Math.min(STOPS.length - 2, Math.floor(at));
  const [from, to] = [channelsOf(STOPS[index]!), channelsOf(STOPS[index + 1]!)];
  const mix = (n: 0 | 1 | 2) => Math.round(from[n] + (to[n] - from[n]) * (at - index));
  return [mix(0), mix(1), mix(2)];
}

/** The scale from left to right, as CSS has it. */
export function colorScaleGradient(): string {
  return `linear-gradient(to right, ${STOPS.map(colorText).join(', ')})`;
}
