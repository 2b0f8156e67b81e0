import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { gzippedFile } from './build/gzippedFile.ts';
import { findChromium, gpuArguments, processorArguments } from './scripts/chromium.mjs';
import { ISOLATION_HEADERS } from './src/protocol/isolation.ts';

const executablePath = findChromium();

/** Tests in Chromium, one file after the other: those named `*.<name>.test.ts`. */
function inBrowser(name: string, args: string[]) {
  return {
    plugins: [gzippedFile()],
    // Threads need them.
    server: { headers: ISOLATION_HEADERS },
    worker: { format: 'es', plugins: () => [gzippedFile()] },
    // Listed before the first test, or Vite finds it during one and reloads the page.
    optimizeDeps: {
      include: [
        '@noble/hashes/sha2.js',
        '@noble/hashes/utils.js',
        'onnxruntime-web/jspi',
        'onnxruntime-web/webgpu',
        'onnxruntime-web/wasm',
        'comlink',
        'valibot',
        'fast-png',
        'fflate',
        'gifenc',
        'idb-keyval',
        'browser-fs-access',
        'lucide-react',
        'tinykeys',
        'uqr',
        'zustand',
        'zustand/vanilla',
        'react',
        'react-dom',
        'react-dom/client',
        'react/jsx-dev-runtime',
      ],
    },
    test: {
      name,
      include: [`src/**/*.${name}.test.ts`, `workers/**/*.${name}.test.ts`],
      testTimeout: 60_000,
      // As in Playwright's configuration: a busy machine may starve a worker of its core.
      retry: process.env.CI ? 1 : 0,
      // Each file keeps a core busy, and several would share one GPU in software.
      fileParallelism: false,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: { args, ...(executablePath ? { executablePath } : {}) },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  } satisfies TestProjectInlineConfiguration;
}

export default defineConfig({
  test: {
    // `npm run coverage`: what the tests without a browser run of what needs none.
    coverage: {
      include: ['src/{core,document,protocol,state,io,engine}/**/*.ts', 'workers/{engine,reader,files}/**/*.ts'],
      reporter: ['text-summary', 'html'],
    },
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Laws over whole lattices take seconds, and several times that on a machine that does other things too.
          testTimeout: 30_000,
          include: ['src/**/*.test.ts', 'workers/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/*.gpu.test.ts'],
        },
      },
      inBrowser('browser', processorArguments),
      // In a browser of its own: one that has run all the others has been seen to end in the middle of these.
      inBrowser('gpu', gpuArguments),
    ],
  },
});
