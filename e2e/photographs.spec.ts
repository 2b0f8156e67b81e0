import { readFile } from 'node:fs/promises';
import { decode } from 'fast-png';
import type { Download } from '@playwright/test';
import { BLEND } from '../src/core/photo/ownPixels.ts';
import { en } from '../src/ui/i18n/en.ts';
import { FileDrop, type DroppedFile } from './fixtures/fileDrop.ts';
import { mapFile } from './fixtures/maps.ts';
import { PhotographDialog } from './fixtures/photographDialog.ts';
import { landscapePixels, photographFile } from './fixtures/photographs.ts';
import { savedProject } from './fixtures/project.ts';
import { expect, test } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';
import { WIDE, sizeOf } from './fixtures/sizes.ts';

/** The rows of a picture, RGB, that are nothing but the photograph's own: the upper half without what fades into the rest. */
function ownRows(pixels: ArrayLike<number>, { width, height }: { width: number; height: number }): Buffer {
  const fades = (BLEND * height) / WIDE.rows;
  return Buffer.from(Uint8Array.from(pixels).slice(0, 3 * width * (height / 2 - fades)));
}

/** The same of a saved picture. */
async function savedRows(download: Download): Promise<Buffer> {
  const { data, channels, width, height } = decode(await readFile(await download.path()));
  expect(channels).toBe(3);
  return ownRows(data, { width, height });
}

test('half of a photograph is kept with its own pixels, and the rest is painted', async ({ open }) => {
  test.setTimeout(150_000);
  const { page, header, job, picture, ...tab } = await open({ bundle: 'landscapes' });
  const photograph = new PhotographDialog(page);
  const size = sizeOf(page, WIDE);
  await new FileDrop(page).drop(photographFile(size.width, size.height));
  await photograph.expectKept(256, 512);
  await expect(photograph.dialog).toContainText('In its own mood');
  await expectAccessible(page);
  await photograph.complete.click();
  await job.expectDone(90_000);
  await picture.expectState('whole');

  const own = ownRows(landscapePixels(size.width, size.height), size);
  expect((await savedRows(await header.save(WIDE, 1))).equals(own)).toBe(true);
  const { tokens, files } = await savedProject({ page, header, job, picture, ...tab });
  expect(tokens.every((token) => token >= 0)).toBe(true);
  expect(files['photograph.png']).toBeDefined();

  await header.undo.click();
  await header.redo.click();
  expect((await savedRows(await header.save(WIDE, 1))).equals(own)).toBe(true);
  await page.getByRole('button', { name: en.share.button, exact: true }).click();
  await expect(page.getByText(en.photo.linkNote)).toBeVisible();
  await page.keyboard.press('Escape');

  // Autosave waits for a second of rest.
  await page.waitForTimeout(1_500);
  await page.reload();
  await tab.layout.waitUntilOpened();
  await picture.expectState('whole');
  expect((await savedRows(await header.save(WIDE, 1))).equals(own)).toBe(true);
});

test('the layout of a photograph becomes the layout, to paint on and to undo', async ({ open }) => {
  test.setTimeout(90_000);
  const fetched: string[] = [];
  const tab = await open({ bundle: 'landscapes' });
  const { page, header, job, layout } = tab;
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''));
  const before = await layout.restingFingerprint();
  const photograph = new PhotographDialog(page);
  await new FileDrop(page).drop(photographFile());
  await photograph.expectKept(256, 512);
  expect(fetched.filter((name) => name.startsWith('segmenter'))).toEqual([]);
  await photograph.takeLayout();
  await expect(job.bar).toContainText(en.job.done({ phase: 'done', purpose: 'segment', seconds: 1 }), {
    timeout: 30_000,
  });
  // The segmenter alone, and not what painting needs.
  expect(fetched.filter((name) => name.endsWith('.onnx'))).toEqual(['segmenter.onnx']);
  // One channel: a pixel is its class.
  const { data, width, height } = decode((await savedProject(tab)).files['layout.png']!);
  expect([width, height]).toEqual([512, 256]);
  const classes = (from: number, to: number) => new Set(data.slice(from * width, to * width));
  expect(classes(0, 64)).toEqual(new Set([1]));
  expect([...classes(240, 256)].filter((id) => [3, 6, 7, 8, 11].includes(id)).length).toBeGreaterThan(0);
  expect(classes(240, 256).has(1)).toBe(false);

  const found = await layout.restingFingerprint();
  await layout.chooseClass('water');
  await layout.click({ x: 0, y: 0.15 });
  await layout.expectClass({ x: 0, y: 0.15 }, 'water');
  await header.undo.click();
  await expect.poll(() => layout.restingFingerprint()).toBe(found);
  await expect(header.undo).toHaveAccessibleName(en.header.undo(en.changes['photograph-layout']));
  await header.undo.click();
  await expect.poll(() => layout.restingFingerprint()).toBe(before);
});

