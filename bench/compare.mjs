import { cp } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { inBenchPage, seconds, table } from './serve.mjs';

/** Each bundle in turn, so that a machine that gets warm or busy is so for both. */
const ROUNDS = 3;
const PICTURES = [
  { rows: 16, columns: 16, guidance: 2 },
  { rows: 32, columns: 64, guidance: 2 },
  { rows: 16, columns: 16, guidance: 1 },
  { rows: 32, columns: 64, guidance: 1 },
];
const DECODED = [
  { rows: 16, columns: 16 },
  { rows: 16, columns: 32 },
  { rows: 32, columns: 64 },
];
/** A stroke of 5 x 5 cells with its rim of one, in the middle of 512 x 256. */
const STROKE = { lattice: { rows: 16, columns: 32 }, rect: { x: 12, y: 4, width: 7, height: 7 }, guidance: 2 };

/** @type {import('./serve.mjs').Part} One bundle against another, in the same run. */
export const compare = {
  title: `One bundle against another on WASM, one thread, in turns (each the best of ${ROUNDS})`,
  measure: async (site) => {
    const folders = (process.env['PLEIN_AIR_BUNDLES'] ?? '').split(delimiter).filter(Boolean);
    if (folders.length === 0) {
      return [
        'Not measured: name the folder of another bundle than the page’s own, or of two, in PLEIN_AIR_BUNDLES ' +
          `(PLEIN_AIR_BUNDLES=BEFORE${delimiter}NOW).`,
      ];
    }
    const own = `${site.url}models/landscapes/manifest.json`;
    const given = await Promise.all(
      folders.slice(0, 2).map(async (folder, n) => {
        await cp(folder, join(site.folder, 'models', `compared-${n}`), { recursive: true, dereference: true });
        return `${site.url}models/compared-${n}/manifest.json`;
      }),
    );
    const manifests = given.length === 1 ? [own, ...given] : given;
    const { pictures, decoded, strokes } = await inBenchPage(site, measureInTurns, {
      manifests,
      rounds: ROUNDS,
      sizes: PICTURES,
      decodedSizes: DECODED,
      stroke: STROKE,
    });
    const names = folders.length === 1 ? ['the page’s own', folders[0]] : folders;
    return [
      `Before: ${names[0]}. Now: ${names[1]}.`,
      '',
      ...table(
        ['', 'before: sampled, finished', 'now: sampled, finished', 'as fast to sample', 'as fast to finish'],
        PICTURES.map(({ rows, columns, guidance }, n) => {
          const [before, now] = pictures[n] ?? [];
          if (before === undefined || now === undefined) throw new Error('A picture was not measured.');
          return [
            `${columns} x ${rows} cells, guidance ${guidance}`,
            `${seconds(before.sampling)}, ${seconds(before.total)}`,
            `${seconds(now.sampling)}, ${seconds(now.total)}`,
            `${(before.sampling / now.sampling).toFixed(2)} times`,
            `${(before.total / now.total).toFixed(2)} times`,
          ];
        }),
      ),
      '',
      ...table(
        ['decoded, its tokens given', 'before: first tile, all', 'now: first tile, all', 'as fast'],
        DECODED.map(({ rows, columns }, n) => {
          const [before, now] = decoded[n] ?? [];
          if (before === undefined || now === undefined) throw new Error('A picture was not decoded.');
          return [
            `${columns} x ${rows} cells`,
            `${seconds(before.first)}, ${seconds(before.total)}`,
            `${seconds(now.first)}, ${seconds(now.total)}`,
            `${(before.total / now.total).toFixed(2)} times`,
          ];
        }),
      ),
      '',
      ...table(
        ['a stroke of 5 x 5 cells, guidance 2', 'crop', 'first tile', 'all seen', 'finished'],
        strokes.map(({ crop, first, seen, total }, n) => [
          n === 0 ? 'before' : 'now',
          `${crop.width} x ${crop.height}`,
          seconds(first),
          seconds(seen),
          seconds(total),
        ]),
      ),
    ];
  },
};

/**
 * Runs in the page: a worker for each bundle, and every measurement in one after the other.
 *
 * @param {{ manifests: string[], rounds: number, sizes: typeof PICTURES, decodedSizes: typeof DECODED, stroke: typeof STROKE }} wanted
 */
async function measureInTurns({ manifests, rounds, sizes, decodedSizes, stroke }) {
  const benches = manifests.map(() => window.startBench());
  for (const [n, bench] of benches.entries()) await bench.load(manifests[n] ?? '', 'wasm');
  /** @type {<T extends { total: number }>(run: (bench: (typeof benches)[number]) => Promise<T>) => Promise<T[]>} */
  const inTurns = async (run) => {
    const best = [];
    for (let round = 0; round < rounds; round++) {
      for (const [n, bench] of benches.entries()) {
        const timed = await run(bench);
        if (best[n] === undefined || timed.total < best[n].total) best[n] = timed;
      }
    }
    return best;
  };
  const pictures = [];
  for (const { rows, columns, guidance } of sizes) {
    pictures.push(await inTurns((bench) => bench.picture({ rows, columns }, guidance)));
  }
  const decoded = [];
  for (const lattice of decodedSizes) decoded.push(await inTurns((bench) => bench.decode(lattice)));
  const strokes = await inTurns((bench) => bench.repaint(stroke.lattice, stroke.rect, stroke.guidance, 1));
  return { pictures, decoded, strokes };
}
