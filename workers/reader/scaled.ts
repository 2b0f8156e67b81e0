import { wholeRect, type Rect } from '../../src/core/rect.ts';

type Source = ImageBitmap | OffscreenCanvas;

/** @throws RangeError where the browser has no canvas of that size */
export function contextFor(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new RangeError(`No canvas of ${width} x ${height} pixels.`);
  context.imageSmoothingQuality = 'high';
  return context;
}

/**
 * A part of a picture at another size, opaque, in sRGB. Where it shrinks it is halved until it is near: some browsers look
 * at four pixels for each new one, whatever the scale.
 */
export function scaled(source: Source, part: Rect, width: number, height: number): OffscreenCanvasRenderingContext2D {
  let from = { picture: source, part };
  for (;;) {
    const { part: now } = from;
    const isLast = now.width <= 2 * width && now.height <= 2 * height;
    const halved = {
      width: Math.max(width, Math.ceil(now.width / 2)),
      height: Math.max(height, Math.ceil(now.height / 2)),
    };
    const size = isLast ? { width, height } : halved;
    const context = contextFor(size.width, size.height);
    // What is transparent in a photograph is the paper that it lies on.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, size.width, size.height);
    context.drawImage(from.picture, now.x, now.y, now.width, now.height, 0, 0, size.width, size.height);
    if (isLast) return context;
    from = { picture: context.canvas, part: wholeRect(size) };
  }
}
