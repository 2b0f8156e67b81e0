import { existsSync } from 'node:fs';
import { findChromium } from './chromium.mjs';
import { installPackages } from './debian.mjs';
import { Missing, run } from './run.mjs';

/** Playwright's own download takes about a minute; where its host cannot be reached it may hang instead of failing. */
const DOWNLOAD_TIMEOUT = 4 * 60_000;

/** @returns {Promise<boolean>} whether the Chromium that Playwright would start is there. */
async function playwrightHasChromium() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
}

/** The system's Chromium, else Playwright's own, else the distribution's package. */
export async function ensureBrowser() {
  if (findChromium() || (await playwrightHasChromium())) return;
  console.log('There is no Chromium: trying the one of Playwright.');
  if ((await run('playwright install chromium', { timeout: DOWNLOAD_TIMEOUT })) && (await playwrightHasChromium()))
    return;
  console.log('That did not work: trying the package of the distribution.');
  await installPackages('chromium');
  if (!findChromium()) {
    throw new Missing('No Chromium could be installed: install one and name its path in PLEIN_AIR_CHROMIUM.');
  }
}
