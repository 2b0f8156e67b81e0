import type { CDPSession, Locator, Page } from '@playwright/test';
import { en } from '../src/ui/i18n/en.ts';
import { startsWith } from './fixtures/names.ts';
import { addressOf, expect, tabOf, test, type Tab } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';

const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A finger on the screen. */
class Finger {
  constructor(private readonly session: CDPSession) {}

  down(at: Point): Promise<unknown> {
    return this.touch('touchStart', [at]);
  }

  move(to: Point): Promise<unknown> {
    return this.touch('touchMove', [to]);
  }

  up(): Promise<unknown> {
    return this.touch('touchEnd', []);
  }

  private touch(type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Point[]): Promise<unknown> {
    return this.session.send('Input.dispatchTouchEvent', { type, touchPoints: at.map((one) => ({ ...one, id: 1 })) });
  }
}

/** What the small canvas shows. */
function smallLook(page: Page): Promise<string> {
  return page
    .getByRole('group', { name: en.picture.view })
    .locator('canvas')
    .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
}

async function stroke(finger: Finger, { layout }: Tab): Promise<void> {
  await finger.down(await layout.toPage({ x: -0.2, y: 0 }));
  await finger.move(await layout.toPage({ x: 0, y: 0.02 }));
  await finger.move(await layout.toPage({ x: 0.2, y: 0 }));
  await finger.up();
}

const boxOf = async (one: Locator) => JSON.stringify(await one.boundingBox());

test('with a finger one paints, sets the mood on a sheet, and goes from one canvas to the other', async ({
  anotherBrowser,
}) => {
  test.setTimeout(120_000);
  const context = await anotherBrowser(PHONE);
  const page = await context.newPage();
  const tab = tabOf(page);
  const { layout, picture, job } = tab;
  await page.goto(addressOf('tiny', 'wasm'));
  await picture.expectState('whole');
  const finger = new Finger(await context.newCDPSession(page));
  const toLayout = page.getByRole('radio', { name: en.picture.showLayout, exact: true });
  const toPicture = page.getByRole('radio', { name: en.picture.showPicture, exact: true });
  const before = await smallLook(page);
  await expectAccessible(page);

  await toLayout.tap();
  await expect(layout.canvas).toBeVisible();
  await expect(picture.canvas('whole')).toBeHidden();
  const { height = 0 } = (await layout.canvas.boundingBox()) ?? {};
  expect(height / PHONE.viewport.height).toBeGreaterThan(0.45);
  await layout.chooseClass('sand');
  await expect(page.getByRole('radio', { name: /^sand/i })).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
  const place = await boxOf(layout.canvas);
  // Towards the small canvas, which goes out of the way.
  const small = (await toPicture.boundingBox())!;
  await finger.down(await layout.toPage({ x: 0, y: 0 }));
  await finger.move({ x: small.x - 20, y: small.y - 20 });
  expect(await boxOf(layout.canvas)).toBe(place);
  const other = page.locator('label').filter({ has: toPicture });
  await expect(other).toHaveCSS('opacity', '0');
  await finger.up();
  await expect(other).toHaveCSS('opacity', '1');
  await layout.expectClass({ x: 0, y: 0 }, 'sand');

  await page.getByRole('button', { name: en.layout.moreTools }).tap();
  await expectAccessible(page);
  const more = page.getByRole('dialog', { name: en.layout.moreTools });
  await more.getByRole('button', { name: en.commands.select, exact: true }).tap();
  await expect(page.getByRole('radio', { name: en.commands.select, exact: true })).toBeChecked();
  await expect(page.getByRole('group', { name: en.layout.chosen })).toBeVisible();
  expect(await boxOf(layout.canvas)).toBe(place);
  await page.getByRole('radio', { name: en.commands.brush, exact: true }).tap();

  await toPicture.tap();
  await expect.poll(() => smallLook(page), 'the small canvas shows what was painted').not.toBe(before);
  await page.getByRole('button', { name: startsWith(en.settings.heading) }).tap();
  const sheet = page.getByRole('dialog', { name: en.settings.heading });
  await expect(sheet).toBeVisible();
  await expectAccessible(page);
  const moods = sheet.getByRole('group', { name: startsWith(en.settings.mood) });
  // No pointer rests on a phone: what they are called is written beneath them.
  const uncut = (labels: Element[]) =>
    labels.map((label) => label.scrollWidth <= label.clientWidth && (label as HTMLElement).innerText.trim().length > 2);
  expect(new Set(await moods.locator('label').evaluateAll(uncut))).toEqual(new Set([true]));
  await moods.getByRole('radio').nth(3).tap();
  await expect(moods.getByRole('radio').nth(3)).toBeChecked();
  await sheet.getByRole('button', { name: en.job.paint, exact: true }).tap();
  await expect(sheet).toBeHidden();
  await job.expectDone();
  await picture.expectState('whole');
  await expectAccessible(page);

  await test.step('what a stroke repaints is shown, and who goes back from it stays', async () => {
    await page.getByRole('button', { name: en.region.options }).tap();
    await page.getByRole('checkbox', { name: en.region.live }).setChecked(true);
    await page.keyboard.press('Escape');
    await toLayout.tap();
    await layout.chooseClass('snow');
    await stroke(finger, tab);
    await picture.expectState('whole');
    await toLayout.tap();
    await layout.chooseClass('water');
    await stroke(finger, tab);
    await expect(job.repainted).toBeVisible();
    await expect(layout.canvas).toBeVisible();
  });

  const about = page.getByRole('button', { name: startsWith(en.commands.about) });
  await expect(async () => {
    // A menu that a tap has opened may be closed by what the page still does.
    if (!(await about.isVisible())) await page.getByRole('button', { name: en.header.more, exact: true }).tap();
    await expect(about).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(
    page.getByRole('button', { name: startsWith(en.commands.help) }),
    'no keys without keyboard',
  ).toBeHidden();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(page.getByRole('option').locator('kbd').filter({ visible: true })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await test.step('on its side the page has the canvas beside the tools, and nothing scrolls', async () => {
    await page.setViewportSize({ width: 844, height: 390 });
    for (const view of [toPicture, toLayout]) {
      await view.check();
      const sides = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return [scrollWidth, scrollHeight];
      });
      expect(sides).toEqual([844, 390]);
      await expectAccessible(page);
    }
    expect((await layout.canvas.boundingBox())!.height).toBeGreaterThan(0.45 * 390);
  });
});

test('a sheet is drawn down to close it, and the keyboard opens and leaves it', async ({ anotherBrowser }) => {
  const context = await anotherBrowser(PHONE);
  const page = await context.newPage();
  await page.goto(addressOf('tiny', 'wasm'));
  await tabOf(page).picture.expectState('whole');
  const opener = page.getByRole('button', { name: startsWith(en.settings.heading) });
  const sheet = page.getByRole('dialog', { name: en.settings.heading });
  const finger = new Finger(await context.newCDPSession(page));
  const draw = async (down: number) => {
    const { x, y, width } = (await sheet.getByRole('heading').boundingBox())!;
    await finger.down({ x: x + width + 20, y: y + 4 });
    await finger.move({ x: x + width + 20, y: y + 4 + down / 2 });
    await finger.move({ x: x + width + 20, y: y + 4 + down });
    await finger.up();
  };
  await opener.tap();
  await page.waitForTimeout(300); // It comes up.
  await draw(30);
  await expect(sheet).toBeVisible();
  await draw(200);
  await expect(sheet).toBeHidden();
  await opener.press('Enter');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(sheet.getByRole('button', { name: en.dialogs.close })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(opener).toBeFocused();
});
