import { expect, test } from 'vitest';
import { ANY } from '../../core/classes.ts';
import { cellCount, LAYOUT_CELL_PIXELS, EMPTY_TOKEN } from '../../core/lattice.ts';
import type { RepaintRequest } from '../../protocol/paintEngine.ts';
import { runCommand } from '../commands.ts';
import { redo, undo } from '../work/documentActions.ts';
import { extendPicture } from '../painting/extendActions.ts';
import { INFO, settled } from '../testing/fakeEngine.ts';
import { CELLS, fakeStudio, LATTICE, type FakeStudio } from '../testing/fakeStudio.ts';

const SIDE = 8 * LAYOUT_CELL_PIXELS;
const TOP = new Uint8Array(CELLS).fill(1, 0, CELLS / 2);

function photographOf(kept: Uint8Array<ArrayBuffer>, layout: 'any' | 'painted' = 'any') {
  const pixels = new Uint8ClampedArray(4 * SIDE * SIDE).fill(255);
  for (let at = 0; at < pixels.length; at += 4) pixels[at] = at % 251;
  return { lattice: LATTICE, own: { kept, pixels }, layout };
}

const tokensOf = (first: number) => Int16Array.from({ length: CELLS }, (_, cell) => first + cell);

/** Begins to complete and answers until the engine samples the rest. */
async function begin(studio: FakeStudio, photograph = photographOf(TOP)): Promise<void> {
  void studio.completer.complete(photograph);
  await settled();
  if (studio.engine.names.at(-1) === 'inspect') await studio.engine.answer('inspect', INFO);
  while (studio.engine.names.at(-1) === 'load') await studio.engine.answer('load');
  await studio.engine.answer('encode', tokensOf(100));
}

async function finish(studio: FakeStudio, tokens: Int16Array, seed = 1): Promise<void> {
  const { request } = studio.engine.latest('repaint');
  const { region } = request as RepaintRequest;
  studio.engine.latest('repaint').onEvent({
    type: 'tile',
    jobId: 1,
    rect: { x: 0, y: 0, width: SIDE, height: SIDE },
    pixels: new Uint8ClampedArray(4 * SIDE * SIDE).fill(255),
    final: true,
    candidate: 0,
  });
  const kept = (request as RepaintRequest).tokens;
  const all = kept.map((token, cell) => (region[cell] === 1 ? tokens[cell]! : token));
  await studio.engine.answer('repaint', {
    candidates: [{ seed, tokens: all, score: 0 }],
    finished: true,
    timing: { sampling: 1, decoding: 1, total: 2, firstTile: 1 },
  });
}

/** The red of a pixel in the middle of a cell: what is seen there. */
function seen(studio: FakeStudio, cell: number): number {
  const y = Math.floor(cell / 8) * LAYOUT_CELL_PIXELS + 8;
  return studio.document.picture[4 * (y * SIDE + (cell % 8) * LAYOUT_CELL_PIXELS + 8)]!;
}

function ownAt(cell: number): number {
  const y = Math.floor(cell / 8) * LAYOUT_CELL_PIXELS + 8;
  return (4 * (y * SIDE + (cell % 8) * LAYOUT_CELL_PIXELS + 8)) % 251;
}

test('kept cells have the encoder’s tokens, show the photograph’s own pixels, and the rest is sampled', async () => {
  const studio = fakeStudio();
  studio.document.layout.ids.fill(9);
  await begin(studio);
  const { request } = studio.engine.latest('repaint');
  const { tokens, region, subCells } = request as RepaintRequest;
  expect([...region]).toEqual([...TOP].map((cell) => 1 - cell));
  expect([...tokens]).toEqual([...tokensOf(100)].map((token, cell) => (TOP[cell] === 1 ? token : EMPTY_TOKEN)));
  expect(new Set(subCells)).toEqual(new Set([ANY]));
  expect(seen(studio, 3)).toBe(ownAt(3));
  await finish(studio, tokensOf(500));
  expect(studio.document.tokens.slice(0, 32)).toEqual(tokensOf(100).slice(0, 32));
  expect(studio.document.tokens.slice(32)).toEqual(tokensOf(500).slice(32));
  expect(seen(studio, 3)).toBe(ownAt(3));
  expect(seen(studio, 60)).toBe(255);
  expect(studio.store.getState()).toMatchObject({ ownCells: 32, job: { phase: 'done' }, origin: { finished: true } });
});

test('with the painted layout the rest is painted from it', async () => {
  const studio = fakeStudio();
  studio.document.layout.ids.fill(9);
  await begin(studio, photographOf(TOP, 'painted'));
  const { request } = studio.engine.latest('repaint');
  expect(new Set((request as RepaintRequest).subCells)).toEqual(new Set([9]));
});

