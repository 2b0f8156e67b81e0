import { describe, expect, it } from 'vitest';
import type { RepaintRequest, RepaintResult } from '../../protocol/paintEngine.ts';
import { redo, undo } from '../work/documentActions.ts';
import { INFO, resultOf, settled } from '../testing/fakeEngine.ts';
import { CELLS, fakeStudio, type FakeStudio } from '../testing/fakeStudio.ts';
import { markPreset } from './regionActions.ts';

const all = (token: number) => new Int16Array(CELLS).fill(token);
const requestOf = ({ engine }: FakeStudio) => engine.latest('repaint').request as RepaintRequest;
const trayOf = ({ store }: FakeStudio) => store.getState().tray!;

async function withTray(count = 3): Promise<FakeStudio> {
  const studio = fakeStudio();
  await studio.startPainting();
  await studio.engine.answer('paint', resultOf(all(7), true));
  markPreset(studio, 'bottom');
  void studio.candidates.sample(studio.region.cells, count);
  await settled();
  return studio;
}

function resultFor({ seeds, region, tokens }: RepaintRequest): RepaintResult {
  const candidates = seeds.map((seed, n) => ({
    seed,
    tokens: tokens.map((token, cell) => (region[cell] === 1 ? 20 + n : token)),
    score: -10 - n,
  }));
  return { candidates, finished: true, timing: { sampling: 1, decoding: 1, total: 2, firstTile: 1 } };
}

