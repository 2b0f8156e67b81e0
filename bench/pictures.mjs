import { inBenchPage, seconds, table } from './serve.mjs';

/** @type {(import('./engineBench.ts').Way & { name: string })[]} Before there was a second worker, and what each step adds. */
const WAYS = [
  { name: 'one worker, one thread', workers: 1, threads: 1 },
  { name: 'two workers, one thread each', workers: 2, threads: 1 },
  { name: 'two workers, two threads each', workers: 2, threads: 2 },
];

const SIZES = [
  { rows: 16, columns: 16, guidance: 1 },
  { rows: 16, columns: 32, guidance: 1 },
  { rows: 16, columns: 32, guidance: 2 },
  { rows: 32, columns: 64, guidance: 1 },
  { rows: 32, columns: 64, guidance: 2 },
];

/** @type {import('./serve.mjs').Part} Time to the first tile and to the finished picture. */
export const pictures = {
  title: 'Pictures on WASM, after load, one way after the other (each the better of two runs)',
  measure: async (site) => {
    const { loads, timings } = await inBenchPage(
      site,
      async ({ manifest, ways, sizes }) => {
        if (!crossOriginIsolated) throw new Error('The page is not isolated: there are no threads.');
        const engines = [];
        for (const way of ways) engines.push(await window.startEngine(manifest, way));
        const timings = [];
        for (const { rows, columns, guidance } of sizes) {
          /** @type {import('./engineBench.ts').PaintedPicture[][]} */
          const runs = engines.map(() => []);
          // Side by side, so that whatever else the machine does is shared among them.
          for (let run = 0; run < 2; run++) {
            for (const [n, engine] of engines.entries())
              runs[n]?.push(await engine.picture({ rows, columns }, guidance));
          }
          timings.push(runs.map((own) => own.toSorted((a, b) => a.total - b.total)[0]));
        }
        for (const engine of engines) engine.end();
        return { loads: engines.map(({ load }) => load), timings };
      },
      { manifest: `${site.url}models/landscapes/manifest.json`, ways: WAYS, sizes: SIZES },
    );
    return [
      'Load, from a server on the same machine, with the runtime:',
      ...WAYS.map(({ name }, n) => `- ${name}: ${seconds(loads[n] ?? NaN)}`),
      '',
      ...table(
        [
          'cells',
          'guidance',
          'way',
          'finished',
          'times as fast',
          'first tile',
          'sampling',
          'decoding',
          'tokens a second',
          'tiles: provisional, final',
        ],
        SIZES.flatMap(({ rows, columns, guidance }, size) =>
          WAYS.map(({ name }, n) => {
            const timing = timings[size]?.[n];
            const first = timings[size]?.[0];
            if (timing === undefined || first === undefined) throw new Error('A picture was not measured.');
            return [
              `${columns} x ${rows}`,
              guidance,
              name,
              seconds(timing.total),
              (first.total / timing.total).toFixed(2),
              seconds(timing.firstTile),
              seconds(timing.sampling),
              seconds(timing.decoding),
              ((1000 * rows * columns) / timing.sampling).toFixed(0),
              `${timing.provisional}, ${timing.final}`,
            ];
          }),
        ),
      ),
    ];
  },
};
