import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inBenchPage, table } from './serve.mjs';

/** Parts of a picture that are completed, in shares of it. */
const PARTS = [
  { name: '6 x 6 cells in the middle', rect: { x: 0.3125, y: 0.3125, width: 0.375, height: 0.375 } },
  { name: 'the upper half', rect: { x: 0, y: 0, width: 1, height: 0.5 } },
];
/** The folder of photographs: the first of every hundred names, as they are sorted, was never trained on. */
const FOLDER = process.env.PLEIN_AIR_PHOTOGRAPHS;
/** With a third of them the ratios of half a cell were seen to differ by a quarter. */
const MOST = 60;

/** @type {import('./serve.mjs').Part} Whether what is completed joins on to what is kept. */
export const seams = {
  title: 'Seams: a part of a picture completed',
  measure: async (site) => {
    const photographs = FOLDER === undefined ? [] : await heldOut(FOLDER);
    const found = await inBenchPage(
      site,
      async ({ url, photographs, parts }) => {
        const bench = window.startBench();
        await bench.load(`${url}models/landscapes/manifest.json`, 'wasm');
        if (photographs.length === 0) return bench.seamsOfStarters(`${url}starters/`, parts);
        const all = [];
        for (const photograph of photographs) {
          const blob = new Blob([Uint8Array.from(atob(photograph), (letter) => letter.charCodeAt(0))]);
          all.push(await bench.seamsOfPhotograph(blob, parts));
        }
        return all;
      },
      { url: site.url, photographs, parts: PARTS.map(({ rect }) => rect) },
    );
    const of = photographs.length === 0 ? 'starters, with their layouts, 2x' : 'photographs, without a layout';
    return [
      `Of ${found.length} ${of}. Colours are 0..255, on either side of the border: of two pixels, and of half a cell.`,
      '',
      ...table(
        [
          'completed',
          'step of two pixels',
          'at the same places before',
          'ratio',
          'of half a cell',
          'before',
          'ratio',
          'nats a kept token after it',
          'before',
        ],
        PARTS.map(({ name }, part) => {
          const mean = (/** @type {'step' | 'stepBefore' | 'change' | 'changeBefore' | 'nats' | 'natsBefore'} */ key) =>
            found.reduce((sum, seams) => sum + (seams[part]?.[key] ?? NaN), 0) / found.length;
          const [step, before] = [mean('step'), mean('stepBefore')];
          const [change, changeBefore] = [mean('change'), mean('changeBefore')];
          const steps = [step, before, step / before, change, changeBefore, change / changeBefore];
          const numbers = [...steps, mean('nats'), mean('natsBefore')];
          return [name, ...numbers.map((number) => number.toFixed(2))];
        }),
      ),
    ];
  },
};

/**
 * @param {string} folder
 * @returns {Promise<string[]>} photographs spread over those that were held out, base64
 */
async function heldOut(folder) {
  const names = (await readdir(folder)).filter((name) => /\.(webp|jpe?g|png)$/i.test(name)).toSorted();
  const held = names.filter((_, n) => n % 100 === 0);
  if (held.length === 0) throw new Error(`There are no photographs in ${folder}.`);
  const step = Math.max(1, held.length / MOST);
  const chosen = Array.from({ length: Math.min(MOST, held.length) }, (_, n) => held[Math.floor(n * step)] ?? '');
  return Promise.all(chosen.map(async (name) => (await readFile(join(folder, name))).toString('base64')));
}
