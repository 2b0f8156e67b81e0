import { describe, expect, it, vi } from 'vitest';
import { workOf } from '../../io/savedWork.ts';
import type { DecodeRequest, MeasureRequest, MeasureResult, RepaintRequest } from '../../protocol/paintEngine.ts';
import { undo } from '../work/documentActions.ts';
import { INFO, resultOf, settled } from '../testing/fakeEngine.ts';
import { CELLS, fakeStudio, LATTICE, type FakeStudio } from '../testing/fakeStudio.ts';
import { measurementOf } from './measurement.ts';
import { holdCell, lookAt, setMeasurement, setMeasuring, takeCode } from './measurementActions.ts';

const all = (token: number) => new Int16Array(CELLS).fill(token);
const shown = ({ store }: FakeStudio) => store.getState().measurement;

/** As if the model knew nothing of each cell but its number. */
function thoughts(): MeasureResult {
  return {
    entropy: Float32Array.from({ length: CELLS }, (_, cell) => cell / 10),
    surprise: new Float32Array(CELLS).fill(Math.LN2),
    codes: Int16Array.from({ length: CELLS * 8 }, (_, n) => 100 + (n % 8)),
    probabilities: Float32Array.from({ length: CELLS * 8 }, (_, n) => 0.5 ** (2 + (n % 8))),
  };
}

async function measured(): Promise<FakeStudio> {
  const studio = fakeStudio();
  await studio.startPainting();
  await studio.engine.answer('paint', resultOf(all(7), true));
  setMeasuring(studio, true);
  await settled();
  await studio.engine.answer('measure', thoughts());
  return studio;
}

/** Takes a code at the first cell. @returns what is asked of the engine for what follows */
async function followed(studio: FakeStudio): Promise<RepaintRequest> {
  setMeasurement(studio, { follow: true });
  lookAt(studio, 0);
  takeCode(studio, 103);
  await settled();
  await studio.engine.answer('decode');
  return studio.engine.latest('repaint').request as RepaintRequest;
}

describe('what the model thinks', () => {
  it('is asked of the whole picture as it was painted, and said cell by cell', async () => {
    const studio = fakeStudio();
    setMeasuring(studio, true);
    await settled();
    expect(studio.engine.names).toEqual([]);
    studio.store.setState({ mood: 1 });
    await studio.startPainting();
    await studio.engine.answer('paint', resultOf(all(7), true));
    studio.store.setState({ mood: 0 });
    setMeasuring(studio, true);
    await settled();
    expect(studio.engine.latest('measure').request as MeasureRequest).toMatchObject({ tokens: all(7), mood: 1 });
    expect(shown(studio).available).toBe(false);
    await studio.engine.answer('measure', thoughts());
    expect(shown(studio).available).toBe(true);
    const cell = measurementOf(studio.measurer.current!, 11);
    expect(cell).toMatchObject({ row: 1, column: 3, token: 7 });
    expect(cell.entropy).toBeCloseTo(1.1);
    expect(cell.probability).toBeCloseTo(0.5);
    expect(cell.likeliest.map(({ code }) => code)).toEqual([100, 101, 102, 103, 104, 105, 106, 107]);
  });

  it('is not shown of another picture, and is there again with the picture it is true of', async () => {
    const studio = await measured();
    studio.document.putTokens(Uint16Array.of(5), Int16Array.of(9));
    expect(shown(studio).available).toBe(false);
    expect(studio.measurer.current).toBeUndefined();
    studio.document.putTokens(Uint16Array.of(5), Int16Array.of(7));
    expect(shown(studio).available).toBe(true);
    studio.document.reset({ lattice: { rows: 8, columns: 12 } });
    expect(shown(studio).available).toBe(false);
  });

  it('that was asked for in vain leaves nothing', async () => {
    const studio = fakeStudio();
    await studio.startPainting();
    await studio.engine.answer('paint', resultOf(all(7), true));
    setMeasuring(studio, true);
    await settled();
    setMeasuring(studio, false);
    await settled();
    expect(studio.store.getState().job.phase).toBe('idle');
    expect(shown(studio)).toMatchObject({ open: false, available: false });
  });
});

