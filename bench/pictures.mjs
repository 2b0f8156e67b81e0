import { inBenchPage, seconds, table } from './serve.mjs';

const SIZES = [
  { rows: 16, columns: 16, guidance: 1 },
  { rows: 16, columns: 32, guidance: 1 },
  { rows: 32, columns: 64, guidance: 1 },
  { rows: 16, columns: 16, guidance: 2 },
];

/** @type {import('./serve.mjs').Part} Time to the first tile and to the finished picture. */
export const pictures = {
  title: 'Pictures on WASM, one thread, after load (each the better of two runs)',
  measure: async (site) => {
    const { load, timings } = await inBenchPage(
      site,
      async ({ manifest, sizes }) => {
        const bench = window.startBench();
        const load = await bench.load(manifest, 'wasm');
        const timings = [];
        for (const { rows, columns, guidance } of sizes) {
          const runs = [
            await bench.picture({ rows, columns }, guidance),
            await bench.picture({ rows, columns }, guidance),
          ];
          runs.sort((a, b) => a.total - b.total);
          timings.push(runs[0]);
        }
        return { load, timings };
      },
      { manifest: `${site.url}models/landscapes/manifest.json`, sizes: SIZES },
    );
    return [
      `Load, from a server on the same machine, with the runtime: ${(load / 1000).toFixed(1)} s`,
      '',
      ...table(
        [
          'pixels',
          'guidance',
          'first tile',
          'finished',
          'sampling',
          'decoding',
          'tokens a second',
          'tiles: provisional, final',
        ],
        SIZES.map(({ rows, columns, guidance }, n) => {
          const timing = timings[n];
          if (timing === undefined) throw new Error('A picture was not measured.');
          return [
            `${columns * 16} x ${rows * 16}`,
            guidance,
            seconds(timing.firstTile),
            seconds(timing.total),
            seconds(timing.sampling),
            seconds(timing.decoding),
            ((1000 * rows * columns) / timing.sampling).toFixed(0),
            `${timing.provisional}, ${timing.final}`,
          ];
        }),
      ),
    ];
  },
};
