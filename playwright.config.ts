import { defineConfig } from '@playwright/test';
import { findChromium, gpuArguments, processorArguments } from './scripts/chromium.mjs';

/** Seldom used, and not the port of `npm start` or `npm run preview`: all three may run at once. */
const PORT = Number(process.env.PLEIN_AIR_E2E_PORT ?? 4629);
const executablePath = findChromium();
const chromium = (args: string[]) => ({ launchOptions: { args, ...(executablePath ? { executablePath } : {}) } });

export default defineConfig({
  testDir: 'e2e',
  // Those of other browsers: browsers.config.ts.
  testIgnore: /e2e.browsers/,
  outputDir: 'test-results',
  reporter: [['list']],
  // Most of a story is waiting for the page. With more than two the page's own clocks, which watch its workers, would go off
  // where a real picture keeps a core busy.
  workers: 2,
  forbidOnly: !!process.env.CI,
  // A story that only passes the second time is reported as flaky. On a busy machine a worker may be starved of its
  // core for longer than any limit foresees; at one's own desk the first failure is the one to look at.
  retries: process.env.CI ? 2 : 0,
  timeout: process.env.CI ? 120_000 : 60_000,
  expect: { timeout: process.env.CI ? 20_000 : 10_000 },
  use: {
    baseURL: `http://localhost:${PORT}`,
    actionTimeout: 15_000,
    viewport: { width: 1280, height: 800 },
    // Taken of every story it would be a third of the time.
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    // What it answers by itself no story could hold up or count; those about it allow it.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'wasm', grepInvert: /@webgpu|@alone/, use: chromium(processorArguments) },
    { name: 'webgpu', grep: /@webgpu/, use: chromium(gpuArguments) },
    // What is measured in it nothing may disturb, nor it others.
    { name: 'alone', grep: /@alone/, dependencies: ['wasm', 'webgpu'], use: chromium(processorArguments) },
  ],
  webServer: {
    command: `vite preview --port ${PORT} --strictPort`,
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
