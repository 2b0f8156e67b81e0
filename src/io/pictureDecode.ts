import { IoError } from '../core/ioError.ts';

/**
 * Pixels of a picture in any format that the browser shows. Not for layouts: browsers may add noise to what is read
 * back from a canvas and apply colour profiles, which a picture survives and class ids do not.
 * @returns RGBA, 4 * width * height
 * @throws IoError with one sentence for a person.
 */
export async function decodePicture(
  file: Blob,
  size: { readonly width: number; readonly height: number },
  what: string,
): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) throw new IoError(`${what} has a picture that this browser cannot read.`);
  try {
    if (bitmap.width !== size.width || bitmap.height !== size.height) {
      throw new IoError(
        `${what} has a picture of ${bitmap.width} x ${bitmap.height} pixels where ` +
          `${size.width} x ${size.height} were expected.`,
      );
    }
    const context = new OffscreenCanvas(size.width, size.height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new IoError('This browser has no canvas to read a picture with.');
    context.drawImage(bitmap, 0, 0);
    return new Uint8ClampedArray(context.getImageData(0, 0, size.width, size.height).data);
  } finally {
    bitmap.close();
  }
}
