import { expect, test } from './fixtures/test.ts';

const MIDDLE = { x: 0, y: 0 };

test('everything that matters can be done with the keyboard alone', async ({ open }) => {
  const { page, layout, job, picture, header } = await open();
  // Tab reaches the canvas, whatever lies before it.
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await layout.canvas.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(layout.canvas).toBeFocused();

  await page.keyboard.press('b');
  await page.keyboard.press('0'); // sand
  await page.keyboard.press('Enter');
  await layout.expectClass(MIDDLE, 'sand');

  await page.keyboard.press('9'); // water
  await page.keyboard.down('Space');
  for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.up('Space');
  await layout.expectClass({ x: -0.03, y: 0 }, 'water');
  await page.keyboard.press('Control+z');
  await layout.expectClass(MIDDLE, 'sand');

  await page.keyboard.press('Control+Enter');
  await job.expectDone();
  await picture.expectState('whole');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  expect((await download).suggestedFilename()).toMatch(/\.png$/);
  await expect(header.undo).toBeEnabled();
});

test('dialogs take the keyboard and give it back', async ({ open }) => {
  const { page, dialogs } = await open();
  await page.keyboard.press('Shift+Slash');
  await expect(dialogs.dialog('help')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialogs.dialog('help')).toBeHidden();
});
