import { expect, test } from 'vitest';
import { noise } from '../noise.ts';
import { pictureKindOf } from './pictureKind.ts';

const WIDTH = 200;
const HEIGHT = 60;

function wordsOf(colorAt: (x: number, y: number) => readonly [number, number, number]): Uint32Array {
  return Uint32Array.from({ length: WIDTH * HEIGHT }, (_, at) => {
    const [r, g, b] = colorAt(at % WIDTH, Math.floor(at / WIDTH)).map((one) =>
      Math.max(0, Math.min(255, Math.round(one))),
    );
    return (0xff000000 | (b! << 16) | (g! << 8) | r!) >>> 0;
  });
}

const bands = [
  [120, 170, 230],
  [30, 90, 40],
  [40, 100, 170],
] as const;
const bandAt = (x: number, y: number) => bands[Math.floor((3 * (y + 8 * Math.sin(x / 30))) / HEIGHT)] ?? bands[0];

test('a map is one, also where a format has blurred its edges or its colours a little', () => {
  expect(pictureKindOf(wordsOf(bandAt), WIDTH)).toBe('map');
  const blurred = wordsOf((x, y) => bandAt(x, y).map((one, n) => (one + bandAt(x + 1, y + 1)[n]!) / 2) as never);
  expect(pictureKindOf(blurred, WIDTH)).toBe('map');
  const noisyEdges = wordsOf((x, y) => {
    const isEdge = bandAt(x, y) !== bandAt(x, y + 4) || bandAt(x, y) !== bandAt(x, y - 4);
    return bandAt(x, y).map((one) => one + (isEdge ? 20 * noise(1, y, x) : 0)) as never;
  });
  expect(pictureKindOf(noisyEdges, WIDTH)).toBe('map');
});

test('a photograph is none, in colour or in grey, however smooth', () => {
  const light = (x: number, y: number) => 90 + 1.5 * y + 20 * Math.sin(x / 40);
  const smooth = wordsOf((x, y) => [light(x, y), light(x, y) + 20, light(x, y) + 50]);
  expect(pictureKindOf(smooth, WIDTH)).toBe('photograph');
  const grey = wordsOf((x, y) => {
    const level = light(x, y) + 12 * noise(3, y, x);
    return [level, level, level];
  });
  expect(pictureKindOf(grey, WIDTH)).toBe('photograph');
  const grainy = wordsOf((x, y) => bandAt(x, y).map((one, n) => one + 30 * noise(n, y, x)) as never);
  expect(pictureKindOf(grainy, WIDTH)).toBe('photograph');
});

test('one colour alone is a map', () => {
  expect(
    pictureKindOf(
      wordsOf(() => [7, 7, 7]),
      WIDTH,
    ),
  ).toBe('map');
});

test('a sky that was too bright for the camera makes no map of a photograph, and white makes no photograph of a map', () => {
  const isSky = (y: number) => y < 0.62 * HEIGHT;
  const light = (x: number, y: number) => 90 + 1.5 * y + 20 * Math.sin(x / 40) + 6 * noise(5, y, x);
  const clipped = wordsOf((x, y) =>
    isSky(y) ? [255, 254 + (x & 1), 255] : [light(x, y), light(x, y) + 20, light(x, y) - 30],
  );
  expect(pictureKindOf(clipped, WIDTH)).toBe('photograph');
  const map = wordsOf((x, y) => (isSky(y) ? [255, 255, 255] : bandAt(x, y)));
  expect(pictureKindOf(map, WIDTH)).toBe('map');
  expect(
    pictureKindOf(
      wordsOf((x) => (x < 90 ? [0, 0, 0] : [255, 255, 255])),
      WIDTH,
    ),
  ).toBe('map');
});
