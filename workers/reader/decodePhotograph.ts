import { readImageHeader, type ImageFormat } from '../../src/core/photo/imageHeader.ts';
import { IoError } from '../../src/core/ioError.ts';
import { PHOTOGRAPH_SIZE } from '../../src/protocol/pictureReader.ts';

/** A JPEG's size comes after its colour profile and its small preview: no more than some segments of 64 kB. */
const HEAD_BYTES = 2 ** 20;
/** No file of a photograph is larger. */
const MOST_FILE_BYTES = 2 ** 28;

const ADVICE: Partial<Record<ImageFormat, string>> = {
  heic: 'is a HEIC picture, which this browser cannot read. Save it as a JPEG or a PNG to open it here.',
  avif: 'is an AVIF picture that this browser cannot read. Save it as a JPEG or a PNG to open it here.',
};

export interface DecodedPhotograph {
  /** Upright, in its own colours, which a canvas turns into its own. The caller's to close. */
  readonly bitmap: ImageBitmap;
  readonly format: ImageFormat;
}

/**
 * Decodes a photograph, turned as its EXIF orientation says. Its size is read first: one that is too large is never
 * unpacked.
 * @throws IoError with one sentence for a person.
 */
export async function decodePhotograph(file: Blob, what: string): Promise<DecodedPhotograph> {
  if (file.size === 0) throw new IoError(`${what} is empty.`);
  if (file.size > MOST_FILE_BYTES) throw new IoError(`${what} is larger than any photograph that this page reads.`);
  const header = readImageHeader(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (!header) throw new IoError(`${what} is no picture that this page reads.`);
  if (header.size) checkSize(header.size, what);
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!bitmap) {
    const advice = ADVICE[header.format] ?? 'is damaged, or a picture that this browser cannot read.';
    throw new IoError(`${what} ${advice}`);
  }
  try {
    checkSize(bitmap, what);
  } catch (error) {
    bitmap.close();
    throw error;
  }
  return { bitmap, format: header.format };
}

function checkSize({ width, height }: { readonly width: number; readonly height: number }, what: string): void {
  const { minimumSide, maximumPixels } = PHOTOGRAPH_SIZE;
  const size = `${what} has ${width} x ${height} pixels`;
  if (Math.min(width, height) < minimumSide) {
    throw new IoError(`${size}, which is too small: a side has at least ${minimumSide}.`);
  }
  if (width * height > maximumPixels) {
    throw new IoError(
      `${size}, ${megapixelsOf(width * height)} megapixels. This page reads photographs of up to ` +
        `${megapixelsOf(maximumPixels)}: scale it down first.`,
    );
  }
}

function megapixelsOf(pixels: number): number {
  return Math.round(pixels / 1e6);
}