test('a photograph that is kept whole is the picture, and nothing is sampled', async () => {
  const studio = fakeStudio();
  await begin(studio, photographOf(new Uint8Array(CELLS).fill(1)));
  expect(studio.engine.names).not.toContain('repaint');
  expect(studio.store.getState()).toMatchObject({
    coverage: 'whole',
    origin: { finished: true },
    job: { phase: 'done' },
  });
  expect(seen(studio, 60)).toBe(ownAt(60));
});

test('undo brings back the work, redo the photograph with its own pixels', async () => {
  const studio = fakeStudio();
  studio.document.layout.ids.fill(9);
  await begin(studio);
  await finish(studio, tokensOf(500));
  const picture = studio.document.picture.slice();
  undo(studio);
  expect(studio.document.own).toBeUndefined();
  expect(new Set(studio.document.layout.ids)).toEqual(new Set([9]));
  redo(studio);
  expect(studio.store.getState().ownCells).toBe(32);
  expect(studio.document.picture).toEqual(picture);
});

test('what is repainted of the kept part is the photograph’s no more, and is again after undo', async () => {
  const studio = fakeStudio();
  await begin(studio);
  await finish(studio, tokensOf(500));
  const region = new Uint8Array(CELLS);
  region[10] = 1;
  void studio.repainter.repaint(region);
  await settled();
  // Sampled as it was: the cell was repainted all the same.
  await finish(studio, tokensOf(100));
  expect(studio.store.getState().ownCells).toBe(31);
  expect(seen(studio, 10)).toBe(255);
  expect(seen(studio, 6)).toBe(ownAt(6));
  undo(studio);
  expect(studio.store.getState().ownCells).toBe(32);
  expect(seen(studio, 10)).toBe(ownAt(10));
});

test('a repaint that is stopped gives the own pixels back', async () => {
  const studio = fakeStudio();
  await begin(studio);
  await finish(studio, tokensOf(500));
  const picture = studio.document.picture.slice();
  void studio.repainter.repaint(TOP);
  await settled();
  expect(studio.document.own).toBeUndefined();
  studio.painter.interrupt();
  expect(studio.store.getState().ownCells).toBe(32);
  expect(studio.document.picture).toEqual(picture);
});

test('what was stopped goes on with all that is there known', async () => {
  const studio = fakeStudio();
  await begin(studio);
  studio.engine
    .latest('repaint')
    .onEvent({ type: 'progress', jobId: 1, phase: 'sample', done: 1, total: 32, unit: 'tokens' });
  studio.painter.stop();
  const part = studio.document.tokens.slice();
  part[32] = 7;
  await studio.engine.answer('repaint', {
    candidates: [{ seed: 1, tokens: part, score: 0 }],
    finished: false,
    timing: { sampling: 1, decoding: 1, total: 2, firstTile: 1 },
  });
  expect(studio.store.getState().job).toEqual({ phase: 'stopped', done: 33, total: CELLS });
  expect(runCommand(studio, 'go-on')).toBe(true);
  await settled();
  const { tokens, region } = studio.engine.latest('repaint').request as RepaintRequest;
  expect(tokens[32]).toBe(7);
  expect(region[32]).toBe(0);
  await finish(studio, tokensOf(500));
  expect(studio.store.getState()).toMatchObject({ ownCells: 32, origin: { finished: true } });
});

test('an extended picture keeps its own pixels', async () => {
  const studio = fakeStudio();
  await begin(studio);
  await finish(studio, tokensOf(500));
  void extendPicture(studio, 'right');
  await settled();
  expect(studio.store.getState().ownCells).toBe(32);
  expect(studio.document.own?.kept).toHaveLength(cellCount(studio.document.lattice));
});

test('a new picture of the layout has nothing of the photograph', async () => {
  const studio = fakeStudio();
  await begin(studio);
  await finish(studio, tokensOf(500));
  await studio.startPainting();
  expect(studio.document.own).toBeUndefined();
});

test('nothing is lost where the encoder cannot be had', async () => {
  const studio = fakeStudio();
  studio.document.layout.ids.fill(9);
  void studio.completer.complete(photographOf(TOP));
  await settled();
  await studio.engine.answer('inspect', INFO);
  await studio.engine.answer('load');
  await studio.engine.fail('load', 'NETWORK');
  expect(studio.store.getState().job).toMatchObject({ phase: 'failed', code: 'NETWORK' });
  expect(new Set(studio.document.layout.ids)).toEqual(new Set([9]));
  expect(studio.history.getState().canUndo).toBe(false);
  // Once more, and it goes on to the end.
  void studio.painter.again();
  await settled();
  while (studio.engine.names.at(-1) === 'load') await studio.engine.answer('load');
  await studio.engine.answer('encode', tokensOf(100));
  await finish(studio, tokensOf(500));
  expect(studio.store.getState().job.phase).toBe('done');
});
