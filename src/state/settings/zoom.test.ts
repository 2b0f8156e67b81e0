import { describe, expect, it } from 'vitest';
import { decodeShareLink } from '../../core/shareLink/shareLink.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import type { MeasureRequest, PaintRequest, RepaintRequest } from '../../protocol/paintEngine.ts';
import { changeFormat, undo } from '../work/documentActions.ts';
import { extendPicture } from '../painting/extendActions.ts';
import { fileState, restoredState } from '../persistence.ts';
import { setZoom } from './settingsActions.ts';
import { linkIn, linkOf, openShared } from '../share/shareActions.ts';
import { INFO, resultOf, settled } from '../testing/fakeEngine.ts';
import { CELLS, fakeStudio, type FakeStudio } from '../testing/fakeStudio.ts';

const ZOOMED = { ...INFO, manifest: { ...INFO.manifest, kind: 'lattice', zooms: 3 } as Manifest };

function askedFor({ engine }: FakeStudio): PaintRequest {
  return engine.latest('paint').request as PaintRequest;
}

/** A page whose model knows zooms, or not, and whose picture of 8 x 8 cells was painted. */
async function painted(zoom: number, info = ZOOMED): Promise<FakeStudio> {
  const studio = fakeStudio();
  void studio.painter.inspect();
  await studio.engine.answer('inspect', info);
  setZoom(studio, zoom);
  await studio.startPainting();
  await studio.engine.answer('paint', resultOf(new Int16Array(CELLS).fill(7), true));
  return studio;
}

async function repaintAll(studio: FakeStudio, cells: number): Promise<RepaintRequest> {
  const region = new Uint8Array(CELLS).fill(1, 0, cells);
  void studio.candidates.sample(region, 2);
  await settled();
  return studio.engine.latest('repaint').request as RepaintRequest;
}

describe('the zoom', () => {
  it('is what the size says, until someone wants another', async () => {
    const studio = fakeStudio();
    void studio.painter.inspect();
    await studio.engine.answer('inspect', ZOOMED);
    await studio.startPainting();
    expect(askedFor(studio).zoom).toBe(1);
    changeFormat(studio, { rows: 32, columns: 32 });
    await studio.startPainting();
    expect(askedFor(studio).zoom).toBe(2);
    setZoom(studio, 3);
    await studio.startPainting();
    expect(askedFor(studio).zoom).toBe(3);
    // Back to what the size says: it follows the size again.
    setZoom(studio, 2);
    changeFormat(studio, { rows: 16, columns: 16 });
    await studio.startPainting();
    expect(askedFor(studio).zoom).toBe(1);
  });

  it('is not asked of a model that knows none', async () => {
    const studio = await painted(3, INFO);
    expect(studio.store.getState().origin?.zoom).toBe(0);
  });

  it('of a part that is repainted, and of what is extended, is its picture’s', async () => {
    const studio = await painted(2);
    setZoom(studio, 3);
    expect((await repaintAll(studio, 9)).zoom).toBe(2);
    studio.candidates.close();
    void extendPicture(studio, 'right');
    await settled();
    expect((studio.engine.latest('repaint').request as RepaintRequest).zoom).toBe(2);
  });

  it('of all that is repainted is the one that is set now', async () => {
    const studio = await painted(2);
    setZoom(studio, 3);
    expect((await repaintAll(studio, CELLS)).zoom).toBe(3);
  });

  it('of a picture is the one that it is measured with', async () => {
    const studio = await painted(2);
    setZoom(studio, 3);
    void studio.measurer.measure();
    await settled();
    expect((studio.engine.latest('measure').request as MeasureRequest).zoom).toBe(2);
  });

  it('comes back with undo, as the picture’s settings do', async () => {
    const studio = await painted(2);
    setZoom(studio, 3);
    await studio.startPainting();
    await studio.engine.answer('paint', resultOf(new Int16Array(CELLS).fill(8), true));
    expect(studio.store.getState().origin?.zoom).toBe(3);
    undo(studio);
    expect(studio.store.getState().origin?.zoom).toBe(2);
    expect(studio.store.getState().zoom).toBe(2);
  });

  it('goes with links and files, and those of before have none', async () => {
    const studio = await painted(2);
    const shared = decodeShareLink(linkIn(linkOf(studio, 'https://example.org/', '')!)!);
    expect(shared.zoom).toBe(2);
    const file = fileState(studio.store.getState());
    expect(restoredState(file)).toMatchObject({ zoom: 2, origin: { zoom: 2 } });
    const { zoom: _zoom, ...origin } = studio.store.getState().origin!;
    expect(restoredState({ origin })).toMatchObject({ origin: { zoom: 0 } });
    void openShared(studio, { ...shared, zoom: 0 });
    await settled();
    expect(studio.store.getState()).toMatchObject({ zoom: 0, origin: { zoom: 0 } });
  });
});
