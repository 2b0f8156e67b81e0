import type { Page } from '@playwright/test';
import { en } from '../src/ui/i18n/en.ts';
import type { ClassName } from './fixtures/layoutPanel.ts';
import { PicturesDialog } from './fixtures/picturesDialog.ts';
import { expectPictureStored } from './fixtures/storedPicture.ts';
import { addressOf, expect, tabOf, test } from './fixtures/test.ts';

const MIDDLE = { x: 0, y: 0 };
/** Longer than the hand has to rest until the work is saved. */
const SAVED_AFTER = 1600;

/** From now on the browser says that there is no room in its database. */
function fillTheDisk(page: Page): Promise<void> {
  return page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('There is no room.', 'QuotaExceededError');
    };
  });
}

test('a stroke of the moment before the page is loaded again is there, each time, and is undone to what was before', async ({
  open,
}) => {
  const { page, layout, header } = await open();
  await layout.chooseTool('fill');
  const classes: readonly ClassName[] = ['sand', 'snow', 'grass', 'water', 'trees', 'rock', 'dirt', 'sand'];
  for (const name of classes) {
    // oxlint-disable no-await-in-loop -- one after the other: each is what the next begins with.
    await layout.chooseTool('fill');
    await layout.chooseClass(name);
    await layout.click(MIDDLE);
    await page.reload();
    await layout.waitUntilOpened();
    await layout.expectClass(MIDDLE, name);
    // oxlint-enable no-await-in-loop
  }
  await header.undo.click();
  await layout.expectClass(MIDDLE, 'dirt');
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('plein-air-left'))),
  ).toEqual([]);
});

test('what a tab had not saved when it was closed opens in the next one, and is in the list', async ({
  open,
  context,
}) => {
  const first = await open();
  await first.layout.chooseTool('fill');
  await first.layout.chooseClass('snow');
  await first.layout.click(MIDDLE);
  await first.layout.expectClass(MIDDLE, 'snow');
  await first.page.close();
  const second = tabOf(await context.newPage());
  await second.page.goto(addressOf('tiny', 'wasm'));
  await second.layout.waitUntilOpened();
  await second.layout.expectClass(MIDDLE, 'snow');
  const pictures = new PicturesDialog(second.page);
  await pictures.open();
  await expect(pictures.cards).toHaveCount(1);
});

test('a page that is slow to go leaves its document to the one that comes, and no copy of it', async ({
  open,
  context,
}) => {
  const { page, layout } = await open();
  await layout.chooseTool('fill');
  await layout.chooseClass('snow');
  await layout.click(MIDDLE);
  await page.waitForTimeout(SAVED_AFTER);
  const idOf = () => page.evaluate(() => sessionStorage.getItem('plein-air-document') ?? '');
  const id = await idOf();
  // What is left of a page holds on to its lock as this one does, and answers nobody.
  const rest = await context.newPage();
  await rest.goto('/favicon.svg');
  await rest.evaluate((document) => {
    void navigator.locks.request(
      `plein-air-document-${document}`,
      () => new Promise((done) => setTimeout(done, 2_000)),
    );
  }, id);
  await page.reload();
  await layout.waitUntilOpened();
  await layout.expectClass(MIDDLE, 'snow');
  expect(await idOf()).toBe(id);
});

test('a database that somebody deletes under the page has the open picture again', async ({ open }) => {
  const { page, layout } = await open();
  await layout.chooseTool('fill');
  await layout.chooseClass('snow');
  await layout.click(MIDDLE);
  await page.waitForTimeout(SAVED_AFTER);
  const outcome = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.deleteDatabase('plein-air');
        for (const type of ['success', 'blocked', 'error']) request.addEventListener(type, () => resolve(type));
      }),
  );
  expect(outcome).toBe('success');
  await page.waitForTimeout(2 * SAVED_AFTER);
  await page.reload();
  await layout.waitUntilOpened();
  await layout.expectClass(MIDDLE, 'snow');
});

test('with a full disk a reload costs nothing, and what is deleted stays deleted', async ({ open, context }) => {
  const tab = await open();
  await tab.layout.chooseTool('fill');
  await tab.layout.chooseClass('snow');
  await tab.layout.click(MIDDLE);
  await tab.page.waitForTimeout(SAVED_AFTER);
  await fillTheDisk(tab.page);
  await tab.layout.chooseClass('grass');
  await tab.layout.click(MIDDLE);
  await expect(tab.page.getByRole('alert')).toContainText(en.pictures.troubles.full);
  await tab.page.reload();
  await tab.layout.waitUntilOpened();
  await tab.layout.expectClass(MIDDLE, 'grass');

  // Noted again, and then deleted by its owner.
  await tab.layout.chooseClass('sand');
  await tab.layout.click(MIDDLE);
  await tab.page.goto('about:blank');
  await tab.page.goto(addressOf('tiny', 'wasm'));
  await tab.layout.expectClass(MIDDLE, 'sand');
  const pictures = new PicturesDialog(tab.page);
  await pictures.open();
  await pictures.rename(pictures.cards.first(), 'Sand');
  await pictures.choose(pictures.card('Sand'), en.pictures.remove);
  await expect(pictures.dialog.getByRole('button', { name: en.pictures.undo, exact: true })).toBeVisible();
  await tab.page.close();
  const next = tabOf(await context.newPage());
  await next.page.goto(addressOf('tiny', 'wasm'));
  await next.layout.waitUntilOpened();
  const left = new PicturesDialog(next.page);
  await left.open();
  await expect(left.dialog.getByText(en.pictures.loading)).toHaveCount(0);
  await expect(left.card('Sand')).toHaveCount(0);
});

test('a picture of the largest size is stored in pieces, and comes back pixel by pixel', async ({ open }) => {
  test.setTimeout(240_000);
  const { page, settings, layout, job, picture } = await open();
  await settings.chooseSize({ rows: 32, columns: 64 });
  await job.paint();
  await job.expectDone(150_000);
  const before = await picture.restingFingerprint();
  await expectPictureStored(page);
  await page.reload();
  await layout.waitUntilOpened();
  await expect.poll(() => picture.fingerprint()).toBe(before);
});
