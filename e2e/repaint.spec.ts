import { decode } from 'fast-png';
import { en } from '../src/ui/i18n/en.ts';
import { fingerprintOf, restingFingerprintOf } from './fixtures/fingerprint.ts';
import { RegionPanel } from './fixtures/regionPanel.ts';
import { test, expect, type Tab } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';
import { savedProject } from './fixtures/project.ts';

/** A picture by the real model, or by the tiny one that paints in a moment. */
async function painted(tab: Tab): Promise<string> {
  await tab.job.paint();
  await tab.job.expectDone(60_000);
  return tab.picture.restingFingerprint();
}

test('a stroke changes the picture where it was made, and nowhere else', async ({ open }) => {
  const tab = await open({ bundle: 'landscapes' });
  await painted(tab);
  const before = await savedProject(tab);
  await tab.layout.chooseClass('trees');
  // On a fast machine it starts by itself; where not, the button does the same.
  await tab.layout.draw({ x: -0.1, y: 0.05 }, { x: -0.05, y: 0.05 });
  await tab.job.repaintChanges();
  await tab.job.expectDone();
  const after = await savedProject(tab);
  const changed = [...after.tokens.keys()].filter((cell) => after.tokens[cell] !== before.tokens[cell]);
  expect(changed.length).toBeGreaterThan(3);
  const columns = after.lattice.columns;
  expect(Math.max(...changed.map((cell) => cell % columns))).toBeLessThan(columns / 2 + 4);
  expect(Math.min(...changed.map((cell) => cell % columns))).toBeGreaterThan(2);
  expect(after.tokens.every((token) => token >= 0)).toBe(true);
  // One step back brings the picture back, one more the layout.
  await tab.header.undo.click();
  expect((await savedProject(tab)).tokens).toEqual(before.tokens);
  await tab.header.undo.click();
  await expect(tab.job.changes).toBeHidden();
});

test('what is marked is painted once more, by pointer and by keyboard', async ({ open }) => {
  const tab = await open();
  const region = new RegionPanel(tab.page);
  const before = await painted(tab);
  await region.open();
  await region.mark({ x: -0.1, y: 0 }, { x: 0.1, y: 0 });
  await region.expectMarked('some');
  await expectAccessible(tab.page);
  await region.again();
  await tab.job.expectDone();
  await region.markPreset('all');
  await region.expectMarked('all');
  await region.panel.getByRole('button', { name: en.region.clear }).click();
  await region.canvas.focus();
  await tab.page.keyboard.press('Shift+ArrowRight');
  await tab.page.keyboard.press('Enter');
  await region.expectMarked('some');
  await tab.page.keyboard.press('Shift+A');
  await tab.job.expectDone();
  await region.panel.getByRole('button', { name: en.region.done }).click();
  await expect.poll(() => tab.picture.restingFingerprint()).not.toBe(before);
});

test('all of a class is painted once more by a right click on it, and by the keyboard alone, and nothing else is', async ({
  open,
}) => {
  const tab = await open();
  const { page, header, job, layout } = tab;
  await painted(tab);
  const before = await savedProject(tab);
  const sky = page.getByRole('radio', { name: 'sky', exact: true });
  const menu = page.getByRole('dialog', { name: en.region.ofClass('sky') });
  await sky.click({ button: 'right' });
  await expectAccessible(page);
  await menu.getByRole('button', { name: en.region.repaintClass('sky') }).click();
  await job.expectDone();
  const after = await savedProject(tab);
  const { columns } = after.lattice;
  const { data: ids } = decode(after.files['layout.png']!);
  /** Whether a cell has something of the sky: its pixels on the layout. */
  const isSky = (cell: number) => {
    const [x, y] = [16 * (cell % columns), 16 * Math.floor(cell / columns)];
    for (let row = y; row < y + 16; row++) {
      if (ids.subarray(16 * columns * row + x, 16 * columns * row + x + 16).includes(1)) return true;
    }
    return false;
  };
  const changed = [...after.tokens.keys()].filter((cell) => after.tokens[cell] !== before.tokens[cell]);
  expect(changed.length).toBeGreaterThan(20);
  expect(changed.every(isSky)).toBe(true);
  await header.undo.click();
  expect((await savedProject(tab)).tokens).toEqual(before.tokens);

  // What the key for menus says to the browser.
  await sky.focus();
  await sky.dispatchEvent('contextmenu');
  await expect(menu.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sky).toBeFocused();
  await sky.dispatchEvent('contextmenu');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const region = new RegionPanel(page);
  await region.expectMarked('some');
  await region.markPreset('all');
  await region.panel.getByRole('button', { name: en.region.presets }).click();
  await page
    .getByRole('dialog', { name: en.region.presets })
    .getByRole('button', { name: en.region.ofClass('water') })
    .click();
  await region.expectMarked('some');
  await layout.chooseClass('snow');
});

