import { test as plain, type Browser, type Page } from '@playwright/test';
import { hostUnder } from './fixtures/staticHost.ts';
import { addressOf, expect, tabOf, test } from './fixtures/test.ts';

/** The build on a host that sends no header, in a browser that has never been there. */
async function visitorOf(browser: Browser, serviceWorkers: 'allow' | 'block') {
  const { url, server } = await hostUnder('/people/me/plein-air/');
  const context = await browser.newContext({ serviceWorkers });
  const page = await context.newPage();
  let loads = 0;
  page.on('load', () => loads++);
  return {
    ...tabOf(page),
    address: `${url}${addressOf('tiny', 'wasm', 2).slice(1)}`,
    loads: () => loads,
    end: async () => {
      await context.close();
      server.close();
    },
  };
}

const isolated = (page: Page) => page.evaluate(() => crossOriginIsolated);
const underCare = (page: Page) =>
  page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');

plain(
  'a first visit to a host without headers begins anew once, unseen, and paints with threads',
  async ({ browser }) => {
    const visitor = await visitorOf(browser, 'allow');
    const { page, layout, job, picture } = visitor;
    await page.goto(visitor.address);
    await expect.poll(() => isolated(page).catch(() => false), { timeout: 30_000 }).toBe(true);
    await layout.waitUntilOpened();
    expect(visitor.loads()).toBe(2);
    await job.paint();
    await job.expectDone();
    await picture.expectState('whole');
    await expect(page.getByText(/WebAssembly, 2 threads/)).toBeVisible();

    await page.reload();
    await layout.waitUntilOpened();
    expect(await isolated(page)).toBe(true);
    await page.waitForTimeout(1_000);
    expect(visitor.loads()).toBe(3);
    await visitor.end();
  },
);

plain('a first visit on which something is done is left alone, and the next one has threads', async ({ browser }) => {
  const visitor = await visitorOf(browser, 'allow');
  const { page, layout, job } = visitor;
  await page.goto(visitor.address);
  await page.keyboard.press('Shift');
  await layout.waitUntilOpened();
  await underCare(page);
  await job.paint();
  await job.expectDone();
  await expect(page.getByText(/WebAssembly, 1 thread\)/)).toBeVisible();
  expect(await isolated(page)).toBe(false);
  expect(visitor.loads()).toBe(1);
  await page.reload();
  expect(await isolated(page)).toBe(true);
  await visitor.end();
});

plain('a page that was opened from a link does not begin anew', async ({ browser }) => {
  const visitor = await visitorOf(browser, 'allow');
  const { page, layout } = visitor;
  await page.goto(`${visitor.address}#p=AQAAAAAAAAAA`);
  await layout.waitUntilOpened();
  await underCare(page);
  await page.waitForTimeout(1_000);
  expect(await isolated(page)).toBe(false);
  expect(visitor.loads()).toBe(1);
  await visitor.end();
});

plain('where service workers are forbidden the page has one thread, and everything works', async ({ browser }) => {
  const visitor = await visitorOf(browser, 'block');
  const { page, layout, job, picture } = visitor;
  await page.goto(visitor.address);
  await layout.waitUntilOpened();
  await job.paint();
  await job.expectDone();
  await picture.expectState('whole');
  await expect(page.getByText(/WebAssembly, 1 thread\)/)).toBeVisible();
  expect(visitor.loads()).toBe(1);
  await visitor.end();
});

test('a host that sends the headers has threads from the first visit on, as many as the address says', async ({
  context,
}) => {
  const { page, layout, job, picture } = tabOf(await context.newPage());
  await page.goto(addressOf('tiny', 'wasm', 2));
  await layout.waitUntilOpened();
  expect(await isolated(page)).toBe(true);
  await job.paint();
  await job.expectDone();
  await picture.expectState('whole');
  await expect(page.getByText(/WebAssembly, 2 threads/)).toBeVisible();
});
