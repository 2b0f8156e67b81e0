/** Formats of pictures that a browser may show. */
export type ImageFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'avif' | 'heic' | 'bmp';

export interface ImageHeader {
  readonly format: ImageFormat;
  /** As the file has them, before it is turned; undefined where its beginning does not say. Pixels. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
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
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return { format, size: READERS[format](view) };
  } catch {
    // It ends before its size.
    return { format, size: undefined };
  }
}

type Size = ImageHeader['size'];

const READERS: Record<ImageFormat, (view: DataView) => Size> = {
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  jpeg: jpegSize,
  gif: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  webp: webpSize,
  avif: boxedSize,
  heic: boxedSize,
  bmp: (view) => ({ width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }),
};

/** Segments begin with 0xff, a marker and their length; the frame's (SOF0 to SOF15) has the size. */
function jpegSize(view: DataView): Size {
  let at = 2;
  for (;;) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return undefined;
    // Huffman tables (c4), extensions (c8) and arithmetic conditions (cc) share the frames' row.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    // Padding, and markers that stand alone.
    const alone = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += marker === 0xff ? 1 : alone ? 2 : 2 + view.getUint16(at + 2);
  }
}

/** Lossy, lossless and extended files each have the size in another way. */
function webpSize(view: DataView): Size {
  const kind = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  if (kind === 'VP8X') {
    const whole = (at: number) => 1 + view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
    return { width: whole(24), height: whole(27) };
  }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (kind !== 'VP8 ') return undefined;
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** AVIF and HEIC are trees of boxes; `ispe` is the size of an image, and the largest is the picture's own. */
function boxedSize(view: DataView): Size {
  let largest: Size;
  const end = Math.min(view.byteLength, 65_536) - 16;
  for (let at = 0; at < end; at++) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
