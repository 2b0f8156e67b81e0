import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { en } from '../src/ui/i18n/en.ts';
import { expect, tabOf, test, withoutFileDialogs, type Tab } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';
import { LARGE, SMALL } from './fixtures/sizes.ts';

/** The small bundle of kind `sliding` is for tests, and not part of the page: it is put where the page can ask for it. */
const FOLDER = 'training/parity/tiny-sliding';
const MIDDLE = { x: 0, y: 0 };

test('a model of taming-transformers paints whole pictures, and the page offers nothing that it cannot do', async ({
  context,
}) => {
  test.setTimeout(120_000);
  await withoutFileDialogs(context);
  await context.route('**/models/tiny-sliding/*', async (route) => {
    await route.fulfill({ body: await readFile(`${FOLDER}/${basename(new URL(route.request().url()).pathname)}`) });
  });
  const tab: Tab = tabOf(await context.newPage());
  const { page, layout, job, picture, settings } = tab;
  await page.goto('/?bundle=models/tiny-sliding/manifest.json&backend=wasm');
  await layout.waitUntilOpened();
  await settings.chooseSize(LARGE);
  await layout.chooseTool('fill');
  await layout.chooseClass('water');
  await layout.click(MIDDLE);

  await job.paint();
  await job.expectPainted(40);
  await job.stop.click();
  await job.expectStopped();
  await job.goOn.click();
  await job.expectPainted(80);
  await job.stop.click();
  await job.expectStopped();

  await settings.chooseSize(SMALL);
  await job.paint();
  await job.expectDone(60_000);
  await picture.expectState('whole');
  expect(await picture.alphaInMiddle('whole')).toBe(255);
  // 16 pixels to a cell, whatever the page's own model makes.
  const png = await readFile(await (await tab.header.save(SMALL, 1)).path());
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 256]);

  await expect(page.getByText(en.settings.wholePictures)).toBeVisible();
  for (const name of [en.commands.mark, en.region.extend, en.region.options, en.region.changed]) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  }
  for (const name of [en.settings.guidance, en.settings.zoom]) {
    await expect(page.getByRole('slider', { name })).toHaveCount(0);
  }
  await expect(settings.moodField).toHaveCount(0);
  await expectAccessible(page);
});
