import { test as plain } from '@playwright/test';
import { processorArguments, findChromium } from '../scripts/chromium.mjs';
import { en } from '../src/ui/i18n/en.ts';
import { hostUnder } from './fixtures/staticHost.ts';
import { addressOf, expect, tabOf, test, withoutFileDialogs, type Tab } from './fixtures/test.ts';

const MIDDLE = { x: 0, y: 0 };
const LEFT = { x: -0.15, y: 0 };
/** Longer than the hand has to rest until the work is saved, milliseconds. */
const SAVED_AFTER = 1_800;

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

/** What a browser may lack, how it is taken away before anything runs, in the page and in its workers, and whether it is gone. */
interface Lack {
  readonly what: string;
  readonly take: () => void;
  readonly isGone: () => boolean;
  /** What is particular about a visit without it. */
  readonly expect: (tab: Tab) => Promise<void>;
}

const LACKS: readonly Lack[] = [
  {
    what: 'coalesced pointer events',
    take: () => Reflect.deleteProperty(globalThis.PointerEvent?.prototype ?? {}, 'getCoalescedEvents'),
    isGone: () => !('getCoalescedEvents' in (globalThis.PointerEvent?.prototype ?? {})),
    expect: expectSaves,
  },
  {
    what: 'service workers',
    take: () => Reflect.deleteProperty(globalThis.Navigator?.prototype ?? {}, 'serviceWorker'),
    isGone: () => !('serviceWorker' in navigator),
    expect: async ({ page, layout, picture }) => {
      await page.waitForTimeout(SAVED_AFTER);
      await page.reload();
      await layout.waitUntilOpened();
      await layout.expectClass(MIDDLE, 'snow');
      await picture.expectState('whole');
    },
  },
  {
    what: 'IndexedDB',
    take: () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }),
    isGone: () => indexedDB === undefined,
    expect: async (tab) => {
      // Until the next notice takes its place.
      await expect(tab.page.getByText(en.notices.autosave({ kind: 'autosave', trouble: 'unavailable' }))).toBeVisible();
      await expectSaves(tab);
    },
  },
  {
    what: 'WebGPU',
    take: () => {
      for (const kind of ['Navigator', 'WorkerNavigator'])
        Reflect.deleteProperty(
          (globalThis as unknown as Record<string, typeof Navigator>)[kind]?.prototype ?? {},
          'gpu',
        );
    },
    isGone: () => !('gpu' in navigator),
    expect: async ({ page, job }) => {
      await job.expectBackend('wasm');
      await expect(page.getByText('this browser has no WebGPU')).toBeVisible();
    },
  },
];

for (const { what, take, isGone, expect: expectIt } of LACKS) {
  test(`without ${what} the page opens, paints and does what it still can`, async ({ open, context }) => {
    // Before the page runs: it has to find out by itself. No script of Playwright's comes before a worker's own.
    await context.addInitScript(take);
    await context.route(/\.worker-[^/]*\.js$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `(${String(take)})();\n${await response.text()}` });
    });
    const tab = await open({ backend: 'auto' });
    expect(await tab.page.evaluate(isGone)).toBe(true);
    await expectPaints(tab);
    expect(tab.page.workers().length).toBeGreaterThan(0);
    for (const worker of tab.page.workers()) expect(await worker.evaluate(isGone)).toBe(true);
    await expectIt(tab);
  });
}

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
