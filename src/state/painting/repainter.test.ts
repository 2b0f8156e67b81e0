import { describe, expect, it } from 'vitest';
import { cellsOf, emptyRegion, regionSize } from '../../core/region/region.ts';
import { workOf } from '../../io/savedWork.ts';
import { redo, undo } from '../work/documentActions.ts';
import { pictureFileOf } from '../exporting/madeFiles.ts';
import { linkOf } from '../share/shareActions.ts';
import { resultOf, settled, tokensEvent } from '../testing/fakeEngine.ts';
import { CELLS, fakeStudio, LATTICE } from '../testing/fakeStudio.ts';
import { all, jobOf, requestOf, withPicture, stroke, repainted } from '../testing/paintedStudio.ts';

describe('what has changed', () => {
  it('is counted in cells, grows by its rim, and is nothing once it was repainted', async () => {
    const studio = await withPicture();
    expect(studio.store.getState().changed).toBe(0);
    stroke(studio, 27);
    expect(studio.store.getState().changed).toBe(1);
    expect(regionSize(studio.repainter.changes())).toBe(9);
    expect(studio.store.getState().changes).toEqual(studio.repainter.changes());
    studio.store.setState({ rim: 0 });
    expect(cellsOf(studio.store.getState().changes!)).toEqual([27]);
    void studio.repainter.repaintChanges();
    await settled();
    const request = requestOf(studio);
    expect(regionSize(request.region)).toBe(1);
    expect(request.tokens).toEqual(all(7));
    await studio.engine.answer('repaint', repainted(request, 5));
    expect(studio.document.tokens[27]).toBe(5);
    expect(studio.document.tokens.filter((token) => token === 7)).toHaveLength(CELLS - 1);
    expect(studio.store.getState()).toMatchObject({ changed: 0, changes: undefined });
    expect(jobOf(studio).phase).toBe('done');
  });

  it('is counted anew where it stays within the rim of what had changed', async () => {
    const studio = await withPicture();
    for (const cell of [26, 28]) stroke(studio, cell);
    const { changes } = studio.store.getState();
    expect(studio.store.getState().changed).toBe(2);
    stroke(studio, 27);
    expect(studio.store.getState()).toMatchObject({ changed: 3, changes });
  });

  it('is taken back in two steps: the picture, then the stroke', async () => {
    const studio = await withPicture();
    stroke(studio, 27);
    void studio.repainter.repaintChanges();
    await settled();
    await studio.engine.answer('repaint', repainted(requestOf(studio), 5));
    undo(studio);
    expect(studio.document.tokens).toEqual(all(7));
    expect(studio.store.getState().changed).toBe(1);
    undo(studio);
    expect(studio.store.getState().changed).toBe(0);
    redo(studio);
    redo(studio);
    expect(studio.document.tokens[27]).toBe(5);
    expect(studio.store.getState().changed).toBe(0);
  });

  it('elsewhere is not seen by a repaint, which keeps to the layout that the rest was painted from', async () => {
    const studio = await withPicture();
    const ids = studio.document.layout.ids[0]!;
    stroke(studio, 0);
    stroke(studio, 63);
    const region = emptyRegion(LATTICE);
    region[63] = 1;
    void studio.repainter.repaint(region);
    await settled();
    const request = requestOf(studio);
    expect(request.subCells[0]).toBe(ids);
    expect(request.subCells.at(-1)).toBe(9);
    await studio.engine.answer('repaint', repainted(request, 5));
    // The other stroke still waits.
    expect(studio.store.getState().changed).toBe(1);
    expect(studio.repainter.changes()[0]).toBe(1);
  });

  it('is nothing where there is no whole picture', async () => {
    const studio = fakeStudio();
    stroke(studio, 3);
    expect(studio.store.getState().changed).toBe(0);
    await studio.startPainting();
    await studio.engine.answer('paint', resultOf(all(-1).fill(7, 0, 9), false));
    stroke(studio, 5);
    expect(studio.store.getState().changed).toBe(0);
    await studio.repainter.repaint(new Uint8Array(CELLS).fill(1));
    expect(studio.engine.names.at(-1)).toBe('paint');
  });
});