test('candidates grow side by side, one click takes one, and the others stay', async ({ open }) => {
  const tab = await open({ bundle: 'landscapes' });
  const region = new RegionPanel(tab.page);
  await painted(tab);
  const before = await savedProject(tab);
  await region.open();
  await region.mark({ x: 0.1, y: 0.1 }, { x: 0.15, y: 0.1 });
  await region.sample();
  await expect(region.candidates).toHaveCount(4);
  await tab.job.expectDone(60_000);
  await expectAccessible(tab.page);
  expect((await savedProject(tab)).tokens).toEqual(before.tokens);
  // One that is pointed at is seen in the picture's place, and leaves again.
  await tab.page.mouse.move(0, 0);
  const seen = await restingFingerprintOf(region.canvas);
  await region.candidates.nth(1).hover();
  await expect.poll(() => fingerprintOf(region.canvas)).not.toBe(seen);
  await tab.page.mouse.move(0, 0);
  await expect.poll(() => fingerprintOf(region.canvas)).toBe(seen);
  await region.candidates.nth(1).click();
  await tab.job.expectDone();
  const second = (await savedProject(tab)).tokens;
  expect(second).not.toEqual(before.tokens);
  await region.candidates.nth(0).click();
  await expect(region.candidates.nth(0)).toHaveAttribute('aria-pressed', 'true');
  await tab.job.expectDone();
  const first = (await savedProject(tab)).tokens;
  expect(first).not.toEqual(second);
  await tab.header.undo.click();
  expect((await savedProject(tab)).tokens).toEqual(second);
  await region.tray.getByRole('button', { name: en.region.closeTray }).click();
  await expect(region.tray).toBeHidden();
});

test('a picture is given more room on a side, and what was painted stays', async ({ open }) => {
  const tab = await open({ bundle: 'landscapes' });
  await painted(tab);
  const before = await savedProject(tab);
  await tab.page.getByRole('button', { name: en.region.extend }).click();
  await expectAccessible(tab.page);
  await tab.page.getByRole('button', { name: en.commands['extend-left'] }).click();
  await tab.job.expectDone(60_000);
  const after = await savedProject(tab);
  expect(after.lattice).toEqual({ rows: 16, columns: 40 });
  expect(after.tokens.every((token) => token >= 0)).toBe(true);
  expect(after.tokens.filter((_, cell) => cell % 40 >= 8)).toEqual(before.tokens);
  await tab.header.undo.click();
  expect((await savedProject(tab)).tokens).toEqual(before.tokens);
});

test('a repaint that is stopped leaves the picture as it was', async ({ open }) => {
  const tab = await open({ bundle: 'landscapes' });
  await painted(tab);
  const before = await savedProject(tab);
  const region = new RegionPanel(tab.page);
  await region.open();
  await region.markPreset('bottom');
  await region.again();
  await tab.job.expectPainted(20);
  await tab.job.stop.click();
  await expect(tab.job.stop).toBeHidden();
  const after = await savedProject(tab);
  expect(after.tokens).toEqual(before.tokens);
  expect(Buffer.from(after.files['picture.png']!).equals(Buffer.from(before.files['picture.png']!))).toBe(true);
});
