import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { decode } from 'fast-png';
import { FileDrop } from './fixtures/fileDrop.ts';
import { OLD_COLOR, OLD_LATTICE, oldProject, oldSavedWork, OWN_COLOR } from './fixtures/oldWork.ts';
import { sizeOf, WIDE } from './fixtures/sizes.ts';
import { addressOf, expect, tabOf, test, withoutFileDialogs } from './fixtures/test.ts';

/** Of a saved picture: its size, and the colour at a place in shares of its sides. */
async function saved(download: Download) {
  const { width, height, data, channels } = decode(await readFile(await download.path()));
  const at = (x: number, y: number) => {
    const start = channels * (Math.floor(y * height) * width + Math.floor(x * width));
    return [...data.subarray(start, start + 3)];
  };
  return { width, height, at };
}

test('a picture is saved in the size that it is called by, and in twice that', async ({ open }) => {
  test.setTimeout(180_000);
  const { page, settings, job, picture, header } = await open({ bundle: 'landscapes' });
  await settings.chooseSize(WIDE);
  await job.paint();
  await job.expectDone(150_000);
  await picture.expectState('whole');
  const { width, height } = sizeOf(page, WIDE);
  expect(await saved(await header.save(WIDE, 1))).toMatchObject({ width, height });
  expect(await saved(await header.save(WIDE, 2))).toMatchObject({ width: 2 * width, height: 2 * height });
});

test('a project of before opens as it was, and is decoded anew; what it kept of a photograph stays', async ({
  open,
}) => {
  test.setTimeout(180_000);
  const { page, settings, job, picture, header, layout } = await open({ bundle: 'landscapes' });
  // The model is here: what is decoded anew costs no download.
  await settings.chooseSmallest();
  await job.paint();
  await job.expectDone(120_000);
  await new FileDrop(page).drop(oldProject());
  await layout.expectClass({ x: 0, y: 0 }, 'water');
  await job.expectDone(60_000);
  await picture.expectState('whole');
  const image = await saved(await header.save(OLD_LATTICE, 1));
  expect(image).toMatchObject(sizeOf(page, OLD_LATTICE));
  expect(image.at(0.2, 0.5)).toEqual(OWN_COLOR);
  expect(image.at(0.8, 0.5)).not.toEqual(OLD_COLOR);
});

test('saved work of before is there again as it was', async ({ context, watch }) => {
  expect(watch).toBeDefined();
  await withoutFileDialogs(context);
  const page = await context.newPage();
  // Of the same origin, and without the page's own scripts.
  await page.goto('/favicon.svg');
  await page.evaluate(async (work) => {
    const opening = indexedDB.open('plein-air');
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('works'));
    await new Promise((done) => opening.addEventListener('success', done));
    const works = opening.result.transaction('works', 'readwrite').objectStore('works');
    const { lattice, page: state } = work;
    const layout = Uint8Array.from(work.layout);
    const tokens = Int16Array.from(work.tokens);
    const pixels = Uint8ClampedArray.from(work.picture);
    works.put({ version: 1, lattice, layout, tokens, picture: pixels, page: state }, 'work:old');
    works.put(Date.now(), 'time:old');
    await new Promise((done) => works.transaction.addEventListener('complete', done));
    opening.result.close();
  }, oldSavedWork());
  await page.goto(addressOf('landscapes', 'wasm'));
  const { layout, picture, header } = tabOf(page);
  await layout.waitUntilOpened();
  await layout.expectClass({ x: 0, y: 0 }, 'water');
  await picture.expectState('whole');
  // The model is not here: it is the picture that was saved.
  const project = await header.saveAs('save-pair');
  const pair = await saved(project);
  expect(pair).toMatchObject({ width: 256, height: 128 });
  expect(pair.at(0.75, 0.5)).toEqual(OLD_COLOR);
});
