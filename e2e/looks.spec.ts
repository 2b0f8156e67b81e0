import type { Page } from '@playwright/test';
import { en } from '../src/ui/i18n/en.ts';
import { startsWith } from './fixtures/names.ts';
import { addressOf, expect, test } from './fixtures/test.ts';

/** Pixels: what is said beside the point; all else is larger. */
const SMALLEST = 13;

const SCREENS = [
  { width: 1920, height: 1080 },
  { width: 1440, height: 900 },
  { width: 900, height: 700 },
  { width: 720, height: 900 },
  { width: 390, height: 844 },
] as const;

/** The texts that are seen and smaller than they may be. */
function smallTexts(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen: { text: string; size: number }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: parent, textContent: text } = node;
      if (!parent?.checkVisibility() || !text?.trim() || parent.closest('style, script')) continue;
      seen.push({ text, size: parseFloat(getComputedStyle(parent).fontSize) });
    }
    if (seen.length < 8) return [`only ${seen.length} texts are seen`];
    return seen.filter(({ size }) => size < smallest).map(({ text, size }) => `${text}: ${size}`);
  }, SMALLEST);
}

for (const viewport of SCREENS) {
  test(`nothing that one reads is small at ${viewport.width} pixels, and no button lies on a canvas`, async ({
    open,
  }) => {
    const { page, dialogs } = await open();
    await page.setViewportSize(viewport);
    expect(await smallTexts(page)).toEqual([]);
    const views = page.getByRole('group', { name: en.picture.view }).getByRole('radio');
    for (const view of [en.picture.showLayout, en.picture.showPicture]) {
      if (viewport.width < 900) await views.and(page.getByRole('radio', { name: view, exact: true })).check();
      expect(await overCanvases(page), view).toEqual([]);
    }
    for (const name of ['starters', 'help', 'about', 'storage', 'gallery'] as const) {
      await dialogs.open(name);
      expect(await smallTexts(page), name).toEqual([]);
      await dialogs.close(name);
    }
  });
}

/** What lies on a canvas, or beside the strip that should hold it. What is written on a phone's canvas to begin is no button. */
function overCanvases(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const stages = [...document.querySelectorAll<HTMLElement>('[data-opened]')].filter((one) => one.checkVisibility());
    const told = stages.flatMap((stage) => {
      const frame = stage.getBoundingClientRect();
      const canvas = stage.querySelector('canvas')!.getBoundingClientRect();
      const held = [...stage.querySelectorAll<HTMLElement>('h2, button, input, output')].filter((one) =>
        one.checkVisibility(),
      );
      const boxes = held.map((one) => ({
        name: one.ariaLabel ?? one.textContent,
        box: one.getBoundingClientRect(),
      }));
      const outside = boxes.filter(
        ({ box }) => box.bottom > canvas.top || box.left < frame.left || box.right > frame.right,
      );
      const inLine = boxes.toSorted((one, other) => one.box.left - other.box.left);
      const crossed = inLine.filter(({ box }, index) => (inLine[index - 1]?.box.right ?? 0) > box.left + 0.5);
      return [...outside, ...crossed].map(({ name }) => name);
    });
    return stages.length === 0 ? ['no stage is seen'] : told;
  });
}

