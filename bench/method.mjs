import { ensurePython, pythonTool } from '../scripts/python.mjs';
import { quoted, run } from '../scripts/run.mjs';
import { inBenchPage, percentile, table } from './serve.mjs';

const TOKENS = 32;
const LATTICE = { rows: 32, columns: 64 };

/**
 * @type {import('./serve.mjs').Part} The ratio to the method of "Taming Transformers": no cache, the whole window of
 * 16 x 16 positions computed again for each token. The same weights, in the same run.
 */
export const method = {
  title: 'Against the method without a cache, at 1024 x 512 on WASM',
  measure: async (site) => {
    await ensurePython();
    const command = `${pythonTool('python')} -m plein_air.export_baseline --bundle public/models/landscapes --out ${quoted(site.folder)}`;
    if (!(await run(`cd training && ${command.replace('public/', '../public/')}`)))
      throw new Error('The graph without a cache could not be written.');
    const { times, timing } = await inBenchPage(
      site,
      async ({ manifest, graph, lattice, tokens }) => {
        const bench = window.startBench();
        await bench.load(manifest, 'wasm');
        const engine = await window.startEngine(manifest, { workers: 1, threads: 1 });
        const timing = await engine.picture(lattice, 1);
        engine.end();
        return { times: await bench.baseline(graph, tokens), timing };
      },
      {
        manifest: `${site.url}models/landscapes/manifest.json`,
        graph: `${site.url}baseline.onnx`,
        lattice: LATTICE,
        tokens: TOKENS,
      },
    );
    const cells = LATTICE.rows * LATTICE.columns;
    const perToken = percentile(times, 0.5);
    const whole = (perToken * cells) / 1000;
    const ours = timing.sampling / 1000;
    return [
      ...table(
        ['method', 'ms a token', 'all 2,048 tokens'],
        [
          [
            'window recomputed for each token',
            perToken.toFixed(1),
            `${whole.toFixed(0)} s (${TOKENS} timed, multiplied up)`,
          ],
          ['wavefront with the ring cache', (timing.sampling / cells).toFixed(2), `${ours.toFixed(1)} s (timed whole)`],
        ],
      ),
      '',
      `Ratio: ${(whole / ours).toFixed(0)}`,
    ];
  },
};
