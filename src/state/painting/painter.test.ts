import { describe, expect, it } from 'vitest';
import type { PaintRequest } from '../../protocol/paintEngine.ts';
import { undo, redo } from '../work/documentActions.ts';
import { INFO, resultOf, settled, tokensEvent } from '../testing/fakeEngine.ts';
import { CELLS, fakeStudio, type FakeStudio } from '../testing/fakeStudio.ts';

const all = (token: number) => new Int16Array(CELLS).fill(token);
const some = (token: number) => all(-1).fill(token, 0, 10);
const jobOf = ({ store }: FakeStudio) => store.getState().job;
const requestOf = ({ engine }: FakeStudio) => engine.latest('paint').request as PaintRequest;

function wholeTile() {
  const rect = { x: 0, y: 0, width: 128, height: 128 };
  const pixels = new Uint8ClampedArray(4 * 128 * 128).fill(255);
  return { type: 'tile', jobId: 1, rect, pixels, final: true, candidate: 0 } as const;
}

describe('a picture', () => {
  it('is painted: the model is fetched, tokens and tiles come, and it is done', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    expect(studio.engine.names).toEqual(['inspect', 'load', 'paint']);
    const { onEvent } = studio.engine.latest('paint');
    onEvent({ type: 'progress', jobId: 1, phase: 'sample', done: 2, total: CELLS, unit: 'tokens' });
    expect(jobOf(studio)).toMatchObject({ phase: 'sample', done: 2, total: CELLS });
    onEvent(tokensEvent([0, 1], [7, 8]));
    expect(studio.document.tokens.slice(0, 3)).toEqual(Int16Array.of(7, 8, -1));
    onEvent(wholeTile());
    expect(studio.store.getState().coverage).toBe('partial');
    await studio.engine.answer('paint', resultOf(all(7), true));
    expect(jobOf(studio).phase).toBe('done');
    expect(studio.document.tokens).toEqual(all(7));
    expect(studio.store.getState()).toMatchObject({ coverage: 'whole', origin: { finished: true, bundle: 'fake' } });
  });

  it('needs the model but once', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    await studio.engine.answer('paint', resultOf(all(7), true));
    await studio.startPainting();
    expect(studio.engine.names).toEqual(['inspect', 'load', 'paint', 'paint']);
    expect(studio.store.getState().bundle.download?.missing).toBe(0);
  });

  it('takes a new seed each time, unless the person holds on to theirs', async () => {
    const studio = fakeStudio();
    const seeds: number[] = [];
    for (const given of [{}, {}, { seedLocked: true }, { seedLocked: false, seedChosen: true }, {}]) {
      studio.store.setState(given);
      await studio.startPainting();
      seeds.push(requestOf(studio).settings.seed);
    }
    expect(seeds).toEqual([100, 101, 101, 101, 102]);
  });

  it('is not begun where the model does not come, and the one before stays', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    await studio.engine.answer('paint', resultOf(all(7), true));
    studio.engine.restart('died');
    void studio.painter.paint();
    await settled();
    await studio.engine.fail('load', 'NETWORK');
    expect(jobOf(studio)).toMatchObject({ phase: 'failed', code: 'NETWORK', purpose: 'paint' });
    expect(studio.document.tokens).toEqual(all(7));
    void studio.painter.again();
    await settled();
    expect(studio.engine.names.at(-1)).toBe('load');
  });

  it('can be taken back, and the one before is there with its pixels', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    studio.engine.latest('paint').onEvent(wholeTile());
    await studio.engine.answer('paint', resultOf(all(7), true));
    await studio.startPainting();
    await studio.engine.answer('paint', resultOf(all(9), true));
    undo(studio);
    expect(studio.document.tokens).toEqual(all(7));
    expect(studio.document.picture.every((value) => value === 255)).toBe(true);
    expect(studio.store.getState()).toMatchObject({ coverage: 'whole', origin: { settings: { seed: 100 } } });
    redo(studio);
    expect(studio.document.tokens).toEqual(all(9));
    expect(studio.store.getState().origin?.settings.seed).toBe(101);
  });
});

