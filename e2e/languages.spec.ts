import { LANGUAGES } from '../src/core/language.ts';
import { en } from '../src/ui/i18n/en.ts';
import { de } from '../src/ui/i18n/de.ts';
import { ja } from '../src/ui/i18n/ja.ts';
import { LANGUAGE_NAMES, wordsOf } from '../src/ui/i18n/languages.ts';
import type { Messages } from '../src/ui/i18n/messages.ts';
import type { Page } from '@playwright/test';
import { restingFingerprintOf } from './fixtures/fingerprint.ts';
import { startsWith } from './fixtures/names.ts';
import { addressOf, expect, test } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';

test('the page speaks the browser’s language, or the one that is chosen, and nothing is lost for it', async ({
  anotherBrowser,
}) => {
  const context = await anotherBrowser({ locale: 'de-AT' });
  const page = await context.newPage();
  const canvas = (words: Messages) => page.getByRole('application', { name: words.layout.canvas });
  await page.goto(addressOf('tiny', 'wasm'));
  await expect(page.getByRole('heading', { name: de.picture.heading, exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page).toHaveTitle(de.title);
  // The first picture: after it the page has opened.
  await expect(page.getByRole('img', { name: de.picture.canvas('whole') })).toBeVisible();
  const before = await lookOf(page, de);
  await canvas(de).focus();
  await page.keyboard.press('Enter');
  const painted = await lookOf(page, de);
  expect(painted).not.toBe(before);

  await choose(page, de, LANGUAGE_NAMES.ja);
  await expect(canvas(ja)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  expect(await lookOf(page, ja)).toBe(painted);
  await expectAccessible(page);
  await page.keyboard.press('Control+z');
  expect(await lookOf(page, ja)).toBe(before);
  await page.reload();
  await expect(canvas(ja)).toBeVisible();

  await choose(page, ja, ja.header.systemLanguage);
  await expect(canvas(de)).toBeVisible();
  await choose(page, de, LANGUAGE_NAMES.en);
  await expect(canvas(en)).toBeVisible();
});

test('a language that cannot be fetched leaves the page as it was, and says so', async ({ open }) => {
  const { page } = await open();
  await page.route(/\/ja-.*\.js/, (route) => route.abort());
  await choose(page, en, LANGUAGE_NAMES.ja);
  await expect(
    page.getByRole('alert').getByText(en.problems['part-unfetched']({ code: 'part-unfetched' })),
  ).toBeVisible();
  await page.getByRole('button', { name: en.header.more, exact: true }).click();
  await expect(page.getByLabel(en.header.language)).toHaveValue('system');
});

test('of two languages that are chosen one after the other the last one is spoken, whichever comes first', async ({
  open,
}) => {
  const { page } = await open();
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/\/ja-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await choose(page, en, LANGUAGE_NAMES.ja);
  await page.getByLabel(en.header.language).selectOption({ label: LANGUAGE_NAMES.de });
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  const came = page.waitForResponse(/\/ja-.*\.js/);
  answer();
  await came;
  await page.waitForTimeout(200);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  // What renders only now is in the same language.
  await page.getByRole('button', { name: de.header.more, exact: true }).click();
  await expect(page.getByLabel(de.header.language)).toHaveValue('de');
});

for (const language of LANGUAGES) {
  test(`no label is cut off at any width, in the light and in the dark: ${language}`, async ({ anotherBrowser }) => {
    const page = await (await anotherBrowser({ locale: language })).newPage();
    const words = await wordsOf(language);
    await page.goto(addressOf('tiny', 'wasm'));
    await expect(page.getByRole('img', { name: words.picture.canvas('whole') })).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const [width, height] of [
        [1440, 900],
        [1024, 768],
        [720, 900],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        // What a width takes along comes with the next frame.
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        expect(await cutLabels(page), `${width}, ${colorScheme}`).toEqual([]);
      }
    }
  });

  test(`at 390 pixels no label is cut off: ${language}`, async ({ anotherBrowser }) => {
    const context = await anotherBrowser({ locale: language, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const words = await wordsOf(language);
    await page.goto(addressOf('tiny', 'wasm'));
    await expect(page.getByRole('img', { name: words.picture.canvas('whole') })).toBeVisible();
    for (const [view, more] of [
      [words.picture.showPicture, words.settings.heading],
      [words.picture.showLayout, words.layout.moreTools],
    ] as const) {
      await page.getByRole('radio', { name: view, exact: true }).check();
      expect(await cutLabels(page), view).toEqual([]);
      await page.getByRole('button', { name: startsWith(more) }).click();
      await expect(page.getByRole('dialog', { name: more })).toBeVisible();
      expect(await cutLabels(page), more).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: words.header.saveMenu, exact: true }).click();
    const saving = page.getByRole('dialog', { name: words.header.saveMenu });
    await expect(saving.getByRole('radio', { name: 'JPEG' })).toBeVisible();
    expect(await cutLabels(page), words.header.saveMenu).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.header.more, exact: true }).click();
    expect(await cutLabels(page), words.header.more).toEqual([]);
    for (const command of ['help', 'about', 'storage'] as const) {
      await page
        .getByRole('dialog', { name: words.header.more })
        .getByRole('button', { name: startsWith(words.commands[command]) })
        .click();
      await expect(page.getByRole('dialog').getByRole('button', { name: words.dialogs.close })).toBeVisible();
      expect(await cutLabels(page), command).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: words.header.more, exact: true }).click();
    }
  });
}

test('read from right to left nothing is cut off either', async ({ open }) => {
  const { page } = await open();
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await cutLabels(page), String(width)).toEqual([]);
  }
});

async function choose(page: Page, words: Messages, language: string): Promise<void> {
  await page.getByRole('button', { name: words.header.more, exact: true }).click();
  await page.getByLabel(words.header.language).selectOption({ label: language });
}

/** What the layout's canvas shows, once it rests. */
function lookOf(page: Page, words: Messages): Promise<string> {
  return restingFingerprintOf(page.getByRole('application', { name: words.layout.canvas }));
}

/** The labels of what can be pressed and of fields, and headings, that are seen in part. */
function cutLabels(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const all = [...document.querySelectorAll<HTMLElement>('button, label, legend, h1, h2, h3, h4, dt, dd, select, p')];
    const seen = all.filter((element) => element.checkVisibility() && element.innerText.trim() !== '');
    if (seen.length < 8) return [`only ${seen.length} labels are seen`];
    const cut = seen.filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      // What is there for screen readers alone has a pixel.
      if (width <= 1) return false;
      const scrolls = element.closest('[data-scrolls]') !== null;
      const isBeside = !scrolls && (left < -0.5 || right > clientWidth + 0.5);
      const range = document.createRange();
      range.selectNodeContents(element);
      const text = range.getBoundingClientRect();
      const style = getComputedStyle(element);
      const hides = style.overflowX !== 'visible';
      return isBeside || (hides && text.width > element.clientWidth + 1);
    });
    const told = cut.map(({ innerText }) => innerText);
    return scrollWidth > clientWidth ? [...told, `${scrollWidth} of ${clientWidth} pixels`] : told;
  });
}