describe('candidates', () => {
  it('are sampled together, each with a seed of its own, and do not touch the picture', async () => {
    const studio = await withTray();
    expect(new Set(requestOf(studio).seeds).size).toBe(3);
    expect(trayOf(studio).view).toEqual({ x: 0, y: 32, width: 128, height: 96 });
    const pixels = new Uint8ClampedArray(4 * 128 * 16).fill(90);
    const rect = { x: 0, y: 64, width: 128, height: 16 };
    studio.engine.latest('repaint').onEvent({ type: 'tile', jobId: 1, rect, pixels, final: false, candidate: 1 });
    expect(studio.candidates.pixels.of(1)!.includes(90)).toBe(true);
    expect(studio.candidates.pixels.of(0)!.includes(90)).toBe(false);
    await studio.engine.answer('repaint', resultFor(requestOf(studio)));
    expect(trayOf(studio).candidates.map(({ score }) => score)).toEqual([-10, -11, -12]);
    expect(studio.document.tokens).toEqual(all(7));
    expect(studio.document.picture.includes(90)).toBe(false);
  });

  it('are taken one after the other, and undo brings back the one before', async () => {
    const studio = await withTray();
    await studio.engine.answer('repaint', resultFor(requestOf(studio)));
    for (const index of [1, 2]) {
      void studio.candidates.take(index);
      await settled();
      await studio.engine.answer('decode');
      expect(trayOf(studio).taken).toBe(index);
    }
    expect(studio.document.tokens.slice(0, 32)).toEqual(all(7).slice(0, 32));
    expect(studio.document.tokens[40]).toBe(22);
    undo(studio);
    expect(studio.document.tokens[40]).toBe(21);
    undo(studio);
    expect(studio.document.tokens).toEqual(all(7));
    expect(trayOf(studio).candidates).toHaveLength(3);
  });

  it('of all of it need no picture, and make one of their own', async () => {
    const studio = fakeStudio();
    void studio.candidates.sample(new Uint8Array(CELLS).fill(1), 2);
    await settled();
    await studio.engine.answer('inspect', INFO);
    await studio.engine.answer('load');
    await studio.engine.answer('repaint', resultFor(requestOf(studio)));
    void studio.candidates.take(0);
    await settled();
    await studio.engine.answer('decode');
    expect(studio.document.tokens).toEqual(all(20));
    expect(studio.store.getState().origin).toMatchObject({ finished: true, bundle: 'fake' });
  });

  it('that were stopped, or belong to another format, are gone', async () => {
    const studio = await withTray();
    studio.painter.interrupt();
    expect(studio.store.getState().tray).toBeUndefined();
    const other = await withTray();
    await other.engine.answer('repaint', resultFor(requestOf(other)));
    other.document.reset({ lattice: { rows: 8, columns: 12 } });
    expect(other.store.getState().tray).toBeUndefined();
    await other.candidates.take(0);
    expect(other.engine.names.at(-1)).toBe('repaint');
  });

  it('are none for a picture that is painted meanwhile, which none of them ends', async () => {
    const studio = await withTray();
    await studio.engine.answer('repaint', resultFor(requestOf(studio)));
    studio.engine.restart('died');
    const pressed = studio.engine.calls.length;
    void studio.painter.paint();
    await settled();
    expect(studio.candidates.canTake).toBe(false);
    await studio.candidates.take(1);
    await studio.engine.answer('load');
    expect(studio.engine.names.slice(pressed)).toEqual(['load', 'paint']);
    expect(studio.store.getState()).toMatchObject({ tray: undefined, job: { purpose: 'paint' } });
    expect(studio.candidates.pixels.of(1)).toBeUndefined();
  });

  it('of a part are not taken where the picture around them has gaps, and are again where it has none', async () => {
    const studio = await withTray();
    await studio.engine.answer('repaint', resultFor(requestOf(studio)));
    undo(studio);
    expect(studio.document.tokens).toEqual(all(-1));
    expect(studio.candidates.canTake).toBe(false);
    await studio.candidates.take(1);
    expect(studio.document.tokens).toEqual(all(-1));
    redo(studio);
    studio.painter.interrupt();
    expect(studio.candidates.canTake).toBe(true);
  });

  it('leave what was repainted around them since as it was reported: not changed', async () => {
    const studio = await withTray();
    studio.store.setState({ rim: 0 });
    await studio.engine.answer('repaint', resultFor(requestOf(studio)));
    const gesture = studio.history.begin();
    const rect = { x: 0, y: 0, width: 16, height: 16 };
    gesture.touch(rect);
    for (let y = 0; y < 16; y++) studio.document.layout.ids.fill(3, y * 128, y * 128 + 16);
    gesture.commit('stroke');
    studio.document.layoutChanged(rect);
    expect(studio.store.getState().changed).toBe(1);
    void studio.repainter.repaintChanges();
    await settled();
    await studio.engine.answer('repaint', resultFor(requestOf(studio)));
    expect(studio.store.getState().changed).toBe(0);
    void studio.candidates.take(1);
    await settled();
    await studio.engine.answer('decode');
    expect(studio.document.tokens[40]).toBe(21);
    expect(studio.store.getState().changed).toBe(0);
  });

  it('may take the place of one that is still decoded, which is decoded to its end when it comes back', async () => {
    const studio = await withTray();
    studio.document.picture.fill(255);
    await studio.engine.answer('repaint', resultFor(requestOf(studio)));
    for (const index of [1, 2]) {
      expect(studio.candidates.canTake).toBe(true);
      void studio.candidates.take(index);
      await settled();
      expect(studio.store.getState()).toMatchObject({ job: { purpose: 'choose' }, origin: { finished: false } });
    }
    await studio.engine.answer('decode');
    expect(studio.store.getState().origin?.finished).toBe(true);
    const calls = studio.engine.calls.length;
    undo(studio);
    expect(studio.document.tokens[40]).toBe(21);
    await settled();
    expect(studio.engine.names.slice(calls)).toEqual(['decode']);
    await studio.engine.answer('decode');
    expect(studio.store.getState().origin?.finished).toBe(true);
  });

  it('of a part need a picture around it', async () => {
    const studio = fakeStudio();
    await studio.candidates.sample(new Uint8Array(CELLS).fill(1, 0, 5), 2);
    expect(studio.engine.names).toEqual([]);
  });
});