test('on a large screen all grows, and no slider gets longer than one needs', async ({ open }) => {
  const { page } = await open();
  const paint = page.getByRole('button', { name: en.job.paint, exact: true });
  const measure = async (width: number, height: number) => {
    await page.setViewportSize({ width, height });
    const text = await paint.evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
    const { height: button } = (await paint.boundingBox())!;
    const { width: icon } = (await paint.locator('svg').boundingBox())!;
    const sliders = await page
      .getByRole('slider')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width / one.getBoundingClientRect().height));
    expect(sliders.length).toBeGreaterThan(3);
    return { text, button, icon, longest: Math.max(...sliders) };
  };
  const usual = await measure(1440, 900);
  expect(usual.text).toBe(14);
  for (const [width, height, factor] of [
    [1920, 1080, 1.125],
    [3840, 2160, 1.25],
  ] as const) {
    const large = await measure(width, height);
    expect(large.text).toBeCloseTo(usual.text * factor, 1);
    expect(large.button).toBeCloseTo(usual.button * factor, 0);
    expect(large.icon).toBeCloseTo(usual.icon * factor, 0);
    // By its own height.
    expect(large.longest).toBeLessThan(10);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`one colour acts and says what is chosen: ${colorScheme}`, async ({ open }) => {
    const { page, header } = await open();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const styleOf = (one: Element, property: string) => getComputedStyle(one).getPropertyValue(property);
    const paint = page.getByRole('button', { name: en.job.paint, exact: true });
    const accent = await paint.evaluate(styleOf, 'background-color');
    const chosenTool = page.getByRole('radio', { name: en.commands.brush, exact: true }).locator('..');
    expect(await chosenTool.evaluate(styleOf, 'color')).toBe(accent);
    await header.exports.open();
    const save = header.exports.dialog.getByRole('button', { name: en.header.saveMenu, exact: true });
    expect(await save.evaluate(styleOf, 'background-color')).toBe(accent);
    const chosenFormat = header.exports.format('png').locator('..');
    expect(await chosenFormat.evaluate(styleOf, 'color')).toBe(accent);
  });
}

test('a panel stays at what has opened it, which shows no tip meanwhile', async ({ open }) => {
  const { page } = await open();
  await page.setViewportSize({ width: 1440, height: 900 });
  const opener = page.getByRole('button', { name: startsWith(en.settings.format) });
  await opener.click();
  const panel = page.getByRole('dialog', { name: en.settings.format, exact: true });
  const expectBeside = () =>
    expect
      .poll(async () => {
        const [at, box] = [(await opener.boundingBox())!, (await panel.boundingBox())!];
        const offStart = Math.abs(box.x - at.x);
        const offEnd = Math.abs(box.x + box.width - at.x - at.width);
        // It lies above, and on whole pixels; at its start, or where that has no room at its end.
        return Math.max(Math.min(offStart, offEnd), Math.abs(at.y - (box.y + box.height) - 4));
      })
      .toBeLessThan(1);
  await expect(panel).toBeVisible();
  await expectBeside();
  await page.setViewportSize({ width: 1200, height: 800 });
  await expectBeside();
  await page.keyboard.press('Escape');

  const more = page.getByRole('button', { name: en.header.more, exact: true });
  const tipOf = () => more.evaluate((one) => getComputedStyle(one, '::after').visibility);
  const tipIsThere = () => more.evaluate((one) => getComputedStyle(one, '::after').display !== 'none');
  await more.hover();
  await expect.poll(tipOf).toBe('visible');
  expect(await tipIsThere()).toBe(true);
  await more.click();
  expect(await tipIsThere()).toBe(false);
  await page.keyboard.press('Escape');
  await expect.poll(tipIsThere).toBe(true);
});

test('the name is written in the serif that comes with the page, which does not wait for it', async ({
  anotherBrowser,
}) => {
  const context = await anotherBrowser();
  const page = await context.newPage();
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  const asked = page.waitForRequest(/\.woff2$/);
  await page.route(/\.woff2$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(addressOf('tiny', 'wasm'), { waitUntil: 'commit' });
  await asked;
  const session = await context.newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const fontOfName = async () => {
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1 span' });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    return fonts.map(({ familyName, isCustomFont }) => `${familyName}${isCustomFont ? ', of the page' : ''}`);
  };
  const paintings = () => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
  await expect.poll(paintings).toBe(1);
  await expect(page.getByRole('button', { name: en.job.paint, exact: true })).toBeVisible();
  expect(await fontOfName()).not.toEqual(['EB Garamond, of the page']);
  answer();
  await expect.poll(fontOfName).toEqual(['EB Garamond, of the page']);
});
