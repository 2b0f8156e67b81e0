import { MeasurementPanel } from './fixtures/measurementPanel.ts';
import { savedProject } from './fixtures/project.ts';
import { expect, test } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';

test('one sees what the model thinks of each cell, and takes another of its codes', async ({ open }) => {
  const tab = await open({ bundle: 'landscapes' });
  const model = new MeasurementPanel(tab.page);
  const before = await savedProject(tab);
  await model.open();
  await model.expectMeasured();
  await model.point(0.1, 0.1);
  const { row, column } = await model.cell();
  await tab.page.mouse.down();
  await tab.page.mouse.up();
  await expect(model.codes).toHaveCount(8);
  await expectAccessible(tab.page);
  const other = model.codes.and(tab.page.locator('[aria-pressed="false"]')).first();
  await other.click();
  await tab.job.expectDone();
  await model.expectMeasured();
  // One token is another one, and the numbers are those of the picture as it is now.
  const after = await savedProject(tab);
  const cell = row * before.lattice.columns + column;
  expect([...after.tokens.keys()].filter((at) => after.tokens[at] !== before.tokens[at])).toEqual([cell]);
  await tab.header.undo.click();
  expect((await savedProject(tab)).tokens).toEqual(before.tokens);
  await model.expectMeasured();
});

test('all of that by keyboard, and what follows may follow', async ({ open }) => {
  const tab = await open();
  const model = new MeasurementPanel(tab.page);
  await tab.job.paint();
  await tab.job.expectDone();
  const before = await savedProject(tab);
  await tab.page.keyboard.press('t');
  await model.expectMeasured();
  await model.panel.getByRole('checkbox').check();
  await model.canvas.focus();
  await tab.page.keyboard.press('ArrowRight');
  const first = await model.cell();
  await tab.page.keyboard.press('Shift+ArrowUp');
  const { row, column } = await model.cell();
  expect({ row, column }).toEqual({ row: first.row - 4, column: first.column });
  await tab.page.keyboard.press('Enter');
  await expect(model.codes.and(tab.page.locator(':focus'))).toHaveCount(1);
  await tab.page.keyboard.press('Escape');
  await expect(model.card).toBeHidden();
  await expect(model.canvas).toBeFocused();
  await tab.page.keyboard.press('Enter');
  await model.codes.and(tab.page.locator('[aria-pressed="false"]')).last().focus();
  await tab.page.keyboard.press('Enter');
  await tab.job.expectDone();
  await model.expectMeasured();
  const after = await savedProject(tab);
  const { columns } = before.lattice;
  const changed = [...after.tokens.keys()].filter((at) => after.tokens[at] !== before.tokens[at]);
  expect(changed[0]).toBe(row * columns + column);
  expect(changed.length).toBeGreaterThan(1);
  for (const at of changed) {
    expect(Math.floor(at / columns) - row).toBeLessThanOrEqual(8);
    expect(Math.abs((at % columns) - column)).toBeLessThanOrEqual(8);
  }
});

test('the colours, the numbers and the codes fit a phone', async ({ open }) => {
  const tab = await open();
  await tab.page.setViewportSize({ width: 390, height: 844 });
  const model = new MeasurementPanel(tab.page);
  await tab.job.paint();
  await tab.job.expectDone();
  await model.open();
  await model.expectMeasured();
  const at = await model.point(-0.1, 0);
  await tab.page.mouse.click(at.x, at.y);
  await expect(model.codes).toHaveCount(8);
  const box = (await model.card.boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(390);
  // The page's own buttons are on the screen, too.
  expect((await tab.page.getByRole('banner').boundingBox())!.width).toBe(390);
  await expectAccessible(tab.page);
});