describe('stopping', () => {
  it('while it paints asks the engine, which says what there is', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    const { onEvent } = studio.engine.latest('paint');
    onEvent({ type: 'progress', jobId: 1, phase: 'sample', done: 10, total: CELLS, unit: 'tokens' });
    studio.painter.stop();
    studio.painter.stop();
    expect(studio.engine.stops).toBe(1);
    expect(jobOf(studio).phase).toBe('stopping');
    onEvent({ type: 'progress', jobId: 1, phase: 'sample', done: 11, total: CELLS, unit: 'tokens' });
    expect(jobOf(studio).phase).toBe('stopping');
    await studio.engine.answer('paint', resultOf(some(7), false));
    expect(jobOf(studio)).toEqual({ phase: 'stopped', done: 10, total: CELLS });
  });

  it('while the manifest is read ends it at once, and what was asked for is there for the next', async () => {
    const studio = fakeStudio();
    void studio.painter.paint();
    await settled();
    expect(studio.engine.names.at(-1)).toBe('inspect');
    studio.painter.stop();
    await settled();
    expect(jobOf(studio).phase).toBe('idle');
    await studio.engine.answer('inspect', INFO);
    void studio.painter.paint();
    await settled();
    expect(studio.engine.names.filter((name) => name === 'inspect')).toHaveLength(1);
  });

  it('while the model is fetched ends it at once', async () => {
    const studio = fakeStudio();
    void studio.painter.paint();
    await settled();
    await studio.engine.answer('inspect', INFO);
    studio.engine
      .latest('load')
      .onEvent({ type: 'progress', jobId: 1, phase: 'download', done: 1, total: 100, unit: 'bytes' });
    expect(jobOf(studio)).toMatchObject({ phase: 'download', done: 1, total: 100 });
    studio.painter.stop();
    await settled();
    expect(jobOf(studio).phase).toBe('idle');
  });

  it('can be gone on from: same layout, mood and settings, and the tokens there are', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    const first = requestOf(studio);
    await studio.engine.answer('paint', resultOf(some(7), false));
    // What is painted and set meanwhile is for the next picture.
    studio.history.fill(9, 'fill');
    studio.store.setState({ mood: 1 });
    void studio.painter.goOn();
    await settled();
    const { forced, ...resumed } = requestOf(studio);
    expect(forced).toEqual(some(7));
    expect(resumed).toEqual(first);
    await studio.engine.answer('paint', resultOf(all(7), true));
    expect(jobOf(studio).phase).toBe('done');
    expect(studio.store.getState().origin?.finished).toBe(true);
  });

  it('can be gone on from with another bundle of the codebook, in what it can do of the mood and the settings', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    await studio.engine.answer('paint', resultOf(some(7), false));
    const { origin } = studio.store.getState();
    studio.pictures.placed({ ...origin!, mood: 12, settings: { ...origin!.settings, topK: 60_000 } });
    void studio.painter.goOn();
    await settled();
    expect(requestOf(studio)).toMatchObject({ mood: 0, settings: { ...origin!.settings, topK: 1024 } });
  });

  it('with all tokens there goes on by decoding', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    await studio.engine.answer('paint', resultOf(all(7), false));
    void studio.painter.goOn();
    await settled();
    await studio.engine.answer('decode');
    expect(studio.store.getState().origin?.finished).toBe(true);
  });
});

describe('an error', () => {
  it('in the middle keeps the tokens, and one can go on', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    studio.engine.latest('paint').onEvent(tokensEvent([0, 1], [7, 8]));
    studio.engine.restart('silent');
    await studio.engine.fail('paint', 'WORKER_DIED');
    expect(jobOf(studio)).toMatchObject({ phase: 'failed', code: 'WORKER_DIED' });
    expect(studio.document.tokens.slice(0, 3)).toEqual(Int16Array.of(7, 8, -1));
    void studio.painter.goOn();
    await settled();
    // The new worker has nothing ready.
    await studio.engine.answer('load');
    expect(requestOf(studio).forced?.slice(0, 3)).toEqual(Int16Array.of(7, 8, -1));
  });

  it('that is none of ours is told as one', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    studio.engine.latest('paint').reject(new TypeError('x is undefined') as never);
    await settled();
    expect(jobOf(studio)).toMatchObject({ phase: 'failed', code: 'INTERNAL' });
  });

  it('is put out of sight', async () => {
    const studio = fakeStudio();
    void studio.painter.paint();
    await settled();
    await studio.engine.fail('inspect', 'MANIFEST_INVALID');
    expect(jobOf(studio)).toMatchObject({ phase: 'failed', code: 'MANIFEST_INVALID' });
    studio.painter.dismiss();
    expect(jobOf(studio)).toEqual({ phase: 'idle' });
  });
});

describe('a restart', () => {
  it('outside of a job is said, and within one it is the job’s to say', async () => {
    const studio = fakeStudio();
    studio.engine.restart('device-lost');
    expect(studio.store.getState().notice).toEqual({ kind: 'restarted', reason: 'device-lost' });
    studio.store.setState({ notice: undefined });
    await studio.startPainting();
    studio.engine.restart('died');
    expect(studio.store.getState().notice).toBeUndefined();
  });
});

describe('a job that was interrupted', () => {
  it('is not heard any more, and what it painted can be had back', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    const stale = studio.engine.latest('paint');
    stale.onEvent(tokensEvent([0], [7]));
    await studio.startPainting();
    stale.onEvent(tokensEvent([5], [5]));
    stale.onEvent({ type: 'progress', jobId: 1, phase: 'sample', done: 60, total: CELLS, unit: 'tokens' });
    stale.resolve(resultOf(all(3), true));
    await settled();
    expect(studio.document.tokens).toEqual(all(-1));
    expect(jobOf(studio).phase).toBe('starting');
    await studio.engine.answer('paint', resultOf(all(9), true));
    undo(studio);
    expect(studio.document.tokens[0]).toBe(7);
  });

  it('ends when undo reaches beyond it, and goes on under a stroke that is undone', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    await studio.engine.answer('paint', resultOf(all(7), true));
    await studio.startPainting();
    studio.history.fill(9, 'fill');
    undo(studio);
    expect(jobOf(studio).phase).toBe('starting');
    studio.engine.latest('paint').onEvent(tokensEvent([0], [5]));
    undo(studio);
    expect(studio.document.tokens).toEqual(all(7));
    expect(jobOf(studio).phase).toBe('idle');
  });
});
