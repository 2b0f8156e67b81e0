import { inBenchPage, seconds, table } from './serve.mjs';

const SIZES = [
  { rows: 16, columns: 32 },
  { rows: 32, columns: 64 },
];

/** @type {import('./serve.mjs').Part} What it costs to keep the upper half of a photograph and have the rest painted. */
export const photographs = {
  title:
    'The lower half of a photograph completed on WASM, one thread, following the layout 2x (each the better of two runs)',
  measure: async (site) => {
    const timings = await inBenchPage(
      site,
      async ({ manifest, sizes }) => {
        const bench = window.startBench();
        await bench.load(manifest, 'wasm');
        const timings = [];
        for (const size of sizes) {
          const runs = [await bench.photograph(size, 2), await bench.photograph(size, 2)];
          timings.push(runs.toSorted((a, b) => a.total - b.total)[0]);
        }
        return timings;
      },
      { manifest: `${site.url}models/landscapes/manifest.json`, sizes: SIZES },
    );
    return table(
      ['cells', 'encoded', 'all of it seen', 'finished'],
      SIZES.map(({ rows, columns }, n) => {
        const timing = timings[n];
        if (timing === undefined) throw new Error('A photograph was not measured.');
        const { encoded, seen, total } = timing;
        return [`${columns} x ${rows}`, seconds(encoded), seconds(seen), seconds(total)];
      }),
    );
  },
};
