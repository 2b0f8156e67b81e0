import { readFile } from 'node:fs/promises';
import { decode } from 'fast-png';
import { colorsIn } from './fixtures/pixels.ts';
import { expect, test } from './fixtures/test.ts';
import { SMALL, sizeOf } from './fixtures/sizes.ts';

const LEFT = { x: -0.1, y: 0 };
const RIGHT = { x: 0.1, y: 0 };
const MIDDLE = { x: 0, y: 0 };

test('a person paints with the pointer and gets a picture', async ({ open }) => {
  test.setTimeout(180_000);
  const { page, settings, layout, picture, job, header } = await open({ bundle: 'landscapes' });
  await settings.chooseSize(SMALL);
  await layout.chooseTool('brush');
  await layout.chooseClass('water');
  await layout.draw(LEFT, RIGHT);
  await layout.expectClass(MIDDLE, 'water');

  await job.paint();
  await job.expectDone(150_000);
  await picture.expectState('whole');
  expect(await picture.alphaInMiddle('whole')).toBe(255);

  const file = await header.save(SMALL, 1);
  const { width, height, data } = decode(await readFile(await file.path()), { checkCrc: true });
  expect({ width, height }).toEqual(sizeOf(page, SMALL));
  expect(colorsIn(withAlpha(data)), 'a picture, not a plane').toBeGreaterThan(2000);
});

test('a person fills, erases and picks', async ({ open }) => {
  const { layout } = await open();
  await layout.chooseTool('fill');
  await layout.chooseClass('sand');
  await layout.click(MIDDLE);
  await layout.expectClass(MIDDLE, 'sand');
  await layout.chooseTool('eraser');
  await layout.click(MIDDLE);
  await layout.expectClass(MIDDLE, 'any');
});

test('the GPU paints what it is asked to @webgpu', async ({ open }) => {
  test.setTimeout(480_000);
  const { settings, layout, picture, job } = await open({ bundle: 'tiny', backend: 'webgpu' });
  await settings.chooseSmallest();
  await layout.chooseTool('fill');
  await layout.chooseClass('grass');
  await layout.click(MIDDLE);
  await job.paint();
  await job.expectDone(440_000);
  await picture.expectState('whole');
  await job.expectBackend('webgpu');
});

function withAlpha(rgb: ArrayLike<number>): Uint8Array {
  const rgba = new Uint8Array((rgb.length / 3) * 4).fill(255);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    for (let channel = 0; channel < 3; channel++) rgba[to + channel] = rgb[from + channel] ?? 0;
  }
  return rgba;
}
