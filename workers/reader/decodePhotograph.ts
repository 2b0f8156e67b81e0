import { readImageHeader, type ImageFormat } from '../../src/core/photo/imageHeader.ts';
import { IoError } from '../../src/core/problem.ts';
import type { Size } from '../../src/core/rect.ts';
import { PHOTOGRAPH_SIZE } from '../../src/protocol/pictureReader.ts';

/** A JPEG's size comes after its colour profile and its small preview: no more than some segments of 64 kB. */
const HEAD_BYTES = 2 ** 20;
/** No file of a photograph is larger. */
const MOST_FILE_BYTES = 2 ** 28;

export interface DecodedPhotograph {
  /** Upright, in its own colours, which a canvas turns into its own. The caller's to close. */
  readonly bitmap: ImageBitmap;
  readonly format: ImageFormat;
}

/**
 * Decodes a photograph, turned as its EXIF orientation says. Its size is read first: one that is too large is never
 * unpacked.
 * @throws IoError
 */
export async function decodePhotograph(file: Blob, name: string): Promise<DecodedPhotograph> {
  if (file.size === 0) throw new IoError({ code: 'empty', file: name });
  if (file.size > MOST_FILE_BYTES) throw new IoError({ code: 'too-large', file: name });
  const header = readImageHeader(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (!header) throw new IoError({ code: 'not-picture', file: name });
  if (header.size) checkSize(header.size, name);
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!bitmap) {
    const { format } = header;
    throw new IoError({ code: 'undecodable', file: name, format: isNotEverywhere(format) ? format : undefined });
  }
  try {
    checkSize(bitmap, name);
  } catch (error) {
    bitmap.close();
    throw error;
  }
  return { bitmap, format: header.format };
}

function checkSize({ width, height }: Size, file: string): void {
  const { minimumSide, maximumPixels } = PHOTOGRAPH_SIZE;
  const size = { width, height };
  if (Math.min(width, height) < minimumSide) {
    throw new IoError({ code: 'photograph-small', file, size, minimum: minimumSide });
  }
  if (width * height > maximumPixels) {
    throw new IoError({ code: 'photograph-large', file, size, maximum: maximumPixels });
  }
}

/** Formats that some browsers decode, and others not. */
function isNotEverywhere(format: ImageFormat): format is 'heic' | 'avif' {
  return format === 'heic' || format === 'avif';
}
