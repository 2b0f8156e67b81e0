/** The mean colours of a canvas in fields, row by row: red, green, blue, 0..255. */
export type Look = readonly number[];

/** A field's colour may differ by so much: where a canvas is drawn part by part, the parts' borders are not quite those of the whole. */
const TOLERANCE = 8;

/** Whether two canvases show the same. One of another size, or with nothing on it, is like none. */
export function isAlike(one: Look, other: Look): boolean {
  return (
    one.length > 0 &&
    one.length === other.length &&
    one.every((value, index) => Math.abs(value - (other[index] ?? NaN)) <= TOLERANCE)
  );
}

/** For the page: the look of the canvas in the element that was found, after the next frame is drawn. */
export async function lookOfFound(): Promise<Look> {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const canvas = document.querySelector<HTMLCanvasElement>('[data-found] canvas')!;
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
  const [columns, rows] = [64, 32];
  const sums = Array.from({ length: 3 * columns * rows }, () => 0);
  const counts = Array.from({ length: columns * rows }, () => 0);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const field = Math.floor((y * rows) / height) * columns + Math.floor((x * columns) / width);
      counts[field]! += 1;
      for (let channel = 0; channel < 3; channel++) sums[3 * field + channel]! += data[4 * (y * width + x) + channel]!;
    }
  }
  return sums.map((sum, index) => Math.round(sum / counts[Math.floor(index / 3)]!));
}
