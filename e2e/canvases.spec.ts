import { en } from '../src/ui/i18n/en.ts';
import { RegionPanel } from './fixtures/regionPanel.ts';
import { expect, test, type Tab } from './fixtures/test.ts';

/** Where the two canvases lie on the screen. */
async function places({ page }: Tab): Promise<string> {
  const boxes = await Promise.all(
    ['layout', 'picture'].map((pane) => page.locator(`[data-pane="${pane}"] canvas`).first().boundingBox()),
  );
  expect(boxes.every((box) => box !== null && box.width > 100)).toBe(true);
  return JSON.stringify(boxes);
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
]) {
  test(`nothing moves the canvases at ${viewport.width} x ${viewport.height}, and the page stays in its window`, async ({
    open,
  }) => {
    const tab = await open();
    await tab.page.setViewportSize(viewport);
    const { page, job, layout } = tab;
    // Its canvases follow the window in the next frame.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const before = await places(tab);
    const seen: string[] = [];
    const expectStill = async (state: string) => {
      expect(await places(tab), state).toBe(before);
      const isWithin = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return scrollWidth <= innerWidth && scrollHeight <= innerHeight;
      });
      expect(isWithin, state).toBe(true);
      seen.push(state);
    };
    for (const tool of ['eraser', 'rectangle', 'fill', 'select', 'pan', 'brush'] as const) {
      await layout.chooseTool(tool);
      await expectStill(tool);
    }
    await job.paint();
    await expectStill('painting');
    await job.expectDone();
    await expectStill('done');
    await layout.chooseClass('sand');
    await layout.draw({ x: -0.2, y: 0 }, { x: 0.2, y: 0 });
    await job.repaintChanges();
    await job.expectDone();
    await expectStill('repainted');
    const region = new RegionPanel(page);
    await region.open();
    await expectStill('marking');
    await region.mark({ x: -0.1, y: 0 }, { x: 0.1, y: 0 });
    await expectStill('marked');
    await region.sample();
    await expect(region.tray).toBeVisible();
    await expectStill('versions');
    await job.expectDone();
    await region.tray.getByRole('button', { name: en.region.closeTray }).click();
    await region.panel.getByRole('button', { name: en.region.done }).click();
    await page.getByRole('button', { name: en.commands.measure, exact: true }).click();
    await expect(page.getByRole('region', { name: en.measurement.heading })).toBeVisible();
    await expectStill('measuring');
    expect(seen.length).toBe(13);
  });
}

test('how to begin is said until one begins, and again over an emptied layout', async ({ open }) => {
  const { page, layout } = await open();
  await expect(page.getByText(en.layout.begin)).toBeVisible();
  await expect(page.getByText(en.picture.begin)).toBeVisible();
  await layout.draw({ x: -0.1, y: 0 }, { x: 0.1, y: 0 });
  await expect(page.getByText(en.layout.begin)).toBeHidden();
  await expect(page.getByText(en.picture.begin)).toBeHidden();
  await page.getByRole('button', { name: en.commands.clear }).click();
  await expect(page.getByText(en.layout.begin)).toBeVisible();
  await expect(page.getByText(en.picture.begin)).toBeHidden();
});
