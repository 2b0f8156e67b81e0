import { ANY } from '../classes.ts';
import type { Size } from '../rect.ts';
import { nearestPixels } from '../resampleIds.ts';
import { refineByColour, UNKNOWN } from './colourRules.ts';
import { likeliestClasses, type Logits } from './likeliestClasses.ts';
import { RGB, type RgbImage } from './rgbImage.ts';

/** Pixels: the network sees the largest picture with no side above these, and none below the least. */
const SHORT = 256;
const LONG = 512;
const LEAST = 64;
const MULTIPLE = 16;

/** The size at which the segmenter sees a picture: its proportion, but for sides that are multiples of 16. */
export function segmenterSize({ width, height }: Size) {
  const scale = Math.min(SHORT / Math.min(width, height), LONG / Math.max(width, height));
  const fitted = (side: number) => Math.max(LEAST, Math.floor((side * scale) / MULTIPLE + 0.5) * MULTIPLE);
  return { width: fitted(width), height: fitted(height) };
}

/** -> planes in [-1, 1]: [3, height, width] */
export function planesOf({ pixels }: RgbImage): Float32Array<ArrayBuffer> {
  const plane = pixels.length / RGB;
  const rgb = new Float32Array(pixels.length);
  for (let at = 0; at < plane; at++) {
    for (let channel = 0; channel < RGB; channel++) rgb[channel * plane + at] = pixels[RGB * at + channel]! / 127.5 - 1;
  }
  return rgb;
}

/**
 * The layout of a photograph at twice its size, from what the segmenter gave for it; docs/bundle.md has the steps.
 * @param half the picture at half its size: 8 pixels along a cell's side
 * @returns class ids [2 * height, 2 * width]; any, where it shows none of the layout's classes
 */
export function photographLayout(half: RgbImage, logits: Logits): Uint8Array<ArrayBuffer> {
  const { width, height } = half;
  const layout = refineByColour(half, likeliestClasses(logits, width, height));
  return Uint8Array.from(nearestPixels(half, 2 * width, 2 * height), (from) => {
    const id = layout[from]!;
    return id === UNKNOWN ? ANY : id;
  });
}
