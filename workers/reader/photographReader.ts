import { IoError } from '../../src/core/ioError.ts';
import { moodFeatures } from '../../src/core/photo/moodFeatures.ts';
import { pictureKindOf, type PictureKind } from '../../src/core/photo/pictureKind.ts';
import { containsRect, isEmptyRect, type Rect } from '../../src/core/rect.ts';
import type {
  CutRequest,
  PhotographCut,
  PhotographReader,
  PhotographReading,
} from '../../src/protocol/photographReader.ts';
import type { ReaderReply } from '../../src/protocol/readerReply.ts';
import { decodePhotograph } from './decodePhotograph.ts';
import { reply } from './reply.ts';
import { contextFor, scaled } from './scaled.ts';

/** Longer sides are scaled down to this: four times what the longest side of a picture has, as one may zoom in. */
const LONGEST_SIDE = 4096;
/** The longest side of what shows all of it. */
const PREVIEW_SIDE = 480;
/** Rows that are looked at to tell a photograph from a map. */
const ROWS = 96;

/** Reads photographs, one at a time, and keeps the last one. */
export class CanvasPhotographReader implements PhotographReader {
  private picture: OffscreenCanvas | undefined;

  read(file: File): Promise<ReaderReply<PhotographReading>> {
    return reply('photograph', async () => {
      this.picture = undefined;
      const { bitmap, format } = await decodePhotograph(file, `“${file.name}”`);
      try {
        const kind = kindOf(bitmap);
        const { width, height } = sizeWithin(bitmap, LONGEST_SIDE);
        this.picture = scaled(bitmap, wholeOf(bitmap), width, height).canvas;
        const small = sizeWithin(this.picture, PREVIEW_SIDE);
        const preview = { ...small, pixels: pixelsOf(this.picture, wholeOf(this.picture), small) };
        return { width, height, kind, firstFrame: format === 'gif', preview };
      } finally {
        bitmap.close();
      }
    });
  }

  cut({ crop, width, height }: CutRequest): Promise<ReaderReply<PhotographCut>> {
    return reply('photograph', () => {
      const { picture } = this;
      if (!picture) throw new IoError('No photograph has been read.');
      if (isEmptyRect(crop) || !containsRect(wholeOf(picture), crop))
        throw new IoError('That part is not on the photograph.');
      const pixels = pixelsOf(picture, crop, { width, height });
      return { pixels, features: moodFeatures(pixels, width) };
    });
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function wholeOf({ width, height }: Size): Rect {
  return { x: 0, y: 0, width, height };
}

/** The same proportions, no side longer than `longest`. */
function sizeWithin({ width, height }: Size, longest: number): Size {
  const shrink = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * shrink)), height: Math.max(1, Math.round(height * shrink)) };
}

function pixelsOf(picture: OffscreenCanvas, part: Rect, { width, height }: Size): Uint8ClampedArray<ArrayBuffer> {
  const { data } = scaled(picture, part, width, height).getImageData(0, 0, width, height);
  return new Uint8ClampedArray(data);
}

/** By rows as they are: scaling would blur a map's edges and a photograph's grain alike. */
function kindOf(bitmap: ImageBitmap): PictureKind {
  const { width, height } = bitmap;
  const rows = Math.min(ROWS, height);
  const context = contextFor(width, rows);
  context.imageSmoothingEnabled = false;
  for (let row = 0; row < rows; row++) {
    context.drawImage(bitmap, 0, Math.floor(((row + 0.5) * height) / rows), width, 1, 0, row, width, 1);
  }
  return pictureKindOf(new Uint32Array(context.getImageData(0, 0, width, rows).data.buffer), width);
}
