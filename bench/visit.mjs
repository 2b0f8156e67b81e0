import { gzipSync } from 'node:zlib';
import { table } from './serve.mjs';

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
