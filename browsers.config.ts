import { defineConfig } from '@playwright/test';

/** The stories of Firefox and WebKit, which run in the system's own browsers and not in those that Playwright drives. */
export default defineConfig({
  testDir: 'e2e/browsers',
  outputDir: 'test-results/browsers',
  reporter: [['list']],
  workers: 1,
  forbidOnly: !!process.env.CI,
  // As in playwright.config.ts: a busy machine may starve a browser of its core.
  retries: process.env.CI ? 1 : 0,
  timeout: 300_000,
  projects: [{ name: 'firefox' }, { name: 'webkit' }],
});