describe('a code that is taken', () => {
  it('changes one token, is one entry of the history, is saved once it is whole, and the picture is measured again', async () => {
    const studio = await measured();
    holdCell(studio, 20);
    takeCode(studio, 103);
    await settled();
    expect(workOf(studio.document, {}).tokens).toEqual(all(7));
    const request = studio.engine.latest('decode').request as DecodeRequest;
    expect(request.tokens).toEqual(all(7).with(20, 103));
    expect([...request.region!.keys()].filter((cell) => request.region![cell] === 1)).toEqual([20]);
    await studio.engine.answer('decode');
    expect(workOf(studio.document, {}).tokens).toEqual(all(7).with(20, 103));
    expect((studio.engine.latest('measure').request as MeasureRequest).tokens).toEqual(all(7).with(20, 103));
    await studio.engine.answer('measure', thoughts());
    expect(shown(studio)).toMatchObject({ available: true, cell: 20, held: false });
    undo(studio);
    expect(studio.document.tokens).toEqual(all(7));
    // The numbers of before are true again: nothing is measured for that.
    expect(shown(studio).available).toBe(true);
  });

  it('may have the rest follow: what comes after it and attends to it, with all else known', async () => {
    const studio = await measured();
    const request = await followed(studio);
    expect(request.tokens[0]).toBe(103);
    expect(request.region[0]).toBe(0);
    // The lattice is no larger than the window.
    expect(request.region.reduce((sum, cell) => sum + cell, 0)).toBe(CELLS - 1);
    expect(request.seeds).toHaveLength(1);
    expect(workOf(studio.document, {}).tokens).toEqual(all(7));
    const tokens = request.tokens.map((token, cell) => (request.region[cell] === 1 ? 4 : token));
    const timing = { sampling: 1, decoding: 1, total: 2, firstTile: 1 };
    await studio.engine.answer('repaint', { candidates: [{ seed: 1, tokens, score: 0 }], finished: true, timing });
    expect(studio.document.tokens).toEqual(all(4).with(0, 103));
    expect(workOf(studio.document, {}).tokens).toEqual(studio.document.tokens);
    undo(studio);
    expect(studio.document.tokens).toEqual(all(7));
  });

  it('has the rest follow as the picture was made, whatever was set and painted since', async () => {
    const studio = await measured();
    const { origin, settings } = studio.store.getState();
    const { subCells } = studio.engine.latest('measure').request as MeasureRequest;
    studio.store.setState({ mood: 1, settings: { ...settings, temperature: 0.3, topK: 7, guidance: 3 } });
    studio.history.fill(9, 'fill');
    const request = await followed(studio);
    expect(request).toMatchObject({ mood: 0, settings: origin!.settings, seeds: [origin!.settings.seed] });
    expect(request.subCells).toEqual(subCells);
  });

  it('has the rest follow in any mood, where the picture’s own is none of this bundle’s', async () => {
    const studio = await measured();
    const { origin } = studio.store.getState();
    studio.pictures.placed({ ...origin!, mood: 12, settings: { ...origin!.settings, topK: 60_000 } });
    setMeasuring(studio, false);
    setMeasuring(studio, true);
    await settled();
    const request = await followed(studio);
    expect(request.mood).toBe(0);
    expect(request.settings.topK).toBe(1024);
  });

  it('and stopped before its end leaves the picture as it was', async () => {
    const studio = await measured();
    lookAt(studio, 20);
    takeCode(studio, 103);
    await settled();
    studio.painter.interrupt();
    await settled();
    expect(studio.document.tokens).toEqual(all(7));
    expect(studio.history.getState().undoLabel).toBe('paint');
  });

  it('that is there already is nothing to do', async () => {
    const studio = await measured();
    lookAt(studio, 20);
    takeCode(studio, 7);
    await settled();
    expect(studio.engine.names.at(-1)).toBe('measure');
  });
});

describe('the codes of a cell', () => {
  it('are decoded in their place when one rests on it, and not while someone paints', async () => {
    vi.useFakeTimers();
    try {
      const studio = fakeStudio();
      const settle = () => vi.advanceTimersByTimeAsync(1);
      void studio.painter.paint();
      await settle();
      studio.engine.latest('inspect').resolve({
        manifest: { ...INFO.manifest, moods: [] },
        download: { total: 0, missing: 0 },
      });
      await settle();
      studio.engine.latest('load').resolve(undefined);
      await settle();
      studio.engine.latest('paint').resolve(resultOf(all(7), true));
      await settle();
      setMeasuring(studio, true);
      await settle();
      studio.engine.latest('measure').resolve(thoughts());
      await settle();
      lookAt(studio, 0);
      lookAt(studio, 27);
      await vi.advanceTimersByTimeAsync(300);
      const call = studio.engine.latest('tryCodes');
      expect(studio.engine.names.filter((name) => name === 'tryCodes')).toHaveLength(1);
      expect(call.request).toMatchObject({ lattice: LATTICE, cell: 27, tokens: all(7) });
      const pixels = new Uint8ClampedArray(4 * 48 * 48).fill(90);
      const rect = { x: 32, y: 32, width: 48, height: 48 };
      call.onEvent({ type: 'tile', jobId: 1, rect, pixels, final: false, candidate: 3 });
      expect(studio.codeTiles.of(3)).toEqual(pixels);
      expect(studio.codeTiles.of(2)).not.toEqual(pixels);
      lookAt(studio, undefined);
      expect(studio.codeTiles.of(3)).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });
});
