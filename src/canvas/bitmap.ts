import { wholeRect, type Rect } from '../core/rect.ts';

/** Pixels that are written here and drawn from a canvas: the one way is never taken back. */
export class Bitmap {
  readonly canvas: HTMLCanvasElement;
  /** Written in place; `upload` puts a rectangle of it into the canvas. */
  readonly image: ImageData;
  /** The same bytes, a word to a pixel. */
  readonly words: Uint32Array;
  private readonly context: CanvasRenderingContext2D;

  /** @param pixels RGBA to show as they are, without a copy */
  constructor(
    readonly width: number,
    readonly height: number,
    pixels: Uint8ClampedArray<ArrayBuffer> = new Uint8ClampedArray(width * height * 4),
  ) {
    this.canvas = document.createElement('canvas');
    this.canvas.width = width;
    this.canvas.height = height;
    this.image = new ImageData(pixels, width, height);
    this.words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
    this.context = contextOf(this.canvas);
    // The browser has dropped the canvas's memory and given it back empty.
    this.canvas.addEventListener('contextrestored', () => this.upload(wholeRect(this)));
  }

  upload({ x, y, width, height }: Rect): void {
    this.context.putImageData(this.image, 0, 0, x, y, width, height);
  }
}

export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas.');
  return context;
}
