import { describe, expect, it } from 'vitest';
import type { SharedPicture } from '../../core/shareLink/sharedPicture.ts';
import { runCommand } from '../commands.ts';
import { decodeAtRest } from '../picture/decodeAtRest.ts';
import { goToEntry, redo, undo } from '../work/documentActions.ts';
import { DEFAULT_SETTINGS } from '../pageState.ts';
import { beginWithShared, showShared } from '../share/shareActions.ts';
import type { RepaintRequest } from '../../protocol/paintEngine.ts';
import { HASH, INFO, resultOf, settled } from '../testing/fakeEngine.ts';
import { CELLS, fakeStudio, LATTICE, type FakeStudio } from '../testing/fakeStudio.ts';

const all = (token: number) => new Int16Array(CELLS).fill(token);
const stateOf = ({ store }: FakeStudio) => store.getState();
const SHARED: SharedPicture = {
  bundle: 'fake',
  codebook: HASH,
  lattice: LATTICE,
  subCells: new Uint8Array(CELLS * 16).fill(9),
  tokens: all(7),
  mood: 0,
  zoom: 0,
  settings: DEFAULT_SETTINGS,
  title: '',
};

/** The pixels of some rows of cells. */
function tile(rows: number) {
  const rect = { x: 0, y: 0, width: 128, height: 16 * rows };
  const pixels = new Uint8ClampedArray(4 * 128 * rect.height).fill(255);
  return { type: 'tile', jobId: 1, rect, pixels, final: true, candidate: 0 } as const;
}

/** A picture that came with a link, of whose eight rows three are decoded. */
async function halfDecoded(): Promise<FakeStudio> {
  const studio = fakeStudio();
  beginWithShared(studio, SHARED);
  void showShared(studio);
  await settled();
  await studio.engine.answer('inspect', INFO);
  await studio.engine.answer('load');
  studio.engine.latest('decode').onEvent(tile(3));
  return studio;
}

async function decodeTheRest(studio: FakeStudio): Promise<void> {
  studio.engine.latest('decode').onEvent(tile(8));
  await studio.engine.answer('decode');
  expect(stateOf(studio)).toMatchObject({ coverage: 'whole', origin: { finished: true }, job: { phase: 'done' } });
}

describe('a picture that is decoded', () => {
  it('and stopped is none that is finished: it can go on, and then it is', async () => {
    const studio = await halfDecoded();
    studio.engine
      .latest('decode')
      .onEvent({ type: 'progress', jobId: 1, phase: 'decode', done: 24, total: CELLS, unit: 'cells' });
    studio.painter.stop();
    await studio.engine.fail('decode', 'ABORTED');
    expect(stateOf(studio)).toMatchObject({ coverage: 'partial', job: { phase: 'stopped', done: CELLS } });
    expect(runCommand(studio, 'go-on')).toBe(true);
    await settled();
    await decodeTheRest(studio);
  });

  it('and stopped while the decoder is fetched can go on, too', async () => {
    const studio = fakeStudio();
    beginWithShared(studio, SHARED);
    void showShared(studio);
    await settled();
    await studio.engine.answer('inspect', INFO);
    studio.painter.stop();
    await settled();
    expect(stateOf(studio).job.phase).toBe('stopped');
    expect(runCommand(studio, 'go-on')).toBe(true);
    await settled();
    await studio.engine.answer('load');
    await decodeTheRest(studio);
  });

  it('and left for another one is decoded when it comes back, by whichever way, and is remembered once it is whole', async () => {
    const studio = await halfDecoded();
    const { current } = studio.history.getState();
    await studio.startPainting();
    studio.engine.latest('paint').onEvent(tile(8));
    await studio.engine.answer('paint', resultOf(all(9), true));
    undo(studio);
    await settled();
    studio.engine.latest('decode').onEvent(tile(5));
    redo(studio);
    expect(studio.document.tokens).toEqual(all(9));
    goToEntry(studio, current);
    await settled();
    await decodeTheRest(studio);
    const calls = studio.engine.calls.length;
    redo(studio);
    undo(studio);
    await settled();
    expect(studio.engine.calls).toHaveLength(calls);
    expect(stateOf(studio)).toMatchObject({ coverage: 'whole', origin: { finished: true } });
  });

  it('goes on being decoded once what came in between is done, and not where a person has stopped it', async () => {
    const studio = await halfDecoded();
    decodeAtRest(studio);
    const region = new Uint8Array(CELLS).fill(1, 0, 4);
    void studio.repainter.repaint(region);
    await settled();
    await studio.engine.answer('load');
    const { tokens } = studio.engine.latest('repaint').request as RepaintRequest;
    const candidates = [{ seed: 1, tokens: tokens.map((token, cell) => (region[cell] === 1 ? 5 : token)), score: 0 }];
    const timing = { sampling: 1, decoding: 1, total: 2, firstTile: 1 };
    await studio.engine.answer('repaint', { candidates, finished: true, timing });
    studio.painter.stop();
    await settled();
    expect(studio.engine.names.at(-1)).toBe('decode');
    expect(stateOf(studio).job.phase).toBe('stopped');
    void studio.painter.fetchModel();
    await settled();
    await decodeTheRest(studio);
    expect(studio.document.tokens[0]).toBe(5);
  });

  it('in part, because it was stopped while it was painted, comes back with what was seen, and the rest is made', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    studio.engine.latest('paint').onEvent(tile(1));
    await studio.engine.answer('paint', resultOf(all(-1).fill(7, 0, 20), false));
    studio.history.replace({ lattice: { rows: 8, columns: 12 } }, 'format');
    undo(studio);
    expect(stateOf(studio)).toMatchObject({ coverage: 'partial', job: { phase: 'stopped', done: 20 } });
    await settled();
    expect(studio.engine.names.at(-1)).toBe('decode');
  });

  it('in part is still a stopped one', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    studio.engine.latest('paint').onEvent(tile(1));
    await studio.engine.answer('paint', resultOf(all(-1).fill(7, 0, 20), false));
    void studio.painter.decode();
    await settled();
    await studio.engine.answer('decode');
    expect(stateOf(studio)).toMatchObject({ job: { phase: 'stopped', done: 20 }, origin: { finished: false } });
  });

  it('whose last phase was stopped is not remembered as it was seen before that', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    studio.engine.latest('paint').onEvent(tile(8));
    await studio.engine.answer('paint', resultOf(all(7), false));
    studio.history.replace({ lattice: { rows: 8, columns: 12 } }, 'format');
    undo(studio);
    await settled();
    expect(stateOf(studio)).toMatchObject({ coverage: 'none', job: { purpose: 'decode' } });
    await decodeTheRest(studio);
  });
});
