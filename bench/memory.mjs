import { readFile } from 'node:fs/promises';
import { table } from './serve.mjs';

const PICTURES = 50;
const LATTICE = { rows: 8, columns: 8 };
/** The largest that is painted at once. */
const LARGEST = { rows: 32, columns: 64 };
const DECODED = 20;

/** @type {(import('./engineBench.ts').Way & { name: string })[]} */
const WAYS = [
  { name: 'one worker, one thread', workers: 1, threads: 1 },
  { name: 'two workers, one thread each', workers: 2, threads: 1 },
  { name: 'two workers, two threads each', workers: 2, threads: 2 },
];

/** @type {import('./serve.mjs').Part} Memory over many pictures in a row. */
export const memory = {
  title: `Memory of the page's process over ${PICTURES} pictures of 8 x 8 cells in a row, one of 64 x 32, and ${DECODED} more of these decoded, on WASM`,
  measure: async (site) => {
    const rows = [];
    for (const { name, ...way } of WAYS) rows.push([name, ...(await memoryOf(site, way))]);
    const head = ['resident memory', 'after loading', `after ${PICTURES} pictures`, 'after one of 64 x 32'];
    return table([...head, `after ${DECODED} more`], rows);
  },
};

/**
 * @param {import('./serve.mjs').Site} site
 * @param {import('./engineBench.ts').Way} way
 */
async function memoryOf(site, way) {
  const context = await site.browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${site.url}bench/index.html`);
    await page.waitForFunction(() => 'startEngine' in window);
    const pid = await newestRenderer(site);
    const bench = await page.evaluateHandle(({ manifest, way }) => window.startEngine(manifest, way), {
      manifest: `${site.url}models/landscapes/manifest.json`,
      way,
    });
    const sizes = [await megabytesOf(pid)];
    await bench.evaluate(
      async (engine, { lattice, pictures }) => {
        for (let n = 0; n < pictures; n++) await engine.picture(lattice, 1);
      },
      { lattice: LATTICE, pictures: PICTURES },
    );
    sizes.push(await megabytesOf(pid));
    await bench.evaluate((engine, lattice) => engine.picture(lattice, 2), LARGEST);
    sizes.push(await megabytesOf(pid));
    await bench.evaluate(
      async (engine, { lattice, pictures }) => {
        for (let n = 0; n < pictures; n++) await engine.decode(lattice, n);
      },
      { lattice: LARGEST, pictures: DECODED },
    );
    sizes.push(await megabytesOf(pid));
    return sizes;
  } finally {
    await context.close();
  }
}

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
