import type { Page } from '@playwright/test';
import { expect, tabOf, test } from '../fixtures/test.ts';
import { FIRST_MINUTES, savedReplay, type Moment, type Scene } from './firstMinutes.ts';
import { stripOf, webpOf, write, type Shot, type Theme } from './strip.ts';

const THEMES: readonly Theme[] = ['light', 'dark'];

const SCREENS = [
  { what: 'wide', width: 1440, height: 900, phone: false, columns: 3, shot: 640 },
  { what: 'phone', width: 390, height: 844, phone: true, columns: 6, shot: 300 },
] as const;

/** Of which README shows the page, and of which the replay. */
const SHOWN: Moment['caption'] = 'Painted';
const PAGE_WIDTH = 1280;

/** All strips together, and the replay: a repository is cloned whole. Bytes. */
const MOST_STRIPS = 1_500_000;
const MOST_REPLAY = 1_500_000;

for (const { what, width, height, phone, columns, shot } of SCREENS) {
  test(`the first five minutes at ${width} pixels, light and dark`, async ({ anotherBrowser }) => {
    const context = await anotherBrowser({
      viewport: { width, height },
      hasTouch: phone,
      isMobile: phone,
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const scene: Scene = { ...tabOf(await context.newPage()), phone };
    const lab = await (await anotherBrowser()).newPage();
    const shots = { light: [] as Shot[], dark: [] as Shot[] };
    for (const { caption, begin, end } of FIRST_MINUTES) {
      // oxlint-disable no-await-in-loop -- one after the other, as a person does.
      await begin(scene);
      for (const theme of THEMES) shots[theme].push({ caption, picture: await shotIn(scene.page, theme) });
      if (caption === SHOWN && !phone) {
        await write('docs/page.webp', await webpOf(lab, shots.light.at(-1)!.picture, 0.85, PAGE_WIDTH));
        const replay = await savedReplay(scene);
        expect(replay.length).toBeLessThan(MOST_REPLAY);
        await write('docs/replay.gif', replay);
      }
      await end?.(scene);
      // oxlint-enable no-await-in-loop
    }
    let bytes = 0;
    for (const theme of THEMES) {
      // oxlint-disable-next-line no-await-in-loop -- in the same page.
      const strip = await stripOf(lab, shots[theme], { columns, width: shot, theme });
      bytes += strip.length;
      // oxlint-disable-next-line no-await-in-loop
      await write(`docs/shots/${what}-${theme}.webp`, strip);
    }
    expect(bytes).toBeLessThan(MOST_STRIPS / SCREENS.length);
  });
}

/** As those see the page whose system has that theme. */
async function shotIn(page: Page, theme: Theme): Promise<Buffer> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  // The canvases' ground, too.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  return page.screenshot();
}
