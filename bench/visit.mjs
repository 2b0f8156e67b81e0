import { gzipSync } from 'node:zlib';
import { table, words } from './serve.mjs';

/** @type {import('./serve.mjs').Part} What a first visit transfers before the page is seen. */
export const visit = {
  title: 'Bytes on a first visit, before the first paint',
  measure: async (site) => {
    const context = await site.browser.newContext();
    try {
      const page = await context.newPage();
      /** @type {Map<string, Promise<Buffer>>} */
      const bodies = new Map();
      page.on('response', (response) =>
        bodies.set(
          response.url(),
          response.body().catch(() => Buffer.alloc(0)),
        ),
      );
      await page.goto(site.url, { waitUntil: 'networkidle' });
      const { paint, resources } = await page.evaluate(() => ({
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
        resources: performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
      }));
      const before = resources.filter(({ startTime }) => startTime <= paint).map(({ name }) => name);
      const kinds = [
        { name: 'document', urls: [site.url] },
        { name: 'script', urls: before.filter((url) => /\.m?js$/.test(new URL(url).pathname)) },
        { name: 'style', urls: before.filter((url) => url.endsWith('.css')) },
      ];
      const rows = [];
      for (const { name, urls } of kinds) {
        let raw = 0;
        let compressed = 0;
        for (const url of urls) {
          const body = (await bodies.get(url)) ?? Buffer.alloc(0);
          raw += body.length;
          compressed += gzipSync(body).length;
        }
        rows.push([name, urls.length, `${(raw / 1000).toFixed(1)} kB`, `${(compressed / 1000).toFixed(1)} kB`]);
      }
      return [
        `First contentful paint after ${paint.toFixed(0)} ms.`,
        '',
        ...table(['kind', 'files', 'bytes', 'gzip'], rows),
      ];
    } finally {
      await context.close();
    }
  },
};

/** @type {import('./serve.mjs').Part} What a visitor transfers who follows a link to a shared picture. */
export const sharedVisit = {
  title: 'Bytes on a first visit to a shared picture of 1024 x 512, until it is seen (WASM, engine included)',
  measure: async (site) => {
    const en = await words();
    const context = await site.browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`${site.url}?backend=wasm`);
      const share = page.getByRole('button', { name: en.share.button, exact: true });
      await share.waitFor();
      await page.waitForFunction(() => document.querySelector('[data-opened="true"]') !== null);
      await share.click();
      const link = await page.getByRole('textbox', { name: en.share.link }).inputValue();
      await page.close();

      const visitor = await site.browser.newContext();
      const shared = await visitor.newPage();
      /** @type {import('@playwright/test').Response[]} */
      const responses = [];
      visitor.on('response', (response) => responses.push(response));
      const start = performance.now();
      await shared.goto(link);
      await shared.getByText('Done in').first().waitFor({ timeout: 120_000 });
      const seconds = (performance.now() - start) / 1000;
      let raw = 0;
      let compressed = 0;
      // Not before: to hand them over keeps the browser busy for two seconds.
      const bodies = await Promise.all(responses.map((response) => response.body().catch(() => Buffer.alloc(0))));
      for (const body of bodies) {
        raw += body.length;
        compressed += gzipSync(body).length;
      }
      await visitor.close();
      return [
        `The picture was there after ${seconds.toFixed(1)} s.`,
        '',
        ...table(
          ['files', 'bytes', 'gzip'],
          [[bodies.length, `${(raw / 1e6).toFixed(1)} MB`, `${(compressed / 1e6).toFixed(1)} MB`]],
        ),
      ];
    } finally {
      await context.close();
    }
  },
};
