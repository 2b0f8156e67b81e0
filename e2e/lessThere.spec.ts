import { test as plain } from '@playwright/test';
import { processorArguments, findChromium } from '../scripts/chromium.mjs';
import { en } from '../src/ui/i18n/en.ts';
import { hostUnder } from './fixtures/staticHost.ts';
import { addressOf, expect, tabOf, test, withoutFileDialogs, type Tab } from './fixtures/test.ts';

const MIDDLE = { x: 0, y: 0 };
const LEFT = { x: -0.15, y: 0 };

/** A stroke and a picture. */
async function expectPaints({ layout, job, picture }: Tab): Promise<void> {
  await layout.chooseClass('snow');
  await layout.draw(LEFT, { x: 0.15, y: 0 });
  await layout.expectClass(LEFT, 'snow');
  // Between the two ends: a stroke, and not a dot.
  await layout.expectClass(MIDDLE, 'snow');
  await job.paint();
  await job.expectDone();
  await picture.expectState('whole');
}

async function expectSaves({ header }: Tab): Promise<void> {
  expect((await header.saveAs('save-project')).suggestedFilename()).toMatch(/\.pleinair$/);
}

test('without IndexedDB, service workers and coalesced pointer events the page says that it keeps nothing, and works', async ({
  open,
  context,
}) => {
  // Before the page runs: it has to find out by itself.
  await context.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    Reflect.deleteProperty(PointerEvent.prototype, 'getCoalescedEvents');
  });
  const tab = await open();
  const left = await tab.page.evaluate(() => [
    indexedDB !== undefined,
    'serviceWorker' in navigator,
    'getCoalescedEvents' in PointerEvent.prototype,
  ]);
  expect(left).toEqual([false, false, false]);
  await expectPaints(tab);
  // Until the next notice takes its place.
  await expect(tab.page.getByText(en.notices.autosave({ kind: 'autosave', trouble: 'unavailable' }))).toBeVisible();
  await expectSaves(tab);
});

// Without the watch of the other stories: this page comes from another origin than theirs. No page of plain http has
// coalesced events, service workers, or WebGPU.
plain(
  'on plain http, where a browser offers less, the page paints on the processor, says why, and works',
  async ({ playwright }) => {
    const { url, server } = await hostUnder('/');
    const executablePath = findChromium();
    const browser = await playwright.chromium.launch({
      args: [...processorArguments, '--host-resolver-rules=MAP pleinair.test 127.0.0.1'],
      ...(executablePath ? { executablePath } : {}),
    });
    try {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      await withoutFileDialogs(context);
      const failures: string[] = [];
      context.on('weberror', (error) => failures.push(error.error().message));
      const tab = tabOf(await context.newPage());
      await tab.page.goto(`http://pleinair.test:${new URL(url).port}${addressOf('tiny', 'auto')}`);
      const there = await tab.page.evaluate(() => [isSecureContext, 'gpu' in navigator, 'serviceWorker' in navigator]);
      expect(there).toEqual([false, false, false]);
      await tab.layout.waitUntilOpened();
      await expectPaints(tab);
      await expectSaves(tab);
      await tab.job.expectBackend('wasm');
      await expect(tab.page.getByText('this browser has no WebGPU')).toBeVisible();
      expect(failures).toEqual([]);
    } finally {
      await browser.close();
      server.close();
    }
  },
);
