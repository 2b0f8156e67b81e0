import { chromium } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, preview, runnerImport } from 'vite';
import { gpuArguments, findChromium } from '../scripts/chromium.mjs';

/**
 * The built page with the benchmark beside it, served, and a browser to open them in.
 *
 * @typedef {object} Site
 * @property {string} url of the page, with a slash at the end
 * @property {string} folder that is served
 * @property {import('@playwright/test').Browser} browser
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Part
 * @property {string} title
 * @property {(site: Site) => Promise<string[]>} measure prints nothing itself; returns the lines of a report
 */

const root = resolve(import.meta.dirname, '..');

/**
 * @param {string[]} pages built beside the page, from the project's folder
 * @returns {Promise<Site>}
 */
export async function serve(pages = ['bench/index.html']) {
  const folder = await mkdtemp(join(tmpdir(), 'plein-air-bench-'));
  await build({
    root,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: ['index.html', ...pages].map((page) => resolve(root, page)) },
    },
  });
  const server = await preview({ root, logLevel: 'warn', build: { outDir: folder }, preview: { port: 0 } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: gpuArguments, ...(executablePath ? { executablePath } : {}) });
  return {
    url: `http://localhost:${address.port}/`,
    folder,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Runs a function in the benchmark's page, with a fresh profile.
 *
 * @template A, R
 * @param {Site} site
 * @param {(argument: A) => Promise<R>} body runs in the page; `startBench` is there
 * @param {A} argument
 * @returns {Promise<R>}
 */
export async function inBenchPage(site, body, argument) {
  const context = await site.browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${site.url}bench/index.html`);
    await page.waitForFunction(() => 'startBench' in window);
    return await page.evaluate(/** @type {any} */ (body), argument);
  } finally {
    await context.close();
  }
}

/**
 * What the page calls things, from its own tables, so that a benchmark finds them however they are called next.
 *
 * @returns {Promise<typeof import('../src/ui/i18n/en.ts').en>}
 */
export async function words() {
  const { module } = await runnerImport(resolve(root, 'src/ui/i18n/en.ts'));
  return module.en;
}

/**
 * @param {number[]} values
 * @param {number} share 0..1
 * @returns {number} the value that this share of them does not exceed
 */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/**
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 * @returns {string[]} the lines of a Markdown table
 */
export function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/**
 * @param {number} milliseconds
 * @returns {string} in seconds, to a hundredth
 */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
