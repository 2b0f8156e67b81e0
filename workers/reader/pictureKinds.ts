import type { LabelMap } from '../../src/core/conventions/labelMap.ts';
import { pictureKindOf, type PictureKind } from '../../src/core/photo/pictureKind.ts';
import { contextFor } from './scaled.ts';

/** Rows that are looked at to tell a map from a photograph. */
const ROWS = 96;

/** What a map's values look like: by rows as they are, from the top to the bottom. Numbers are levels of grey. */
export function kindOfMap({ width, height, values, by, palette }: LabelMap): PictureKind {
  const rows = Math.min(ROWS, height);
  const sampled = new Uint32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const start = Math.floor(((row + 0.5) * height) / rows) * width;
    sampled.set(values.subarray(start, start + width), row * width);
  }
  if (by === 'index') {
    for (const [at, value] of sampled.entries()) sampled[at] = palette?.[value] ?? greyOf(value);
  }
  return pictureKindOf(sampled, width);
}

function greyOf(value: number): number {
  return value < 256 ? value * 0x010101 : value;
}

/** The same of what the browser has decoded: scaling would blur a map's edges and a photograph's grain alike. */
export function kindOfBitmap(bitmap: ImageBitmap): PictureKind {
  const { width, height } = bitmap;
  const rows = Math.min(ROWS, height);
  const context = contextFor(width, rows);
  context.imageSmoothingEnabled = false;
  for (let row = 0; row < rows; row++) {
    context.drawImage(bitmap, 0, Math.floor(((row + 0.5) * height) / rows), width, 1, 0, row, width, 1);
  }
  return pictureKindOf(new Uint32Array(context.getImageData(0, 0, width, rows).data.buffer), width);
}
