import { test as plain } from '@playwright/test';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../src/ui/i18n/en.ts';
import { hostUnder } from './fixtures/staticHost.ts';
import { addressOf, expect, tabOf, test } from './fixtures/test.ts';

/** What the strictest of the common static hosts takes. */
const MOST_BYTES = 25 * 1024 * 1024;

// Without the watch of the other stories: this page comes from another origin than theirs.
plain('the build paints on a plain static host, under any path, within its own policy', async ({ browser }) => {
  const { url, server } = await hostUnder('/people/me/plein-air/');
  const context = await browser.newContext();
  const tab = tabOf(await context.newPage());
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  tab.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await tab.page.goto(`${url}${addressOf('tiny', 'wasm').slice(1)}`);
  await tab.layout.waitUntilOpened();
  await tab.job.paint();
  await tab.job.expectDone();
  await tab.picture.expectState('whole');
  await tab.page.getByRole('button', { name: en.share.button, exact: true }).click();
  await expect(tab.page.getByRole('img', { name: en.share.code })).toBeVisible();
  expect(complaints).toEqual([]);
  expect(requests.length).toBeGreaterThan(10);
  expect(requests.filter((one) => one.startsWith('http') && !one.startsWith(url))).toEqual([]);
  await context.close();
  server.close();
});

test('the page’s policy lets no inline script run', async ({ open }) => {
  const { page } = await open();
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    return 'ran' in window;
  });
  expect(ran).toBe(false);
});

plain('no file of the build is larger than static hosts take', () => {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).map((name) => join('dist', name));
  const sizes = files.filter((file) => statSync(file).isFile()).map((file) => ({ file, bytes: statSync(file).size }));
  expect(sizes.length).toBeGreaterThan(20);
  expect(sizes.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([]);
});
