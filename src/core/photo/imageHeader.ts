import { imageDimensionsFromData } from 'image-dimensions';
import type { Size } from '../rect.ts';

/** Formats of pictures that a browser may show. */
export type ImageFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'avif' | 'heic' | 'bmp';

export interface ImageHeader {
  readonly format: ImageFormat;
  /** As the file has them, before it is turned; undefined where its beginning does not say. Pixels. */
  readonly size: Size | undefined;
}

const MAGIC: readonly (readonly [format: ImageFormat, at: number, head: string])[] = [
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['gif', 0, 'GIF8'],
  ['webp', 8, 'WEBP'],
  ['avif', 4, 'ftypavif'],
  ['avif', 4, 'ftypavis'],
  ['heic', 4, 'ftyphei'],
  ['heic', 4, 'ftyphev'],
  ['heic', 4, 'ftypmif1'],
  ['bmp', 0, 'BM'],
];

/** What a picture is by its first bytes; its name may say anything. @param head 16 bytes are enough */
export function imageFormatOf(head: Uint8Array): ImageFormat | undefined {
  const text = String.fromCharCode(...head.subarray(0, 16));
  return MAGIC.find(([, at, magic]) => text.startsWith(magic, at))?.[0];
}

/**
 * Reads a picture's size from its header, so that one that is too large is refused before it is unpacked.
 * @param bytes of the beginning of the file; a JPEG's size comes after its profile and its small preview
 * @returns undefined for what is no picture
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const format = imageFormatOf(bytes);
  if (!format) return undefined;
  if (format === 'bmp') return { format, size: bmpSize(bytes) };
  const found = imageDimensionsFromData(bytes);
  return { format, size: found && { width: found.width, height: found.height } };
}

/** The one format that image-dimensions does not read. A negative height means that rows come from the top. */
function bmpSize({ buffer, byteOffset, byteLength }: Uint8Array): ImageHeader['size'] {
  if (byteLength < 26) return undefined;
  const view = new DataView(buffer, byteOffset, byteLength);
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}
