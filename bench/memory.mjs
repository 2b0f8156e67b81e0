import { readFile } from 'node:fs/promises';
import { table } from './serve.mjs';

const PICTURES = 50;
const LATTICE = { rows: 8, columns: 8 };

/** @type {import('./serve.mjs').Part} Memory over many pictures in a row. */
export const memory = {
  title: `Memory of the page's process over ${PICTURES} pictures of 128 x 128 in a row, on WASM`,
  measure: async (site) => {
    const context = await site.browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`${site.url}bench/index.html`);
      await page.waitForFunction(() => 'startBench' in window);
      const pid = await newestRenderer(site);
      const bench = await page.evaluateHandle(async (manifest) => {
        const started = window.startBench();
        await started.load(manifest, 'wasm');
        // In a box: a Comlink proxy alone would be taken for a promise.
        return { started };
      }, `${site.url}models/landscapes/manifest.json`);
      const rows = [['after loading', await megabytesOf(pid)]];
      for (let done = 0; done < PICTURES;) {
        await bench.evaluate(async ({ started }, lattice) => {
          for (let n = 0; n < 10; n++) await started.picture(lattice, 1);
        }, LATTICE);
        done += 10;
        rows.push([`after ${done}`, await megabytesOf(pid)]);
      }
      return table(['', 'resident memory'], rows);
    } finally {
      await context.close();
    }
  },
};

/**
 * The process of the page that was opened last.
 *
 * @param {import('./serve.mjs').Site} site
 */
async function newestRenderer(site) {
  const session = await site.browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id));
}

/** @param {number} pid a process of this machine; its memory is known on Linux alone */
async function megabytesOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1];
  return kilobytes === undefined ? 'unknown' : `${Math.round(Number(kilobytes) / 1000)} MB`;
}
