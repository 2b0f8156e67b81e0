import { readFile } from 'node:fs/promises';
import { decode, type DecodedPng } from 'fast-png';
import { en } from '../src/ui/i18n/en.ts';
import { expectPictureStored } from './fixtures/storedPicture.ts';
import { readPngText } from './fixtures/pngText.ts';
import { expect, tabOf, test, type Tab } from './fixtures/test.ts';
import { SMALL, sizeOf } from './fixtures/sizes.ts';

const MIDDLE = { x: 0, y: 0 };
/** Longer than the hand has to rest until the work is saved. */
const SAVED_AFTER = 1600;

async function fillWith({ layout }: Tab, name: 'sand' | 'snow' | 'grass'): Promise<void> {
  await layout.chooseTool('fill');
  await layout.chooseClass(name);
  await layout.click(MIDDLE);
  await layout.expectClass(MIDDLE, name);
}

test('the work is there again after a reload', async ({ open }) => {
  const tab = await open();
  await fillWith(tab, 'sand');
  await tab.job.paint();
  await tab.job.expectDone();
  const before = await tab.picture.restingFingerprint();
  await expectPictureStored(tab.page);

  await tab.page.reload();
  await tab.layout.expectClass(MIDDLE, 'sand');
  await tab.picture.expectState('whole');
  await expect.poll(() => tab.picture.fingerprint()).toBe(before);
});

test('two tabs never overwrite each other’s work', async ({ open, context }) => {
  const first = await open();
  await fillWith(first, 'sand');
  await first.page.waitForTimeout(SAVED_AFTER);
  const second = await open();
  await fillWith(second, 'snow');
  await second.page.waitForTimeout(SAVED_AFTER);
  await first.page.reload();
  await second.page.reload();
  await first.layout.expectClass(MIDDLE, 'sand');
  await second.layout.expectClass(MIDDLE, 'snow');

  // A tab opened after one was closed takes its work up.
  await first.page.close();
  const third = tabOf(await context.newPage());
  await third.page.goto(second.page.url());
  await third.layout.expectClass(MIDDLE, 'sand');
});

test('a project that the system opens with the page is there, and the work of last time one undo away', async ({
  open,
  context,
}) => {
  const tab = await open();
  await fillWith(tab, 'snow');
  const project = await readFile(await (await tab.header.saveAs('save-project')).path());
  await fillWith(tab, 'sand');
  await tab.page.waitForTimeout(SAVED_AFTER);
  const address = tab.page.url();
  await tab.page.close();

  // As an installed page is opened with a file, which comes before the page has opened last time's work.
  const launched = tabOf(await context.newPage());
  await launched.page.addInitScript((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const handle = { getFile: () => Promise.resolve(new File([bytes], 'mine.pleinair')) };
    const launchQueue = { setConsumer: (hear: (launch: { files: unknown[] }) => void) => hear({ files: [handle] }) };
    Object.defineProperty(window, 'launchQueue', { value: launchQueue });
  }, project.toString('base64'));
  await launched.page.goto(address);
  await launched.layout.expectClass(MIDDLE, 'snow');
  await launched.header.undo.click();
  await launched.layout.expectClass(MIDDLE, 'sand');
});

test('the page’s colours are chosen, and stay chosen', async ({ open }) => {
  const { page } = await open();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await ground();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();

  await page.getByRole('button', { name: en.header.more, exact: true }).click();
  await page.getByRole('radio', { name: en.header.themes.light }).check();
  await expect.poll(ground).toBe(light);
  await page.reload();
  expect(await ground()).toBe(light);
  await page.getByRole('button', { name: en.header.more, exact: true }).click();
  await expect(page.getByRole('radio', { name: en.header.themes.light })).toBeChecked();
  await page.getByRole('radio', { name: en.header.themes.system }).check();
  await expect.poll(ground).toBe(dark);
});

test('a saved picture says how it was made', async ({ open }) => {
  const tab = await open();
  await tab.settings.chooseSize(SMALL);
  await tab.job.paint();
  await tab.job.expectDone();
  const bytes = await readFile(await (await tab.header.save(SMALL, 2)).path());
  expect(bytes.readUInt32BE(16), 'twice as wide').toBe(2 * sizeOf(tab.page, SMALL).width);
  const said = JSON.parse(readPngText(bytes, 'plein-air')) as Record<string, unknown>;
  expect(said).toMatchObject({ version: 1, bundle: 'tiny', lattice: { rows: 16, columns: 16 }, mood: 0 });
  expect(said.codebook).toMatch(/^[0-9a-f]{64}$/);
  expect(said.decoder).toMatch(/^[0-9a-f]{16}$/);
  expect(said.settings).toMatchObject({ seed: expect.any(Number) });
});

test('layout and picture are saved side by side', async ({ open }) => {
  const tab = await open();
  await tab.settings.chooseSize(SMALL);
  await fillWith(tab, 'sand');
  await tab.job.paint();
  await tab.job.expectDone();
  await tab.picture.expectState('whole');
  const picture = decode(await readFile(await (await tab.header.save(SMALL, 1)).path()));
  const pair = decode(await readFile(await (await tab.header.saveAs('save-pair')).path()));
  const said = tab.page.getByText(en.notices.saved({ kind: 'saved' }), { exact: true });
  await expect(said).toBeVisible();
  const { width, height } = sizeOf(tab.page, SMALL);
  expect([pair.width, pair.height]).toEqual([2 * width, height]);
  const at = (image: DecodedPng, x: number, y: number) =>
    [...image.data].slice((y * image.width + x) * image.channels, (y * image.width + x) * image.channels + 3);
  for (const [x, y] of [
    [0, 0],
    [width / 2, height / 2],
    [width - 1, height - 1],
  ] as const) {
    expect(at(pair, x + width, y)).toEqual(at(picture, x, y));
  }
  const sand = await tab.layout.colorAt(MIDDLE);
  expect(at(pair, width / 2, height / 2)).toEqual(sand.slice(0, 3));
  // What is no problem is said for a moment.
  await expect(said).toBeHidden();
});
