import type { Locator, Page } from '@playwright/test';
import { en } from '../src/ui/i18n/en.ts';
import { startsWith } from './fixtures/names.ts';
import { expect, test } from './fixtures/test.ts';

const MIDDLE = { x: 0, y: 0 };

/** What of an element is seen: two that look alike have the same. */
function looks(element: Locator): Promise<string> {
  return element.evaluate((one) => {
    const { backgroundColor, color, outlineStyle, outlineWidth, borderTopColor } = getComputedStyle(one);
    return [backgroundColor, color, outlineStyle, outlineWidth, borderTopColor].join(' | ');
  });
}

/** How many colours a picture of an element has, from side to side through its middle. */
async function coloursAcross(page: Page, element: Locator): Promise<number> {
  const base64 = (await element.screenshot()).toString('base64');
  return page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.codePointAt(0) ?? 0);
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const row = context.getImageData(0, Math.floor(bitmap.height / 2), bitmap.width, 1).data;
    return new Set(Array.from({ length: bitmap.width }, (_, x) => row.slice(4 * x, 4 * x + 3).join())).size;
  }, base64);
}

test('in the system’s own colours what is chosen is seen, and sliders have tracks', async ({ open }) => {
  const { page } = await open();
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  const groups = [en.layout.tools, en.layout.palette].map((name) => page.getByRole('group', { name, exact: true }));
  for (const group of groups) {
    const chosen = group.locator('label:has(:checked)');
    const other = group.locator('label:has(input:not(:checked))').first();
    await expect(chosen).toHaveCount(1);
    expect(await looks(chosen)).not.toBe(await looks(other));
  }
  const mirror = page.getByRole('button', { name: en.commands.mirror });
  const before = await looks(mirror);
  await mirror.click();
  await page.mouse.move(0, 0);
  expect(await looks(mirror)).not.toBe(before);
  const slider = page.getByRole('slider', { name: en.layout.size });
  expect(await coloursAcross(page, slider), 'track, thumb, and what lies behind them').toBeGreaterThanOrEqual(3);
  const well = page
    .getByRole('group', { name: en.layout.palette })
    .locator('label:has(input[aria-label^="snow"]) > span');
  const paints = await well.first().evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(paints, 'a well of paint keeps its paint').not.toBe(
    await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
  );
});

test('keys are where the letters are, or where they would be on a keyboard without such letters', async ({
  open,
  context,
}) => {
  const { page, layout } = await open();
  await layout.chooseTool('fill');
  await layout.chooseClass('sand');
  await layout.click(MIDDLE);
  await layout.expectClass(MIDDLE, 'sand');
  await layout.chooseClass('snow');
  await layout.click(MIDDLE);
  await layout.expectClass(MIDDLE, 'snow');
  const session = await context.newCDPSession(page);
  const pressWithControl = async (key: string, code: string) => {
    for (const type of ['rawKeyDown', 'keyUp'] as const) {
      await session.send('Input.dispatchKeyEvent', { type, key, code, modifiers: 2 });
    }
  };
  // On a French keyboard this is Ctrl+W, where an English one has Z.
  await pressWithControl('w', 'KeyZ');
  await page.waitForTimeout(200);
  await layout.expectClass(MIDDLE, 'snow');
  await pressWithControl('я', 'KeyZ');
  await layout.expectClass(MIDDLE, 'sand');
  await pressWithControl('н', 'KeyY');
  await layout.expectClass(MIDDLE, 'snow');
  // And this is its Ctrl+Z.
  await pressWithControl('z', 'KeyW');
  await layout.expectClass(MIDDLE, 'sand');
});

test('at 1280, 390 and 320 pixels no panel scrolls sideways, and at a zoom of 400 % the canvas keeps half of the height', async ({
  open,
}) => {
  const { page, layout } = await open();
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 640 });
    const isPhone = width < 720;
    if (isPhone) await page.getByRole('radio', { name: en.picture.showPicture }).check();
    for (const name of [en.settings.format, en.header.more, en.header.saveMenu]) {
      const isOnSheet = isPhone && name === en.settings.format;
      if (isOnSheet) await page.getByRole('button', { name: startsWith(en.settings.heading) }).click();
      await page.getByRole('button', { name: startsWith(name) }).click();
      const panel = page.getByRole('dialog', { name });
      await expect(panel).toBeVisible();
      const { inside, room } = await panel.evaluate(({ scrollWidth, clientWidth }) => ({
        inside: scrollWidth,
        room: clientWidth,
      }));
      expect(room, `${name}, ${width}`).toBeGreaterThan(100);
      expect(inside, `${name}, ${width}`).toBeLessThanOrEqual(room);
      await page.keyboard.press('Escape');
      if (isOnSheet) await page.keyboard.press('Escape');
    }
  }

  await page.setViewportSize({ width: 320, height: 256 });
  await page.getByRole('radio', { name: en.picture.showLayout }).check();
  await page.evaluate(() => scrollTo(0, 0));
  // Rows of the screen in which the canvas is what a pointer meets.
  const seen = await layout.canvas.evaluate((canvas) => {
    const { left, width, top, bottom } = canvas.getBoundingClientRect();
    const stage = canvas.parentElement!;
    let rows = 0;
    for (let y = Math.max(0, Math.ceil(top)); y < Math.min(innerHeight, bottom); y++) {
      const hit = document.elementFromPoint(left + width / 2, y);
      if (hit !== null && stage.contains(hit)) rows += 1;
    }
    return rows;
  });
  expect(seen).toBeGreaterThanOrEqual(128);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
