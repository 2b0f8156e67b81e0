import { defineConfig } from '@playwright/test';
import { findChromium, processorArguments } from './scripts/chromium.mjs';

/** Not the port of the stories: both may run at once. */
const PORT = Number(process.env.PLEIN_AIR_SHOTS_PORT ?? 4631);
const executablePath = findChromium();

/** The pictures of the page in docs/: taken by the fixtures of the stories, of the page as it is. */
export default defineConfig({
  testDir: 'e2e/shots',
  testMatch: /\.shots\.ts$/,
  outputDir: 'test-results/shots',
  reporter: [['list']],
  workers: 1,
  // It paints with the default model, on a processor that may be busy.
  timeout: 30 * 60_000,
  expect: { timeout: 180_000 },
  use: {
    baseURL: `http://localhost:${PORT}`,
    actionTimeout: 60_000,
    serviceWorkers: 'block',
    launchOptions: { args: processorArguments, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: `vite preview --port ${PORT} --strictPort`,
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
  },
});
