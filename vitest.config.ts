import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArguments, findChromium } from './scripts/chromium.mjs';

const executablePath = findChromium();

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'workers/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
        },
      },
      {
        // Listed before the first test, or Vite finds it during one and reloads the page.
        optimizeDeps: {
          include: [
            'onnxruntime-web',
            'onnxruntime-web/webgpu',
            'onnxruntime-web/wasm',
            'comlink',
            'valibot',
            'fast-png',
            'idb-keyval',
          ],
        },
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.ts', 'workers/**/*.browser.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: chromiumArguments, ...(executablePath ? { executablePath } : {}) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
