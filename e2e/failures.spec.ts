import { readFile } from 'node:fs/promises';
import type { Route } from '@playwright/test';
import { findChromium, processorArguments } from '../scripts/chromium.mjs';
import { addressOf, expect, tabOf, test } from './fixtures/test.ts';
import { expectAccessible } from './fixtures/watch.ts';
import { SMALL } from './fixtures/sizes.ts';

const MIDDLE = { x: 0, y: 0 };
const STEP = 'public/models/tiny/step.onnx';

const broken = [
  { what: 'missing', code: 'GRAPH_MISSING', answer: (route: Route) => route.fulfill({ status: 404 }) },
  {
    what: 'cut off',
    code: 'GRAPH_TRUNCATED',
    answer: async (route: Route) => route.fulfill({ body: (await readFile(STEP)).subarray(0, 5000) }),
  },
  {
    what: 'altered',
    code: 'GRAPH_HASH',
    answer: async (route: Route) => {
      const body = await readFile(STEP);
      body[4000] = (body[4000] ?? 0) ^ 1;
      await route.fulfill({ body });
    },
  },
  { what: 'out of reach', code: 'NETWORK', answer: (route: Route) => route.abort('connectionreset') },
] as const;

for (const { what, code, answer } of broken) {
  test(`a graph that is ${what} is told in a sentence, costs nothing, and can be tried again`, async ({ open }) => {
    const { page, layout, job, picture } = await open();
    await page.route('**/models/tiny/step.onnx', answer);
    await layout.chooseTool('fill');
    await layout.chooseClass('sand');
    await layout.click(MIDDLE);
    await job.paint();
    await job.expectFailure(code);
    await layout.expectClass(MIDDLE, 'sand');
    await expectAccessible(page);

    await page.unroute('**/models/tiny/step.onnx');
    await job.again.click();
    await job.expectDone();
    await picture.expectState('whole');
  });
}

test('an address without a model is told in a sentence', async ({ context }) => {
  const tab = tabOf(await context.newPage());
  await tab.page.goto('/?bundle=models/nowhere/manifest.json');
  await tab.job.paint();
  await tab.job.expectFailure('MANIFEST_MISSING');
});

test('a painter that dies in the middle is replaced, and nothing is lost', async ({ open }) => {
  test.setTimeout(240_000);
  const { page, settings, layout, job, picture } = await open({ bundle: 'landscapes' });
  await settings.chooseSize(SMALL);
  await layout.chooseTool('fill');
  await layout.chooseClass('sand');
  await layout.click(MIDDLE);
  await job.paint();
  await job.expectPainted(60);
  // Ends as one does that the system has stopped: without an event. The page has to find out by itself.
  await page.workers()[0]?.evaluate(() => self.close());
  await job.expectFailure('WORKER_DIED', 40_000);
  await layout.expectClass(MIDDLE, 'sand');
  await picture.expectState('partial');
  await job.again.click();
  await job.expectDone(150_000);
});

test('a browser that offers no GPU paints all the same', async ({ playwright, baseURL, watch }) => {
  const executablePath = findChromium();
  // Without these Chromium finds no adapter on a machine without a GPU, as most browsers.
  const args = processorArguments;
  const browser = await playwright.chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
  try {
    const context = await browser.newContext({ baseURL: baseURL ?? '' });
    watch.over(context);
    const tab = tabOf(await context.newPage());
    await tab.page.goto(addressOf('tiny', 'auto'));
    expect(await tab.page.evaluate(async () => (await navigator.gpu.requestAdapter()) === null)).toBe(true);
    await tab.job.paint();
    await tab.job.expectDone();
    await tab.picture.expectState('whole');
    await tab.job.expectBackend('wasm');
  } finally {
    await browser.close();
  }
});
