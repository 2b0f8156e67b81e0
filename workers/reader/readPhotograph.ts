import type { ImageFormat } from '../../src/core/photo/imageHeader.ts';
import { moodFeatures } from '../../src/core/photo/moodFeatures.ts';
import { containsRect, isEmptyRect, wholeRect, type Rect, type Size } from '../../src/core/rect.ts';
import type { CutRequest, PhotographCut, PhotographReading } from '../../src/protocol/pictureReader.ts';
import { sizeWithin } from '../../src/core/sizeWithin.ts';
import { scaled } from './scaled.ts';

/** Longer sides are scaled down to this: four times what the longest side of a picture has, as one may zoom in. */
const LONGEST_SIDE = 4096;
/** The longest side of what shows all of it. */
const PREVIEW_SIDE = 480;

/** A photograph whose file was decoded, to be cut. */
export class OpenedPhotograph {
  private readonly picture: OffscreenCanvas;

  /** @param bitmap of its pixels, upright; still the caller's to close */
  constructor(
    bitmap: ImageBitmap,
    private readonly format: ImageFormat,
  ) {
    const { width, height } = sizeWithin(bitmap, LONGEST_SIDE);
    this.picture = scaled(bitmap, wholeRect(bitmap), width, height).canvas;
  }

  read(): PhotographReading {
    const { width, height } = this.picture;
    const small = sizeWithin(this.picture, PREVIEW_SIDE);
    const preview = { ...small, pixels: pixelsOf(this.picture, wholeRect(this.picture), small) };
    return { width, height, firstFrame: this.format === 'gif', preview };
  }

  cut({ crop, width, height }: CutRequest): PhotographCut {
    if (isEmptyRect(crop) || !containsRect(wholeRect(this.picture), crop)) {
      throw new Error('That part is not on the photograph.');
    }
    const pixels = pixelsOf(this.picture, crop, { width, height });
    return { pixels, features: moodFeatures(pixels, width) };
  }
}

function pixelsOf(picture: OffscreenCanvas, part: Rect, { width, height }: Size): Uint8ClampedArray<ArrayBuffer> {
  const { data } = scaled(picture, part, width, height).getImageData(0, 0, width, height);
  return new Uint8ClampedArray(data);
}