describe('a repaint', () => {
  it('that is stopped, fails or is interrupted leaves tokens and pixels as they were', async () => {
    for (const end of ['stop', 'fail', 'interrupt'] as const) {
      const studio = await withPicture();
      studio.document.picture.fill(200);
      stroke(studio, 27);
      void studio.repainter.repaintChanges();
      await settled();
      const { onEvent } = studio.engine.latest('repaint');
      onEvent(tokensEvent([27], [3]));
      const rect = { x: 0, y: 0, width: 16, height: 16 };
      onEvent({ type: 'tile', jobId: 1, rect, pixels: new Uint8ClampedArray(1024), final: false, candidate: 0 });
      expect(studio.document.tokens[27]).toBe(3);
      if (end === 'stop')
        await studio.engine.answer('repaint', { ...repainted(requestOf(studio), 3), finished: false });
      if (end === 'fail') await studio.engine.fail('repaint', 'WORKER_DIED');
      if (end === 'interrupt') studio.painter.interrupt();
      expect(studio.document.tokens).toEqual(all(7));
      expect(studio.document.picture.every((value) => value === 200)).toBe(true);
      expect(studio.store.getState().changed).toBe(1);
      expect(studio.store.getState().history.undoLabel).toBe('stroke');
    }
  });

  it('is saved when it is whole, and until then the picture of before is, with the layout of now', async () => {
    const studio = await withPicture();
    const saved = () => workOf(studio.document, {});
    stroke(studio, 27);
    void studio.repainter.repaintChanges();
    await settled();
    studio.engine.latest('repaint').onEvent(tokensEvent([27], [3]));
    expect(saved().tokens).toEqual(all(7));
    expect(saved().layout).toEqual(studio.document.layout.ids);
    await studio.engine.answer('repaint', repainted(requestOf(studio), 5));
    expect(saved().tokens[27]).toBe(5);
    void studio.repainter.repaint(new Uint8Array(CELLS).fill(1));
    await settled();
    studio.painter.interrupt();
    expect(saved().tokens).toBe(studio.document.tokens);
  });

  it('is shared and saved as a file when it is whole, and until then the picture of before is', async () => {
    const studio = await withPicture();
    const link = () => linkOf(studio, 'https://example.org/', '');
    const [before, pixels] = [link(), pictureFileOf(studio, 1)?.pixels.slice()];
    expect(before).toMatch(/#p=/);
    void studio.repainter.repaint(new Uint8Array(CELLS).fill(1));
    await settled();
    studio.engine.latest('repaint').onEvent(tokensEvent([27], [3]));
    studio.document.putTile({ x: 0, y: 0, width: 16, height: 16 }, new Uint8ClampedArray(4 * 256).fill(9));
    expect(link()).toBe(before);
    expect(pictureFileOf(studio, 1)?.pixels).toEqual(pixels);
    await studio.engine.answer('repaint', repainted(requestOf(studio), 5));
    expect(link()).not.toBe(before);
    expect(pictureFileOf(studio, 1)?.pixels).not.toEqual(pixels);
  });

  it('takes a new seed each time; of what changed the person’s own, where they hold on to it', async () => {
    const studio = await withPicture();
    studio.store.setState({ seedLocked: true });
    const held = studio.store.getState().settings.seed;
    stroke(studio, 27);
    void studio.repainter.repaintChanges();
    await settled();
    expect(requestOf(studio).seeds).toEqual([held]);
    void studio.repainter.repaint(new Uint8Array(CELLS).fill(1, 0, 4));
    await settled();
    expect(requestOf(studio).seeds).not.toEqual([held]);
  });
});