test('any part is kept by hand, by pointer and by keyboard', async ({ open }) => {
  const { page, job, header } = await open();
  const photograph = new PhotographDialog(page);
  await new FileDrop(page).drop(photographFile());
  await photograph.expectKept(256, 512);
  await photograph.keep('left');
  await photograph.chooseTool('rectangle');
  await page.keyboard.down('Alt');
  await photograph.drag({ x: -0.48, y: -0.48 }, { x: 0.48, y: 0.48 });
  await page.keyboard.up('Alt');
  await photograph.expectKept(0, 512);
  await expect(photograph.complete).toBeDisabled();
  await photograph.canvas.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await photograph.expectKept(1, 512);
  await photograph.chooseTool('brush');
  await photograph.drag({ x: 0, y: 0 }, { x: 0.1, y: 0 });
  await photograph.complete.click();
  await job.expectDone();
  await expect(header.undo).toHaveAccessibleName(en.header.undo(en.changes['photograph']));
});

test('a drag that ends beside the dialog leaves it open, and a press beside it closes it', async ({ open }) => {
  const { page } = await open();
  const photograph = new PhotographDialog(page);
  await new FileDrop(page).drop(photographFile());
  await photograph.expectKept(256, 512);
  await photograph.keep('all');
  const heading = await photograph.dialog.getByRole('heading', { name: en.photo.heading }).boundingBox();
  if (!heading) throw new Error('The heading is not seen.');
  await page.mouse.move(heading.x + 5, heading.y + 5);
  await page.mouse.down();
  await page.mouse.move(2, 2, { steps: 4 });
  await page.mouse.up();
  await photograph.expectKept(512, 512);
  await page.mouse.click(2, 2);
  await expect(photograph.dialog).toHaveCount(0);
});

test('each dialog offers the other reading', async ({ open }) => {
  const { page } = await open();
  const files = new FileDrop(page);
  const photograph = new PhotographDialog(page);
  await files.drop(mapFile('gaugan'));
  await files.expectRead();
  await files.dialog.getByRole('button', { name: en.maps.isPhotograph }).click();
  await photograph.expectKept(256, 512);
  await photograph.dialog.getByRole('button', { name: en.photo.isMap }).click();
  await files.expectRead();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));

/** Beginnings of files whose rest is not there: what is said must be known from them. */
const BAD: readonly (readonly [DroppedFile, RegExp])[] = [
  [
    {
      name: 'huge.jpg',
      type: 'image/jpeg',
      bytes: bytes([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0x22, 0x20, 0x2d, 0x80, 3]),
    },
    /has 102 megapixels\. .*up to 67: scale it down first/,
  ],
  [
    { name: 'phone.heic', type: 'image/heic', bytes: bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0]) },
    /is a HEIC picture/,
  ],
  [{ name: 'cut.jpg', type: 'image/jpeg', bytes: bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16]) }, /is damaged, or a picture/],
];

test('what cannot be opened is told in a sentence, and nothing is lost', async ({ open }) => {
  const { page, layout, picture } = await open();
  await picture.expectState('whole');
  const before = [await layout.restingFingerprint(), await picture.restingFingerprint()];
  const files = new FileDrop(page);
  for (const [file, sentence] of BAD) {
    await files.drop(file);
    await expect(files.reading.getByRole('alert')).toContainText(sentence);
    await page.keyboard.press('Escape');
    await expect(files.reading).toHaveCount(0);
  }
  expect([await layout.restingFingerprint(), await picture.restingFingerprint()]).toEqual(before);
});
