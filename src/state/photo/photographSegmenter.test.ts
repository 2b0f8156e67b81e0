import { expect, test } from 'vitest';
import { LAYOUT_CELL_PIXELS, EMPTY_TOKEN } from '../../core/lattice.ts';
import type { EncodeRequest, RepaintRequest } from '../../protocol/paintEngine.ts';
import { redo, undo } from '../work/documentActions.ts';
import { INFO, settled } from '../testing/fakeEngine.ts';
import { CELLS, fakeStudio, type FakeStudio } from '../testing/fakeStudio.ts';

const WIDE = { rows: 8, columns: 16 };
const PIXELS = 8 * 16 * LAYOUT_CELL_PIXELS ** 2;
const SKY_OVER_GRASS = Uint8Array.from({ length: PIXELS }, (_, at) => (at < PIXELS / 2 ? 1 : 7));

const photograph = () => ({ lattice: WIDE, pixels: new Uint8ClampedArray(4 * PIXELS).fill(99) });

async function fetched(studio: FakeStudio): Promise<void> {
  await settled();
  if (studio.engine.names.at(-1) === 'inspect') await studio.engine.answer('inspect', INFO);
  while (studio.engine.names.at(-1) === 'load') await studio.engine.answer('load');
}

test('the layout of a photograph takes the place of the work in one entry, and undo brings the work back', async () => {
  const studio = fakeStudio();
  studio.document.layout.ids.fill(9);
  const before = studio.document.lattice;
  void studio.segmenter.take(photograph());
  await fetched(studio);
  expect((studio.engine.latest('segment').request as EncodeRequest).lattice).toEqual(WIDE);
  await studio.engine.answer('segment', SKY_OVER_GRASS);
  expect(studio.document.layout.ids).toEqual(SKY_OVER_GRASS);
  expect(studio.document.lattice).toEqual(WIDE);
  expect(new Set(studio.document.tokens)).toEqual(new Set([EMPTY_TOKEN]));
  expect(studio.store.getState().job).toMatchObject({ phase: 'done', purpose: 'segment' });
  expect(studio.store.getState().history.undoLabel).toBe('photograph-layout');

  undo(studio);
  expect(studio.document.lattice).toEqual(before);
  expect(new Set(studio.document.layout.ids)).toEqual(new Set([9]));
  redo(studio);
  expect(studio.document.layout.ids).toEqual(SKY_OVER_GRASS);
});

test('what finds layouts is fetched when it is first wanted, and once', async () => {
  const studio = fakeStudio();
  const needs = () =>
    studio.engine.calls.flatMap(({ call, request }) => (call === 'load' ? [(request as { need: string }).need] : []));
  for (let n = 0; n < 2; n++) {
    void studio.segmenter.take(photograph());
    await fetched(studio);
    await studio.engine.answer('segment', SKY_OVER_GRASS);
  }
  expect(needs()).toEqual(['segment']);
});

test('one that is stopped, or fails, leaves the work as it was', async () => {
  const studio = fakeStudio();
  studio.document.layout.ids.fill(9);
  void studio.segmenter.take(photograph());
  await fetched(studio);
  studio.painter.stop();
  await settled();
  expect(studio.store.getState().job.phase).not.toBe('segment');
  void studio.segmenter.take(photograph());
  await fetched(studio);
  await studio.engine.fail('segment', 'INTERNAL');
  expect(studio.store.getState().job).toMatchObject({ phase: 'failed', purpose: 'segment' });
  expect(new Set(studio.document.layout.ids)).toEqual(new Set([9]));
  expect(studio.store.getState().history.undoLabel).toBeUndefined();
});

test('the rest of a photograph can be painted from the layout that it shows', async () => {
  const studio = fakeStudio();
  const { lattice, pixels } = photograph();
  const kept = new Uint8Array(2 * CELLS).fill(1, 0, CELLS);
  void studio.completer.complete({ lattice, own: { kept, pixels }, layout: 'own' });
  await fetched(studio);
  await studio.engine.answer('segment', SKY_OVER_GRASS);
  await studio.engine.answer(
    'encode',
    Int16Array.from({ length: 2 * CELLS }, (_, cell) => cell),
  );
  expect(studio.document.layout.ids).toEqual(SKY_OVER_GRASS);
  const { subCells } = studio.engine.latest('repaint').request as RepaintRequest;
  expect([subCells[0], subCells.at(-1)]).toEqual([1, 7]);
});
