import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { en } from '../src/ui/i18n/en.ts';
import { FileDrop } from './fixtures/fileDrop.ts';
import { LANDSCAPE, mapFile, pngOf } from './fixtures/maps.ts';
import { addressOf, expect, tabOf, test } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';
import { SMALL, sizeOf } from './fixtures/sizes.ts';

const TOP = { x: 0, y: -0.24 };
const BOTTOM = { x: 0, y: 0.24 };

// One of our own, one by numbers, one by colours: that each convention is read is `readLabelMap.test.ts`’s affair.
test('a map that is dropped becomes the layout, whatever its convention', async ({ open }) => {
  test.setTimeout(120_000);
  const { page, layout } = await open();
  const files = new FileDrop(page);
  for (const id of ['plein-air', 'coco-stuff', 'gaugan'] as const) {
    await test.step(id, async () => {
      await files.drop(mapFile(id));
      await files.expectRead();
      // Some conventions write this map alike: it is said then, and the person may choose.
      await expect(files.dialog).toContainText(en.maps.convention(id));
      await files.take();
      await layout.expectClass(TOP, 'sky');
      await layout.expectClass(BOTTOM, 'trees');
      await layout.chooseTool('fill');
      await layout.chooseClass('sand');
      await layout.click(TOP);
      await layout.expectClass(TOP, 'sand');
    });
  }
});

test('a map that nobody knows is named by hand, and known the next time', async ({ open }) => {
  const { page, layout, header } = await open();
  const files = new FileDrop(page);
  // Two reds that are in no table, and a part that is to be cut out: the map is too wide.
  const unknown = pngOf('mine.png', 400, 100, 3, (x, y) => (y < 50 ? [250, 1, x < 100 ? 2 : 3] : [251, 0, 9]));
  await files.drop(unknown);
  await files.expectRead();
  await expectAccessible(page);
  await files.region('#fb0009').selectOption({ label: 'Water' });
  await files.region('#fa0103').selectOption({ label: 'Sky' });
  await files.region('#fa0102').selectOption({ label: 'Clouds' });
  await files.dialog.getByRole('combobox', { name: en.maps.size }).selectOption({ index: 1 });
  await files.dialog.getByRole('slider', { name: en.maps.place }).fill('1');
  await files.take();
  await layout.expectClass({ x: -0.3, y: -0.24 }, 'sky');
  await layout.expectClass(BOTTOM, 'water');

  await files.drop(unknown);
  await files.expectRead();
  await files.dialog.getByRole('combobox', { name: en.maps.size }).selectOption({ index: 1 });
  await files.dialog.getByRole('slider', { name: en.maps.place }).press('Home');
  await files.take();
  await layout.expectClass({ x: -0.45, y: -0.24 }, 'clouds');

  await header.undo.click();
  await layout.expectClass({ x: -0.45, y: -0.24 }, 'sky');
});

test('whatever else a map could be is one click away, with what it would give, and another click takes it', async ({
  open,
}) => {
  const { page, layout } = await open();
  const files = new FileDrop(page);
  await files.drop(mapFile('coco-stuff'));
  await files.expectRead();
  await files.dialog.locator('summary').filter({ hasText: en.maps.readAs }).click();
  const readings = files.dialog.getByRole('group', { name: en.maps.readAs }).getByRole('radio');
  expect(await readings.count()).toBeGreaterThanOrEqual(3);
  await expect(readings.and(page.locator(':checked'))).toHaveCount(1);
  await expectAccessible(page);
  const other = files.dialog.locator('label').filter({ hasText: en.maps.convention('ade20k-0') });
  await expect(other).toContainText('%');
  await other.click();
  await files.expectRead();
  await expect(files.dialog.locator('summary').filter({ hasText: en.maps.readAs })).toContainText(
    en.maps.convention('ade20k-0'),
  );
  // By its numbers alone nothing of it has a name, and each is a region.
  await files.dialog.locator('label').filter({ hasText: en.maps.unknownNote }).click();
  await files.expectRead();
  await files.region('156').selectOption({ label: 'Snow' });
  await files.take();
  await layout.expectClass(TOP, 'snow');
});

