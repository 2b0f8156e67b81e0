import { en } from '../src/ui/i18n/en.ts';
import { expectAccessible } from './fixtures/watch.ts';
import { addressOf, expect, tabOf, test } from './fixtures/test.ts';

const LEFT = { x: -0.2, y: -0.1 };
const RIGHT = { x: 0.2, y: -0.1 };
const MIDDLE = { x: 0, y: 0 };

test('shapes are drawn, mirrored, chosen, moved and taken back', async ({ open }) => {
  const { page, layout, header } = await open();
  await page.keyboard.press('ControlOrMeta+Backspace');
  await layout.expectClass(MIDDLE, 'any');

  await page.getByRole('button', { name: en.commands.mirror }).click();
  await layout.chooseTool('rectangle');
  await layout.chooseClass('snow');
  await layout.draw({ x: -0.25, y: -0.15 }, { x: -0.15, y: -0.05 });
  await layout.expectClass(LEFT, 'snow');
  await layout.expectClass(RIGHT, 'snow');
  await layout.expectClass(MIDDLE, 'any');
  await page.keyboard.press('s');

  await layout.chooseTool('select');
  await expectAccessible(page);
  await layout.draw({ x: -0.3, y: -0.2 }, { x: -0.1, y: 0 });
  await layout.draw(LEFT, { x: 0, y: 0.1 });
  await layout.expectClass(LEFT, 'any');
  await layout.expectClass({ x: 0, y: 0.1 }, 'snow');
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('Delete');
  await layout.expectClass({ x: 0, y: 0.1 }, 'any');
  await header.undo.click();
  await header.undo.click();
  await layout.expectClass(LEFT, 'snow');

  await layout.chooseTool('ellipse');
  await layout.chooseClass('water');
  const [from, to] = [await layout.toPage({ x: -0.1, y: -0.1 }), await layout.toPage({ x: 0.1, y: 0.1 })];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await layout.expectClass(MIDDLE, 'water');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await layout.expectClass(MIDDLE, 'any');
});

test('two fingers take back what one has begun, and zoom', async ({ anotherBrowser }) => {
  const context = await anotherBrowser({ hasTouch: true, viewport: { width: 390, height: 844 } });
  const tab = tabOf(await context.newPage());
  await tab.page.goto(addressOf('tiny', 'wasm'));
  // The first starter is seen first; with it the page has opened.
  await tab.picture.expectState('whole');
  await tab.page.keyboard.press('v');
  await tab.layout.waitUntilOpened();
  await tab.layout.chooseClass('snow');
  const before = await tab.layout.colorAt(MIDDLE);
  const session = await context.newCDPSession(tab.page);
  const at = await tab.layout.toPage(MIDDLE);
  const touch = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: readonly { x: number; y: number; id: number }[],
  ) => session.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });
  await touch('touchStart', [{ ...at, id: 1 }]);
  await touch('touchMove', [{ x: at.x + 20, y: at.y, id: 1 }]);
  await tab.layout.expectClass(MIDDLE, 'snow');
  await touch('touchStart', [
    { x: at.x + 20, y: at.y, id: 1 },
    { x: at.x - 40, y: at.y, id: 2 },
  ]);
  await expect.poll(() => tab.layout.colorAt(MIDDLE)).toEqual(before);
  await touch('touchEnd', []);
});

test('a picture is compared with its layout, and has the whole screen', async ({ open }) => {
  const { page, picture } = await open();
  await picture.expectState('whole');
  const seen = await picture.restingFingerprint();
  await page.keyboard.down('c');
  await expect.poll(() => picture.fingerprint()).not.toBe(seen);
  await page.keyboard.up('c');
  await expect.poll(() => picture.fingerprint()).toBe(seen);

  await page.keyboard.press('f');
  const leave = page.getByRole('button', { name: en.picture.leaveFullScreen });
  await expect(leave).toBeVisible();
  const { width = 0 } = (await picture.canvas('whole').boundingBox()) ?? {};
  expect(width).toBe(page.viewportSize()?.width);
  await page.keyboard.press('f');
  await expect(leave).toBeHidden();
  await expect.poll(() => picture.fingerprint()).toBe(seen);
});
