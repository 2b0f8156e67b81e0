import type { Rect } from './rect.ts';

/**
 * Gives the transparent pixels of a tile those of the picture below it: a tile that is decoded while some of its cells
 * are empty does not take away what is there.
 * @param pixels RGBA [rect.height, rect.width], written in place
 * @param rect in picture pixels
 * @param picture RGBA, `width` pixels wide
 */
export function fillGaps(pixels: Uint8ClampedArray, rect: Rect, picture: Uint8ClampedArray, width: number): void {
  for (let y = 0; y < rect.height; y++) {
    const below = 4 * ((rect.y + y) * width + rect.x);
    for (let x = 0; x < rect.width; x++) {
      const at = 4 * (y * rect.width + x);
      if (pixels[at + 3] !== 0) continue;
      for (let channel = 0; channel < 4; channel++) pixels[at + channel] = picture[below + 4 * x + channel]!;
    }
  }
}
