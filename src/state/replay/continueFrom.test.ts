import { expect, it } from 'vitest';
import { cellCount, EMPTY_TOKEN, layoutHeight, layoutWidth, type Lattice } from '../../core/lattice.ts';
import { OWN_WINDOW } from '../../core/attentionWindow.ts';
import { replayOf } from '../../core/replay.ts';
import type { PaintRequest, RepaintRequest } from '../../protocol/paintEngine.ts';
import { runCommand } from '../commands.ts';
import { undo } from '../work/documentActions.ts';
import { stoppedJob } from '../painting/jobState.ts';
import type { PictureOrigin } from '../picture/pictureOrigin.ts';
import { INFO, resultOf, settled } from '../testing/fakeEngine.ts';
import { fakeStudio, type FakeStudio } from '../testing/fakeStudio.ts';
import { canContinue, continueFrom } from './continueFrom.ts';

/** Longer than what is painted at once. */
const PANORAMA = { rows: 8, columns: 72 };
const WIDE = { rows: 8, columns: 16 };
/** Of the picture's first row the tokens are there, and no other. */
const STEP = 4;

/** A whole picture that was extended to the left, as a project brings it. */
async function extended(lattice: Lattice, change: Partial<PictureOrigin> = {}): Promise<FakeStudio> {
  const studio = fakeStudio();
  const { document, pictures, painter, store } = studio;
  void painter.inspect();
  await studio.engine.answer('inspect', INFO);
  const picture = new Uint8ClampedArray(4 * layoutWidth(lattice) * layoutHeight(lattice)).fill(255);
  document.reset({ lattice, tokens: new Int16Array(cellCount(lattice)).fill(7), picture });
  const { mood, settings } = store.getState();
  const { id: bundle, codebook } = INFO.manifest;
  const made = { bundle, codebook: codebook.id, mood, zoom: 0, settings, layoutHash: 0, finished: true };
  pictures.placed({ ...made, at: { row: 0, column: -8 }, ...change });
  return studio;
}

async function painted(studio: FakeStudio): Promise<void> {
  const { document } = studio;
  void continueFrom(studio, replayOf({ ...document, window: OWN_WINDOW, ground: 0 }), STEP);
  await settled();
  if (studio.engine.names.at(-1) === 'load') await studio.engine.answer('load');
}

it.each([{ given: true }, {}])(
  'a picture that is longer than what is painted at once is painted on with what is there known: %o',
  async (origin) => {
    const studio = await extended(PANORAMA, origin);
    await painted(studio);
    const { tokens, region, origin: at } = studio.engine.latest('repaint').request as RepaintRequest;
    expect(at).toEqual({ row: 0, column: -8 });
    expect([...region]).toEqual([...tokens].map((token) => (token === EMPTY_TOKEN ? 1 : 0)));
    expect(tokens.filter((token) => token === 7)).toHaveLength(STEP);
    // What stays is seen all the while: no one makes its pixels again.
    const { picture } = studio.document;
    expect([picture[3], picture[4 * 16 * STEP + 3]]).toEqual([255, 0]);

    const half = tokens.slice().fill(5, STEP, 80);
    const timing = { sampling: 1, decoding: 1, total: 2, firstTile: 1 };
    const candidates = [{ seed: 1, tokens: half, score: 0 }];
    await studio.engine.answer('repaint', { candidates, finished: false, timing });
    expect(studio.store.getState()).toMatchObject({ job: { phase: 'stopped', done: 80 }, origin: { given: true } });
    expect(runCommand(studio, 'go-on')).toBe(true);
    await settled();
    expect((studio.engine.latest('repaint').request as RepaintRequest).tokens).toEqual(half);
    undo(studio);
    expect(new Set(studio.document.tokens)).toEqual(new Set([7]));
    expect(studio.document.picture.every((value) => value === 255)).toBe(true);
  },
);

it('a picture that was extended keeps its place in the noise, however often it is stopped and gone on with', async () => {
  const studio = await extended(WIDE);
  await painted(studio);
  for (const done of [20, 40]) {
    const { forced, origin } = studio.engine.latest('paint').request as PaintRequest;
    expect(origin).toEqual({ row: 0, column: -8 });
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person does.
    await studio.engine.answer('paint', resultOf(forced!.slice().fill(5, STEP, done), false));
    expect(studio.store.getState().origin).toMatchObject({ at: { row: 0, column: -8 }, finished: false });
    expect(runCommand(studio, 'go-on')).toBe(true);
    // oxlint-disable-next-line no-await-in-loop -- as above.
    await settled();
  }
});

it('a picture of another codebook is not painted on', async () => {
  const studio = await extended(WIDE, { codebook: 'b'.repeat(64) });
  expect(canContinue(studio.store.getState())).toBe(false);
  await painted(studio);
  expect(studio.engine.names).toEqual(['inspect']);
  expect(new Set(studio.document.tokens)).toEqual(new Set([7]));
});

it('a long picture that came by a link, and does not say that it was extended, goes on all the same', async () => {
  const studio = await extended(PANORAMA, { finished: false });
  const { document, store } = studio;
  document.putTokens(Uint16Array.of(3), Int16Array.of(EMPTY_TOKEN));
  store.setState({ job: stoppedJob(document), coverage: 'partial' });
  expect(runCommand(studio, 'go-on')).toBe(true);
  await settled();
  if (studio.engine.names.at(-1) === 'load') await studio.engine.answer('load');
  const { region } = studio.engine.latest('repaint').request as RepaintRequest;
  expect([region.indexOf(1), region.lastIndexOf(1)]).toEqual([3, 3]);
});
