import { en } from '../src/ui/i18n/en.ts';
import { FileDrop } from './fixtures/fileDrop.ts';
import { mapFile } from './fixtures/maps.ts';
import { addressOf, expect, tabOf, test } from './fixtures/test.ts';

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the page opens, reads a map, paints and has its starters without a network after two visits', async ({
    open,
    context,
  }) => {
    const { page, job, layout } = await open();
    await job.paint();
    await job.expectDone();
    await page.evaluate(() => navigator.serviceWorker.ready);
    // Under the worker's care from the second visit on. The engine and the model were stored by the first.
    await page.reload();
    await layout.waitUntilOpened();
    await expect(page.getByText(en.job.ready)).toBeVisible();

    await context.setOffline(true);
    await page.close();
    const tab = tabOf(await context.newPage());
    await tab.page.goto(addressOf('tiny', 'wasm'));
    await tab.layout.waitUntilOpened();
    const files = new FileDrop(tab.page);
    await files.drop(mapFile('gaugan'));
    await files.expectRead();
    await files.takeAndPaint();
    await tab.job.expectDone();
    await tab.picture.expectState('whole');
    // Starters and gallery were never opened: they are stored with the page.
    await tab.dialogs.open('starters');
    const pictures = tab.dialogs.dialog('starters').locator('img');
    const arrived = () => pictures.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth > 0));
    await expect.poll(async () => (await arrived()).length).toBeGreaterThanOrEqual(6);
    // Those out of sight are fetched when they come into it.
    for (const picture of await pictures.all()) await picture.scrollIntoViewIfNeeded();
    await expect.poll(arrived).not.toContain(false);
    await tab.dialogs.close('starters');
    await tab.dialogs.open('gallery');
    await expect(tab.dialogs.dialog('gallery').getByRole('listitem').first()).toBeVisible();
    await context.setOffline(false);
  });
});

test('a network that goes right after the first opening costs a sentence, and comes back to a picture', async ({
  anotherBrowser,
}) => {
  test.setTimeout(120_000);
  for (const after of [300, 8_000]) {
    await test.step(`after ${after} ms`, async () => {
      const context = await anotherBrowser();
      const { page, layout, job, picture } = tabOf(await context.newPage());
      await page.goto(addressOf('tiny', 'wasm'), { waitUntil: 'commit' });
      await page.waitForTimeout(after);
      await context.setOffline(true);
      // What was not there by then was not all that it takes: the page says so, and opens when it is asked for again.
      const unstarted = page.getByText('Plein Air has not started.');
      const canvases = page.getByRole('application').first();
      const isThere = async () => (await unstarted.isVisible()) || (await canvases.isVisible());
      await expect.poll(isThere, { timeout: 30_000 }).toBe(true);
      if (await unstarted.isVisible()) {
        expect(after).toBe(300);
        await context.setOffline(false);
        await page.reload();
        await context.setOffline(true);
      }
      await layout.waitUntilOpened();
      await layout.chooseTool('fill');
      await layout.chooseClass('sand');
      await layout.click({ x: 0, y: 0 });
      await job.paint();
      await job.expectFailure('NETWORK');
      await context.setOffline(false);
      await job.again.click();
      await job.expectDone();
      await picture.expectState('whole');
      await layout.expectClass({ x: 0, y: 0 }, 'sand');
      await context.close();
    });
  }
});

test('what is kept in the browser is shown, and deleted when one is sure', async ({ open }) => {
  const { page, job, dialogs } = await open();
  await job.paint();
  await job.expectDone();
  await dialogs.open('storage');
  const dialog = dialogs.dialog('storage');
  await dialog.getByRole('button', { name: en.storage.delete('models') }).click();
  await dialog.getByRole('button', { name: en.storage.really('models') }).click();
  await expect(dialog).toContainText(en.storage.deleted('models'));
  expect(await page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('models')))).toEqual([]);
  await dialogs.close('storage');
  await job.paint();
  await job.expectDone();
});

test('what a newer model or engine has replaced is shown apart in the storage', async ({ open }) => {
  const { page, job, dialogs } = await open();
  await job.paint();
  await job.expectDone();
  const dialog = dialogs.dialog('storage');
  const old = /MB.*of it no longer used/;
  await dialogs.open('storage');
  await expect(dialog).toContainText(/MB/);
  await expect(dialog).not.toContainText(old);
  await dialogs.close('storage');
  await page.evaluate(async () => {
    const bytes = () => new Response(new Uint8Array(2_000_000));
    const models = (await caches.keys()).find((name) => name.includes('models'));
    await (await caches.open(models ?? '')).put(`/plein-air-models/${'0'.repeat(64)}`, bytes());
    await (await caches.open('plein-air-engine')).put('/assets/engine-of-before.wasm', bytes());
  });
  await dialogs.open('storage');
  await expect(dialog.getByText(old)).toHaveCount(2);
});

test('a browser that keeps nothing is told so, and paints all the same', async ({ open, context }) => {
  await context.addInitScript(() => {
    // An empty tab is no page that may keep anything.
    if (!isSecureContext) return;
    const refused = () => Promise.reject(new DOMException('No room.', 'QuotaExceededError'));
    Object.defineProperty(StorageManager.prototype, 'persist', { value: () => Promise.resolve(false) });
    Object.defineProperty(StorageManager.prototype, 'persisted', { value: () => Promise.resolve(false) });
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('No room.', 'QuotaExceededError');
    };
    Cache.prototype.put = refused;
  });
  const { page, job, picture, dialogs } = await open();
  await job.paint();
  await job.expectDone();
  await picture.expectState('whole');
  await expect(page.getByRole('alert').getByText(/storage is full/)).toBeVisible();
  await dialogs.open('storage');
  await dialogs.dialog('storage').getByRole('button', { name: en.storage.keep }).click();
  await expect(dialogs.dialog('storage')).toContainText(en.storage.refused);
});
