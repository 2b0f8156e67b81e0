import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as unwatched } from '@playwright/test';
import { en } from '../src/ui/i18n/en.ts';
import { translatePage } from './fixtures/translate.ts';
import { expect, test } from './fixtures/test.ts';

test('a page that is translated survives every button', async ({ open }) => {
  test.setTimeout(180_000);
  const { page, job } = await open();
  await translatePage(page);
  await job.paint();
  await expect(page.locator('font').first()).toBeAttached();
  // Those that leave the page, fetch or ask the system for a file are no part of what React renders.
  const left = new Set<string>([en.commands.open, en.commands.photograph, en.header.openFiles, en.header.openFolder]);
  const pressed = new Set<string>();
  for (let round = 0; round < 3; round++) {
    for (const button of await page.getByRole('button').all()) {
      // What a button before it has taken away is none any more.
      if ((await button.count()) === 0) continue;
      const name = (await button.getAttribute('aria-label')) ?? (await button.textContent().catch(() => '')) ?? '';
      if (pressed.has(name) || left.has(name) || !(await button.isEnabled().catch(() => false))) continue;
      pressed.add(name);
      await button.click({ timeout: 2_000, noWaitAfter: true }).catch(() => undefined);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('heading', { name: en.failure.heading })).toHaveCount(0);
    }
  }
  expect(pressed.size).toBeGreaterThan(20);
  await expect(page.getByRole('application')).toBeVisible();
});

test('a part of the page that cannot be fetched says so, and opens when it is tried again', async ({ open }) => {
  const { page } = await open();
  for (const answer of ['gone', 'broken off'] as const) {
    await page.route('**/assets/HelpDialog*.js', (route) =>
      answer === 'gone' ? route.fulfill({ status: 404 }) : route.abort('connectionreset'),
    );
    await page.keyboard.press('F1');
    const failed = page.getByRole('dialog', { name: en.failure.heading });
    await expect(failed).toContainText(en.failure.part);
    await page.unroute('**/assets/HelpDialog*.js');
    await failed.getByRole('button', { name: en.failure.again }).click();
    await expect(page.getByRole('dialog', { name: en.dialogs.help.heading })).toBeVisible();
    await page.reload();
  }
});

test('a new deployment, which has taken the parts of this page away, costs nothing', async ({ open }) => {
  const { page, layout } = await open();
  const middle = { x: 0, y: 0 };
  await layout.chooseTool('fill');
  await layout.chooseClass('snow');
  await layout.click(middle);
  await page.route('**/assets/HelpDialog*.js', (route) => route.fulfill({ status: 404 }));
  await page.keyboard.press('F1');
  await page.getByRole('button', { name: en.failure.reload }).click();
  await layout.waitUntilOpened();
  await layout.expectClass(middle, 'snow');
});

// Unwatched: that its scripts fail is what it is about.
unwatched('a page whose scripts do not run says why', async ({ page }) => {
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/plain', body: 'x' }));
  await page.goto('/');
  await expect(page.getByText('Plein Air has not started.')).toBeVisible({ timeout: 15_000 });
});

unwatched('a page that was opened from the disk says why it does not start', async ({ page }) => {
  await page.goto(pathToFileURL(join('dist', 'index.html')).href);
  await expect(page.getByText('Plein Air has not started.')).toBeVisible({ timeout: 15_000 });
});

test('a notice lies over the dialog that is open, and is dismissed there', async ({ open }) => {
  const { page } = await open();
  await page.keyboard.press('F1');
  const dialog = page.getByRole('dialog', { name: en.dialogs.help.heading });
  await expect(dialog).toBeVisible();
  await page.evaluate(() => {
    const files = new DataTransfer();
    files.items.add(new File(['nothing'], 'notes.txt'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
  });
  await dialog.getByRole('button', { name: en.job.dismiss }).click();
  await expect(dialog.getByRole('button', { name: en.job.dismiss })).toHaveCount(0);
});

test('the brush’s slider reaches every size by keyboard', async ({ open }) => {
  const { page, layout } = await open();
  await layout.chooseTool('brush');
  const slider = page.getByRole('slider', { name: en.layout.size });
  await slider.focus();
  const before = Number((await slider.getAttribute('aria-valuetext'))?.replace(/\D/g, ''));
  for (let step = 1; step <= 5; step++) {
    await page.keyboard.press('ArrowRight');
    await expect(slider).toHaveAttribute('aria-valuetext', en.layout.sizeValue(before + step));
  }
  await page.keyboard.press('ArrowDown');
  await expect(slider).toHaveAttribute('aria-valuetext', en.layout.sizeValue(before + 4));
});