test('what cannot be read is told in a sentence, and nothing is lost', async ({ open }) => {
  const { page, layout } = await open();
  const files = new FileDrop(page);
  await files.drop(mapFile('plein-air'));
  await files.expectRead();
  await files.take();

  const small = pngOf('small.png', 32, 32, 1, () => [1]);
  const whole = mapFile('gaugan');
  const cut = { ...whole, bytes: whole.bytes.slice(0, whole.bytes.length - 40) };
  for (const [file, sentence] of [
    [small, /32 × 32 pixels/],
    [cut, /is cut off/],
  ] as const) {
    await files.drop(file);
    await expect(files.reading.getByRole('alert')).toContainText(sentence);
    await page.keyboard.press('Escape');
    await expect(files.reading).toHaveCount(0);
  }
  await files.drop({ name: 'notes.txt', type: 'text/plain', bytes: new TextEncoder().encode('hello') });
  await expect(
    page.getByRole('alert').getByText(en.problems['unknown-file']({ code: 'unknown-file', file: 'notes.txt' })),
  ).toBeVisible();
  await layout.expectClass(TOP, 'sky');
  await layout.expectClass(BOTTOM, 'trees');
});

test('several maps become pictures one by one, saved together', async ({ open }) => {
  test.setTimeout(120_000);
  const { page, settings } = await open();
  await settings.chooseSize(SMALL);
  const files = new FileDrop(page);
  const bad = {
    ...mapFile('ade20k'),
    name: 'bad.png',
    bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
  };
  await files.drop({ ...mapFile('gaugan', [...LANDSCAPE, 10]), name: 'a.png' }, bad, {
    ...mapFile('ade20k'),
    name: 'b.png',
  });
  await expect(files.queue).toContainText(en.maps.queue.progress(2, 3), { timeout: 90_000 });
  await expect(files.queue).toContainText(en.problems['cut-off']({ code: 'cut-off', file: 'bad.png' }));
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await files.queue.getByRole('button', { name: en.maps.queue.save }).click();
  const zip = unzipSync(new Uint8Array(await readFile(await (await download).path())));
  expect(Object.keys(zip)).toEqual(['a-layout.png', 'a-picture.png', 'b-layout.png', 'b-picture.png']);
  const { width } = sizeOf(page, SMALL);
  for (const [name, bytes] of Object.entries(zip)) {
    expect(Buffer.from(bytes).readUInt32BE(16)).toBe(name.endsWith('picture.png') ? width : 256);
  }
});

test('every export that is dropped gives the same layout again, and a project everything', async ({
  open,
  anotherBrowser,
}) => {
  test.setTimeout(120_000);
  const { page, layout, header, job, picture } = await open();
  const files = new FileDrop(page);
  await files.drop(mapFile('plein-air', [1, 3, 9, 6]));
  await files.expectRead();
  await files.take();
  const shown = await layout.restingFingerprint();
  const saved = async (
    command: 'save-layout' | 'save-layout-coco-stuff' | 'save-layout-gaugan' | 'save-layout-ade20k',
  ) => {
    const download = await header.saveAs(command);
    return { name: download.suggestedFilename(), type: 'image/png', bytes: await readFile(await download.path()) };
  };
  for (const command of [
    'save-layout',
    'save-layout-coco-stuff',
    'save-layout-gaugan',
    'save-layout-ade20k',
  ] as const) {
    await test.step(command, async () => {
      const file = await saved(command);
      await page.keyboard.press('ControlOrMeta+Backspace');
      await layout.expectClass(TOP, 'any');
      await files.drop(file);
      await files.expectRead();
      await files.take();
      await expect.poll(() => layout.fingerprint()).toBe(shown);
    });
  }

  await job.paint();
  await job.expectDone();
  await picture.expectState('whole');
  const painted = await picture.restingFingerprint();
  const download = await header.saveAs('save-project');
  const project = { name: download.suggestedFilename(), type: '', bytes: await readFile(await download.path()) };
  expect(project.name).toMatch(/\.pleinair$/);

  const other = tabOf(await (await anotherBrowser()).newPage());
  await other.page.goto(addressOf('tiny', 'wasm'));
  await other.layout.waitUntilOpened();
  await new FileDrop(other.page).drop(project);
  await expect.poll(() => other.layout.fingerprint()).toBe(shown);
  await expect.poll(() => other.picture.fingerprint()).toBe(painted);
  await other.header.undo.click();
  await expect.poll(() => other.layout.fingerprint()).not.toBe(shown);
});
