import { TRANSPARENT, type LabelMap } from '../../src/core/conventions/labelMap.ts';
import { IoError } from '../../src/core/problem.ts';
import { checkSize } from './checkSize.ts';
import { decodePngMap } from './decodePngMap.ts';

const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47];
/** No file of a map is larger; reading it whole is the first thing done with it. */
const MOST_FILE_BYTES = 2 ** 28;

export async function isPng(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, PNG_HEAD.length).arrayBuffer());
  return head.length === PNG_HEAD.length && PNG_HEAD.every((byte, at) => head[at] === byte);
}

/**
 * A PNG by its own numbers.
 * @throws IoError
 */
export async function readPngFile(file: Blob, name: string): Promise<LabelMap> {
  if (file.size > MOST_FILE_BYTES) throw new IoError({ code: 'too-large', file: name });
  return decodePngMap(new Uint8Array(await file.arrayBuffer()), name);
}

/**
 * What else the browser shows, by its colours in sRGB, which such formats keep only nearly.
 * @throws IoError
 */
export function mapOfBitmap(bitmap: ImageBitmap, file: string): LabelMap {
  const { width, height } = bitmap;
  checkSize(width, height, file);
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new IoError({ code: 'too-large-for-browser', file });
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const values = new Uint32Array(width * height);
  for (let at = 0; at < values.length; at++) {
    const isClear = data[4 * at + 3]! < 128;
    values[at] = isClear ? TRANSPARENT : (data[4 * at]! << 16) | (data[4 * at + 1]! << 8) | data[4 * at + 2]!;
  }
  return { width, height, values, by: 'color', lossy: true };
}
