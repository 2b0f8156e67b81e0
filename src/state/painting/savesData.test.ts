import { describe, expect, it } from 'vitest';
import type { ModelNeed } from '../../protocol/paintEngine.ts';
import { INFO, settled } from '../testing/fakeEngine.ts';
import { CELLS, fakeStudio, LATTICE, type FakeStudio } from '../testing/fakeStudio.ts';

const jobOf = ({ store }: FakeStudio) => store.getState().job;

describe('a browser that asks to save data', () => {
  const photograph = (layout: 'any' | 'own') => {
    const pixels = new Uint8ClampedArray(4 * 128 * 128);
    return { lattice: LATTICE, own: { kept: new Uint8Array(CELLS).fill(1), pixels }, layout };
  };
  const needsOf = ({ engine }: FakeStudio) =>
    (engine.latest('downloadSize').request as { needs: readonly ModelNeed[] }).needs;

  /** Asks for something, and is told how much of it is to be fetched. */
  async function asked(studio: FakeStudio, act: () => Promise<void>, missing: number): Promise<readonly ModelNeed[]> {
    void act();
    await settled();
    if (studio.engine.names.at(-1) === 'inspect') await studio.engine.answer('inspect', INFO);
    const needs = needsOf(studio);
    await studio.engine.answer('downloadSize', { total: 100, missing });
    return needs;
  }

  it('is asked about what is needed and is not there, of a photograph too, and about nothing else', async () => {
    const studio = fakeStudio({ savesData: () => true });
    const { painter, completer, segmenter } = studio;
    const { own, lattice } = photograph('own');
    const cases = [
      ['paint', () => painter.paint(), ['paint']],
      ['decode', () => painter.decode(), ['look']],
      ['photograph', () => completer.complete(photograph('any')), ['paint', 'encode']],
      ['photograph', () => completer.complete(photograph('own')), ['paint', 'encode', 'segment']],
      ['segment', () => segmenter.take({ lattice, pixels: own.pixels }), ['segment']],
    ] as const;
    for (const [purpose, act, needs] of cases) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, to see which.
      expect(await asked(studio, act, 24)).toEqual(needs);
      expect(jobOf(studio)).toEqual({ phase: 'asking', purpose, bytes: 24 });
    }
    expect(studio.engine.names).not.toContain('load');
  });

  it('is not asked where all that is needed is stored, though the rest of the model is not', async () => {
    const studio = fakeStudio({ savesData: () => true });
    await asked(studio, () => studio.painter.decode(), 0);
    expect(studio.store.getState().bundle.download?.missing).toBe(100);
    expect(studio.engine.latest('load').request).toMatchObject({ need: 'look' });
    await studio.engine.answer('load');
    await studio.engine.answer('decode');
    // Ready is ready, wherever it came from.
    void studio.painter.decode();
    await settled();
    expect(studio.engine.names.filter((name) => name === 'downloadSize')).toHaveLength(1);
  });

  it('takes a yes for what it was asked about, and asks about what more is needed', async () => {
    const studio = fakeStudio({ savesData: () => true });
    await asked(studio, () => studio.painter.decode(), 9);
    void studio.painter.again();
    await settled();
    await studio.engine.fail('load', 'NETWORK');
    void studio.painter.again();
    await settled();
    expect(studio.engine.latest('load').request).toMatchObject({ need: 'look' });
    expect(await asked(studio, () => studio.painter.paint(), 20)).toEqual(['paint']);
    expect(jobOf(studio)).toMatchObject({ phase: 'asking', bytes: 20 });
    void studio.painter.fetchModel();
    await settled();
    await studio.engine.answer('load');
    expect(await asked(studio, () => studio.completer.complete(photograph('any')), 3)).toEqual(['encode']);
  });

  it('fetches nothing without a yes', async () => {
    const studio = fakeStudio({ savesData: () => true });
    void studio.painter.paint();
    await settled();
    await studio.engine.answer('inspect', INFO);
    await studio.engine.answer('downloadSize', INFO.download);
    expect(jobOf(studio)).toEqual({ phase: 'asking', purpose: 'paint', bytes: 100 });
    expect(studio.engine.names).toEqual(['inspect', 'downloadSize']);
    studio.painter.stop();
    expect(jobOf(studio)).toEqual({ phase: 'idle' });

    void studio.painter.paint();
    await settled();
    await studio.engine.answer('downloadSize', INFO.download);
    void studio.painter.again();
    await settled();
    expect(studio.engine.names).toEqual(['inspect', 'downloadSize', 'downloadSize', 'load']);
  });
});
