import { en } from '../src/ui/i18n/en.ts';
import { expect, tabOf, test } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';

/** Longer than the hand has to rest until the work is saved. */
const SAVED_AFTER = 1600;

test('near or far is offered by a model that knows zooms, follows the size until it is set, and stays set', async ({
  context,
}) => {
  await context.route('**/models/tiny/manifest.json', async (route) => {
    const manifest = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...manifest, zooms: 3 } });
  });
  const { page, layout, settings } = tabOf(await context.newPage());
  await page.goto('/?bundle=models/tiny/manifest.json&backend=wasm');
  await layout.waitUntilOpened();
  const zoom = settings.panel.getByRole('slider', { name: en.settings.zoom });
  await settings.chooseSize({ rows: 32, columns: 32 });
  await expect(zoom).toHaveValue('2');
  await settings.chooseSize({ rows: 16, columns: 16 });
  await expect(zoom).toHaveValue('1');
  await zoom.press('End');
  await expect(zoom).toHaveAttribute('aria-valuetext', en.settings.zoomValue(3));
  await expectAccessible(page);

  await page.waitForTimeout(SAVED_AFTER);
  await page.reload();
  await layout.waitUntilOpened();
  await expect(zoom).toHaveValue('3');
});
