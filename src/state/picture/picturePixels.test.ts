import { describe, expect, it } from 'vitest';
import { cellCount } from '../../core/lattice.ts';
import { PICTURE_CELL_PIXELS, pictureSize } from '../../core/picturePixels.ts';
import type { TileEvent } from '../../protocol/paintEngine.ts';
import { workOf } from '../../io/savedWork.ts';
import { decodeAtRest } from './decodeAtRest.ts';
import { undo } from '../work/documentActions.ts';
import { extendPicture } from '../painting/extendActions.ts';
import { cellPixelsNow } from '../settings/formats.ts';
import { hasWholePicture } from '../painting/repainter.ts';
import { pictureFileOf } from '../exporting/madeFiles.ts';
import { snippetFor } from '../share/shareActions.ts';
import { resumeWork } from '../work/startActions.ts';
import { INFO, resultOf, settled } from '../testing/fakeEngine.ts';
import { fakeStudio, CELLS, LATTICE, type FakeStudio } from '../testing/fakeStudio.ts';

const tokens = new Int16Array(CELLS).fill(7);

function infoWith(cellPixels: number, decoder = '0123456789abcdef') {
  const { manifest } = INFO;
  return { ...INFO, manifest: { ...manifest, decoder: { id: decoder }, lattice: { ...manifest.lattice, cellPixels } } };
}

/** A tile of whole cells, in cells, of one grey. */
function tileOf(
  cellPixels: number,
  cells: { x: number; y: number; width: number; height: number },
  grey: number,
): TileEvent {
  const rect = { x: 16 * cells.x, y: 16 * cells.y, width: 16 * cells.width, height: 16 * cells.height };
  const pixels = new Uint8ClampedArray(4 * cells.width * cells.height * cellPixels ** 2).fill(grey);
  for (let at = 3; at < pixels.length; at += 4) pixels[at] = 255;
  return { type: 'tile', jobId: 1, rect, pixels, final: true, candidate: 0 };
}

const ALL = { x: 0, y: 0, width: 8, height: 8 };

/** A studio with a whole picture of one grey that a bundle has painted. */
async function painted(cellPixels: number, grey = 50): Promise<FakeStudio> {
  const studio = fakeStudio();
  void studio.painter.paint();
  await settled();
  await studio.engine.answer('inspect', infoWith(cellPixels));
  await studio.engine.answer('load');
  studio.engine.latest('paint').onEvent(tileOf(cellPixels, ALL, grey));
  await studio.engine.answer('paint', resultOf(tokens, true));
  return studio;
}

/** The grey of a cell's first and last pixel. */
function greysOf({ document }: FakeStudio, cell: number): number[] {
  const { cellPixels, lattice, picture } = document;
  const { width } = pictureSize(lattice, cellPixels);
  const first = (Math.floor(cell / lattice.columns) * width + (cell % lattice.columns)) * cellPixels;
  return [picture[4 * first]!, picture[4 * (first + (cellPixels - 1) * (width + 1))]!];
}

describe.each(PICTURE_CELL_PIXELS)('a picture of %i pixels a cell', (cellPixels) => {
  it('is painted, repainted, saved and put into a page in its own size, and undo brings it back', async () => {
    const studio = await painted(cellPixels);
    const { document, engine, store } = studio;
    const size = pictureSize(LATTICE, cellPixels);
    expect(document.picture).toHaveLength(4 * size.width * size.height);
    expect(store.getState()).toMatchObject({ cellPixels, coverage: 'whole' });
    expect(cellPixelsNow(store.getState())).toBe(cellPixels);
    expect(document.layout).toMatchObject({ width: 128, height: 128 });
    expect(pictureFileOf(studio, 1)).toMatchObject(size);
    expect(snippetFor(studio, 'https://example.org/#p=x')).toContain(`width="${size.width}"`);

    void studio.repainter.repaint(Uint8Array.from({ length: CELLS }, (_, cell) => (cell < 2 ? 1 : 0)));
    await settled();
    engine.latest('repaint').onEvent(tileOf(cellPixels, { x: 0, y: 0, width: 2, height: 1 }, 90));
    const timing = { sampling: 1, decoding: 1, total: 2, firstTile: 1 };
    const candidates = [{ seed: 1, tokens: tokens.slice().fill(9, 0, 2), score: 0 }];
    await engine.answer('repaint', { candidates, finished: true, timing });
    expect([greysOf(studio, 1), greysOf(studio, 2)]).toEqual([
      [90, 90],
      [50, 50],
    ]);
    undo(studio);
    expect(greysOf(studio, 1)).toEqual([50, 50]);
    expect(engine.names.at(-1)).toBe('repaint');
  });

  it('has candidates and codes to look at as fine as it is', async () => {
    const studio = await painted(cellPixels);
    const { candidates, engine } = studio;
    void candidates.sample(new Uint8Array(CELLS).fill(1, 0, 2), 2);
    await settled();
    // What is shown of the region and around it: 4 x 3 cells.
    expect(candidates.pixels.size).toMatchObject({ width: 4 * cellPixels, height: 3 * cellPixels });
    engine.latest('repaint').onEvent({ ...tileOf(cellPixels, { x: 0, y: 0, width: 1, height: 1 }, 90), candidate: 1 });
    const [first, second] = [candidates.pixels.of(0)!, candidates.pixels.of(1)!];
    expect([first[0], second[0], second[4 * cellPixels]]).toEqual([50, 90, 50]);
  });

  it('is extended by whole cells', async () => {
    const studio = await painted(cellPixels);
    void extendPicture(studio, 'left');
    await settled();
    const { document } = studio;
    expect(document.lattice).toEqual({ rows: 8, columns: 16 });
    expect(document.picture).toHaveLength(4 * cellCount(document.lattice) * cellPixels ** 2);
    expect([greysOf(studio, 7), greysOf(studio, 8)]).toEqual([
      [0, 0],
      [50, 50],
    ]);
  });
});

