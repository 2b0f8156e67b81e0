import { inBenchPage, percentile, table } from './serve.mjs';

/** @type {import('./serve.mjs').Part} Tokens a second by number of lanes, per backend. */
export const lanes = {
  title: 'Steps by number of lanes (64 columns, full windows; median)',
  measure: async (site) => [
    ...(await rows(site, 'landscapes', 'wasm', [1, 2, 3, 4, 6, 8, 16], 40)),
    '',
    'WebGPU on SwiftShader, a software GPU, with the tiny bundle: it shows that the path runs, and no speed.',
    '',
    ...(await rows(site, 'tiny', 'webgpu', [1, 4, 8], 5)),
  ],
};

/**
 * @param {import('./serve.mjs').Site} site
 * @param {string} bundle
 * @param {import('../src/protocol/paintEngine.ts').BackendName} backend
 * @param {number[]} sizes
 * @param {number} runs
 */
async function rows(site, bundle, backend, sizes, runs) {
  const times = await inBenchPage(
    site,
    async ({ manifest, backend, sizes, runs }) => {
      const bench = window.startBench();
      await bench.load(manifest, backend);
      const times = [];
      for (const lanes of sizes) times.push(await bench.steps(lanes, runs));
      return times;
    },
    { manifest: `${site.url}models/${bundle}/manifest.json`, backend, sizes, runs },
  );
  return table(
    ['bundle', 'backend', 'lanes', 'ms a step', 'tokens a second'],
    sizes.map((size, n) => {
      const median = percentile(times[n] ?? [], 0.5);
      return [bundle, backend, size, median.toFixed(2), ((1000 * size) / median).toFixed(0)];
    }),
  );
}
