import { inBenchPage, seconds, table } from './serve.mjs';

/** Cells along the side of what a stroke touches; its rim of one cell is sampled too. */
const EDITS = [1, 3, 5, 9];
const CANDIDATES = [1, 2, 4, 8];

/** @type {import('./serve.mjs').Part} What a change costs, by its size; several candidates against one. */
export const repaints = {
  title: 'Repainting a part of 512 x 256 pixels on WASM, one thread (each the better of two runs)',
  measure: async (site) => {
    const { edits, candidates, half } = await inBenchPage(
      site,
      async ({ manifest, edits, candidates }) => {
        const bench = window.startBench();
        await bench.load(manifest, 'wasm');
        const lattice = { rows: 16, columns: 32 };
        /** @type {(rect: any, guidance: number, count: number) => Promise<any>} */
        const better = async (rect, guidance, count) => {
          const runs = [
            await bench.repaint(lattice, rect, guidance, count),
            await bench.repaint(lattice, rect, guidance, count),
          ];
          return runs.toSorted((a, b) => a.total - b.total)[0];
        };
        const timed = [];
        for (const rect of edits) timed.push({ free: await better(rect, 1, 1), guided: await better(rect, 2, 1) });
        const counted = [];
        for (const count of candidates) counted.push(await better({ x: 12, y: 4, width: 7, height: 7 }, 2, count));
        return {
          edits: timed,
          candidates: counted,
          half: await better({ x: 0, y: 8, width: 32, height: 8 }, 2, 1),
        };
      },
      { manifest: `${site.url}models/landscapes/manifest.json`, edits: EDITS.map(sampled), candidates: CANDIDATES },
    );
    const one = candidates[0].total;
    return [
      ...table(
        ['cells changed', 'cells sampled', 'crop', 'freely: seen, finished', 'following the layout 2x: seen, finished'],
        EDITS.map((side, n) => {
          const edit = edits[n];
          if (edit === undefined) throw new Error('An edit was not measured.');
          const { free, guided } = edit;
          const crop = `${free.crop.width} x ${free.crop.height}`;
          return [`${side} x ${side}`, (side + 2) ** 2, crop, both(free), both(guided)];
        }),
      ),
      '',
      ...table(
        ['candidates of 7 x 7 cells, 2x', 'all of them, scored', 'against as many one by one'],
        CANDIDATES.map((count, n) => [
          count,
          seconds(candidates[n].total),
          (candidates[n].total / (count * one)).toFixed(2),
        ]),
      ),
      '',
      `The lower half of 512 x 256 completed, 2x: seen ${seconds(half.seen)}, finished ${seconds(half.total)}`,
    ];
  },
};

/**
 * What a change of so many cells in the middle has sampled, rim included.
 * @param {number} side
 */
function sampled(side) {
  const from = Math.floor((16 - side - 2) / 2);
  return { x: from + 8, y: from, width: side + 2, height: side + 2 };
}

/** @param {{ seen: number, total: number }} timing */
function both({ seen, total }) {
  return `${seconds(seen)}, ${seconds(total)}`;
}