describe('a picture of a decoder of before', () => {
  /** Saved work that a decoder of 16 pixels has made, opened where the bundle has another one. */
  async function opened(cellPixels: number, missing: number): Promise<FakeStudio> {
    const before = await painted(16);
    const studio = fakeStudio();
    decodeAtRest(studio);
    const work = workOf(before.document, before.store.getState());
    resumeWork(studio, { work, info: undefined, history: undefined });
    void studio.painter.inspect();
    const info = { ...infoWith(cellPixels, 'fedcba9876543210'), download: { total: 1, missing } };
    await studio.engine.answer('inspect', info);
    return studio;
  }

  it.each([8, 32])('is seen as it was until the bundle decodes its tokens anew, all of it: %i a cell', async (side) => {
    const studio = await opened(side, 0);
    const { document, engine, store } = studio;
    expect([document.cellPixels, greysOf(studio, 9)]).toEqual([16, [50, 50]]);
    // A person repaints a part first; then all the rest is made, too.
    void studio.repainter.repaint(new Uint8Array(CELLS).fill(1, 0, 1));
    await settled();
    await engine.answer('load');
    engine.latest('repaint').onEvent(tileOf(side, { x: 0, y: 0, width: 1, height: 1 }, 90));
    expect([document.cellPixels, greysOf(studio, 0), greysOf(studio, 9)]).toEqual([side, [90, 90], [50, 50]]);
    const timing = { sampling: 1, decoding: 1, total: 2, firstTile: 1 };
    const candidates = [{ seed: 1, tokens: tokens.slice().fill(9, 0, 1), score: 0 }];
    await engine.answer('repaint', { candidates, finished: true, timing });
    await settled();
    expect(engine.latest('decode').request).not.toHaveProperty('region');
    // Another stroke ends that; the picture is a whole one all the same.
    expect(hasWholePicture(store.getState(), document)).toBe(true);
    studio.painter.stop();
    await settled();
    expect(engine.names.filter((name) => name === 'decode')).toHaveLength(1);
    expect(hasWholePicture(store.getState(), document)).toBe(true);
    void studio.painter.decode();
    await settled();
    engine.latest('decode').onEvent(tileOf(side, ALL, 70));
    await engine.answer('decode');
    expect(greysOf(studio, 63)).toEqual([70, 70]);
    expect(store.getState().origin).toMatchObject({ decoder: 'fedcba9876543210', finished: true });
    await settled();
    expect(engine.names.filter((name) => name === 'decode')).toHaveLength(2);
  });

  it('keeps the own pixels that it had, scaled to the tiles they lie on', async () => {
    const studio = await opened(32, 0);
    const { document } = studio;
    const own = { kept: new Uint8Array(CELLS).fill(1), pixels: document.picture.slice().fill(255) };
    document.setOwn(own);
    document.putTile({ x: 0, y: 0, width: 128, height: 128 }, tileOf(32, ALL, 70).pixels);
    expect(greysOf(studio, 20)).toEqual([255, 255]);
    expect(document.own).toBe(own);
  });
});
