import { en } from '../src/ui/i18n/en.ts';
import { HistoryPanel } from './fixtures/historyPanel.ts';
import { savedProject } from './fixtures/project.ts';
import { RegionPanel } from './fixtures/regionPanel.ts';
import { expect, test } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';

test('painting after going back opens a branch, and the one before is gone to in the panel, bit for bit', async ({
  open,
}) => {
  test.setTimeout(120_000);
  const tab = await open();
  const { page, header, job, picture } = tab;
  const history = new HistoryPanel(page);
  const region = new RegionPanel(page);
  await tab.layout.chooseClass('trees');
  for (const y of [-0.1, 0, 0.1]) await tab.layout.draw({ x: -0.2, y }, { x: -0.1, y });
  await job.paint();
  await job.expectDone();
  const painted = await picture.restingFingerprint();

  const repaintRight = async () => {
    await region.open();
    await region.markPreset('right');
    await region.again();
    await job.expectDone();
    await region.panel.getByRole('button', { name: en.region.done }).click();
  };
  await repaintRight();
  const first = await picture.restingFingerprint();
  const kept = await savedProject(tab);
  expect(first).not.toBe(painted);
  await header.undo.click();
  await expect.poll(() => picture.fingerprint()).toBe(painted);
  await repaintRight();
  const second = await picture.restingFingerprint();
  expect(second).not.toBe(first);

  await history.open();
  await expectAccessible(page);
  expect(await history.lines()).toEqual([
    `1 ${en.history.beginning}`,
    '1 3 strokes',
    '1 Painting',
    '2 Repainting',
    '1 Repainting',
  ]);
  await expect(history.current).toHaveText(/^Repainting/);
  await expect(history.items.nth(4)).toHaveAttribute('aria-selected', 'true');
  await history.items.nth(3).click();
  await expect.poll(() => picture.fingerprint()).toBe(first);
  await expect(history.items.nth(3)).toHaveAttribute('aria-selected', 'true');
  expect((await savedProject(tab)).tokens).toEqual(kept.tokens);

  // The same by keyboard alone: out of the branch, to the beginning of what was painted, and undo and redo as ever.
  await page.keyboard.press('y');
  await expect(history.items.nth(3)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(history.items.nth(2)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => picture.fingerprint()).toBe(painted);
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect.poll(() => picture.fingerprint()).toBe(first);
  await expect(history.items.nth(3)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect.poll(() => picture.fingerprint()).toBe(second);
  await page.keyboard.press('Escape');
  await expect(history.panel).toBeHidden();
});

test('the picture is compared with the one before it for as long as the key or the button is held', async ({
  open,
}) => {
  const { page, job, picture } = await open();
  const paint = async () => {
    await job.paint();
    await job.expectDone();
    return picture.restingFingerprint();
  };
  const first = await paint();
  const second = await paint();
  expect(second).not.toBe(first);
  await page.keyboard.down('d');
  await expect.poll(() => picture.fingerprint()).toBe(first);
  await page.keyboard.up('d');
  await expect.poll(() => picture.fingerprint()).toBe(second);
  const button = page.getByRole('button', { name: en.commands['compare-before'] });
  await button.hover();
  await page.mouse.down();
  await expect.poll(() => picture.fingerprint()).toBe(first);
  await page.mouse.up();
  await expect.poll(() => picture.fingerprint()).toBe(second);
});
