import { describe, expect, it } from 'vitest';
import { workOf } from '../../io/savedWork.ts';
import type { Starter } from '../../io/starters.ts';
import { changeFormat, redo, undo } from './documentActions.ts';
import { canGoOn } from '../painting/requestMaker.ts';
import { DEFAULT_SETTINGS } from '../pageState.ts';
import { savedState } from '../persistence.ts';
import { begin, beginWithLayout, beginWithStarter, resumeWork, takeStarter } from './startActions.ts';
import { HASH, resultOf, settled } from '../testing/fakeEngine.ts';
import { CELLS, fakeStudio, LATTICE } from '../testing/fakeStudio.ts';

const wide = { rows: 8, columns: 16 };
const starter: Starter = {
  lattice: wide,
  layout: new Uint8Array(128 * 256).fill(9),
  tokens: new Int16Array(128).fill(4),
  picture: new Uint8ClampedArray(4 * 128 * 256).fill(200),
  mood: 1,
  zoom: 0,
  settings: { ...DEFAULT_SETTINGS, temperature: 0.5, seed: 77 },
  bundle: 'fake',
  codebook: HASH,
};

describe('a starter', () => {
  it('shows its picture at once, without any model, and can be saved', () => {
    const studio = fakeStudio();
    beginWithStarter(studio, starter);
    expect(studio.engine.calls).toEqual([]);
    expect(studio.document.picture[0]).toBe(200);
    expect(studio.store.getState()).toMatchObject({ lattice: wide, coverage: 'whole', mood: 1, zoom: 0, opened: true });
    expect(studio.store.getState().settings.temperature).toBe(0.5);
    expect(studio.store.getState().history.canUndo).toBe(false);
  });

  it('in place of the work lets undo bring the work back, pixels and all', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    const rect = { x: 0, y: 0, width: 128, height: 128 };
    const pixels = new Uint8ClampedArray(4 * 128 * 128).fill(255);
    studio.engine.latest('paint').onEvent({ type: 'tile', jobId: 1, rect, pixels, final: true, candidate: 0 });
    await studio.engine.answer('paint', resultOf(new Int16Array(CELLS).fill(7), true));
    await takeStarter(studio, starter);
    expect(studio.store.getState().lattice).toEqual(wide);
    undo(studio);
    expect(studio.store.getState()).toMatchObject({ lattice: LATTICE, coverage: 'whole', origin: { finished: true } });
    expect(studio.document.picture.every((value) => value === 255)).toBe(true);
    redo(studio);
    expect(studio.document.picture[0]).toBe(200);
  });

  it('taken while a picture is painted ends the job, and what was painted comes back', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    studio.engine.latest('paint').onEvent({
      type: 'tokens',
      jobId: 1,
      cells: Uint16Array.of(0),
      tokens: Int16Array.of(7),
      candidate: 0,
    });
    await takeStarter(studio, starter);
    await settled();
    expect(studio.store.getState().job).toEqual({ phase: 'idle' });
    undo(studio);
    expect(studio.document.tokens[0]).toBe(7);
    expect(canGoOn(studio.store.getState())).toBe(true);
  });

  it('leaves a seed that the person holds on to', async () => {
    const studio = fakeStudio();
    studio.store.setState({ seedLocked: true, settings: { ...DEFAULT_SETTINGS, seed: 5 } });
    await takeStarter(studio, starter);
    expect(studio.store.getState().settings.seed).toBe(5);
  });
});

describe('a first visit', () => {
  it('waits a little for a starter', async () => {
    const studio = fakeStudio();
    await begin(studio, Promise.resolve(starter), 1000);
    expect(studio.store.getState()).toMatchObject({ opened: true, coverage: 'whole' });
  });

  it('has a layout where no starter can be had', async () => {
    const studio = fakeStudio();
    await begin(studio, Promise.resolve(undefined), 1000);
    expect(studio.store.getState()).toMatchObject({ opened: true, coverage: 'none' });
  });

  it('gets a late starter only if nothing was painted meanwhile', async () => {
    for (const paints of [false, true]) {
      const studio = fakeStudio();
      const { promise, resolve } = laterStarter();
      await begin(studio, promise, 1);
      expect(studio.store.getState()).toMatchObject({ opened: true, lattice: LATTICE });
      if (paints) studio.document.layoutChanged({ x: 0, y: 0, width: 1, height: 1 });
      resolve(starter);
      await settled();
      expect(studio.store.getState().lattice).toEqual(paints ? LATTICE : wide);
    }
  });
});

function laterStarter() {
  let resolve: ((found: Starter) => void) | undefined;
  const promise = new Promise<Starter>((done) => {
    resolve = done;
  });
  return { promise, resolve: (found: Starter) => resolve?.(found) };
}

describe('another format', () => {
  it('stretches the layout, and undo brings the picture back', () => {
    const studio = fakeStudio();
    beginWithStarter(studio, starter);
    changeFormat(studio, LATTICE);
    expect(studio.store.getState()).toMatchObject({ lattice: LATTICE, coverage: 'none' });
    expect(studio.document.layout.ids.every((id) => id === 9)).toBe(true);
    undo(studio);
    expect(studio.document.picture[0]).toBe(200);
    expect(studio.store.getState()).toMatchObject({ lattice: wide, coverage: 'whole' });
  });

  it('that cannot be is left alone', () => {
    const studio = fakeStudio();
    changeFormat(studio, { rows: 6, columns: 8 });
    expect(studio.store.getState().history.canUndo).toBe(false);
  });
});

describe('the work of last time', () => {
  it('is there as it was, and a stopped picture can go on', async () => {
    const before = fakeStudio();
    beginWithLayout(before);
    await before.startPainting();
    await before.engine.answer('paint', resultOf(new Int16Array(CELLS).fill(-1).fill(7, 0, 9), false));
    const work = structuredClone(workOf(before.document, savedState(before.store.getState())));

    const studio = fakeStudio();
    resumeWork(studio, { work, info: undefined, history: undefined });
    expect(studio.document.layout.ids).toEqual(before.document.layout.ids);
    expect(studio.store.getState().job).toEqual({ phase: 'stopped', done: 9, total: CELLS });
    expect(canGoOn(studio.store.getState())).toBe(true);
    expect(studio.store.getState().settings).toEqual(before.store.getState().settings);
  });
});
