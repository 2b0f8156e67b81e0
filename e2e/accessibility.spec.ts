import { HistoryPanel } from './fixtures/historyPanel.ts';
import { expectAccessible } from './fixtures/watch.ts';
import { expect, test } from './fixtures/test.ts';

const SCREENS = [
  { what: 'wide, light', width: 1440, height: 900, colorScheme: 'light' },
  { what: 'wide, dark', width: 1440, height: 900, colorScheme: 'dark' },
  { what: 'a tablet', width: 1024, height: 768, colorScheme: 'light' },
  { what: 'a phone', width: 390, height: 844, colorScheme: 'light' },
  { what: 'a phone, dark', width: 390, height: 844, colorScheme: 'dark' },
] as const;

for (const { what, width, height, colorScheme } of SCREENS) {
  test(`every dialog and the page itself pass axe on ${what}`, async ({ open }) => {
    // axe takes some seconds for each of eight screens.
    test.setTimeout(180_000);
    const { page, dialogs, job } = await open();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
    for (const name of ['starters', 'help', 'about', 'storage', 'gallery'] as const) {
      await dialogs.open(name);
      await expectAccessible(page);
      await dialogs.close(name);
    }
    await job.paint();
    await job.expectDone();
    await expectAccessible(page);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrolls, 'nothing sticks out at the side, tips that wait to be shown neither').toBe(width);
    await new HistoryPanel(page).open();
    await expectAccessible(page);
  });
}
