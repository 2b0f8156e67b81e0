import { readFile } from 'node:fs/promises';
import { en } from '../src/ui/i18n/en.ts';
import { farthestSquares, readClipboard, readPicture } from './fixtures/pictureFiles.ts';
import { SMALL, sizeOf } from './fixtures/sizes.ts';
import { expect, test } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';

/** Longer than the hand has to rest until the work is saved. */
const SAVED_AFTER = 1600;

test('a picture is saved in every format and copied, and the choice is there the next time', async ({
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const tab = await open();
  const { page, header } = tab;
  const { exports } = header;
  await tab.settings.chooseSize(SMALL);
  await tab.layout.chooseTool('fill');
  await tab.layout.chooseClass('sand');
  await tab.layout.click({ x: 0, y: 0 });
  await tab.job.paint();
  await tab.job.expectDone();
  await tab.picture.expectState('whole');
  const { width, height } = sizeOf(page, SMALL);
  const png = await readPicture(page, await readFile(await (await header.save(SMALL, 1)).path()), 'image/png');
  expect(png).toMatchObject({ width, height });

  for (const [format, ending] of [
    ['jpeg', 'jpg'],
    ['webp', 'webp'],
  ] as const) {
    await exports.open();
    await exports.choose({ what: 'picture', format });
    const file = await exports.save();
    expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    const read = await readPicture(page, await readFile(await file.path()), `image/${format}`);
    expect(read).toMatchObject({ width, height });
    expect(farthestSquares(read, png)).toBeLessThan(10);
    expect(read.pixels.equals(png.pixels)).toBe(false);
  }

  await exports.open();
  await expectAccessible(page);
  await expect(exports.format('webp')).toBeChecked();
  await exports.copyButton.click();
  await expect(exports.dialog.getByText(en.notices.copied({ kind: 'copied' }))).toBeVisible();
  const copied = await readClipboard(page);
  expect(copied).toMatchObject({ type: 'image/png', width, height });
  expect(copied.pixels.equals(png.pixels)).toBe(true);
  await exports.choose({ what: 'pair' });
  await exports.copyButton.click();
  await expect.poll(async () => (await readClipboard(page)).width).toBe(2 * width);

  await page.waitForTimeout(SAVED_AFTER);
  await page.reload();
  await tab.picture.expectState('whole');
  await exports.open();
  await expect(exports.dialog.getByRole('radio', { name: en.exporting.things.pair })).toBeChecked();
  await expect(exports.format('webp')).toBeChecked();
});

test('a browser that writes no WebP and has no clipboard is offered neither', async ({ open }) => {
  const { page, header } = await open();
  await page.evaluate(() => {
    Reflect.deleteProperty(window, 'ClipboardItem');
    // As Safari does.
    OffscreenCanvas.prototype.convertToBlob = (options) =>
      Promise.resolve(new Blob([], { type: options?.type === 'image/webp' ? 'image/png' : (options?.type ?? '') }));
  });
  await header.exports.open();
  await header.exports.choose({ what: 'picture' });
  await expect(header.exports.format('jpeg')).toBeVisible();
  await expect(header.exports.format('webp')).toHaveCount(0);
  await expect(header.exports.copyButton).toHaveCount(0);
});
