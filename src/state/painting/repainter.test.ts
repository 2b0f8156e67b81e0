import { describe, expect, it } from 'vitest';
import { cellsOf, emptyRegion, regionSize } from '../../core/region/region.ts';
import type { BackendChoice, RepaintRequest, RepaintResult } from '../../protocol/paintEngine.ts';
import { workOf } from '../../io/savedWork.ts';
import type { Starter } from '../../io/starters.ts';
import { runCommand } from '../commands.ts';
import { redo, undo } from '../work/documentActions.ts';
import { extendPicture, paintPanorama } from './extendActions.ts';
import { repaintWhenStrokesEnd } from './live.ts';
import { DEFAULT_SETTINGS } from '../pageState.ts';
import { pictureFileOf } from '../exporting/madeFiles.ts';
import { linkOf } from '../share/shareActions.ts';
import { takeStarter } from '../work/startActions.ts';
import { HASH, resultOf, settled, tokensEvent } from '../testing/fakeEngine.ts';
import { CELLS, fakeStudio, LATTICE, type FakeStudio } from '../testing/fakeStudio.ts';

const all = (token: number) => new Int16Array(CELLS).fill(token);
const jobOf = ({ store }: FakeStudio) => store.getState().job;
const requestOf = ({ engine }: FakeStudio) => engine.latest('repaint').request as RepaintRequest;

const STARTER: Starter = {
  lattice: LATTICE,
  layout: new Uint8Array(128 * 128).fill(3),
  tokens: all(4),
  picture: new Uint8ClampedArray(4 * 128 * 128).fill(255),
  mood: 0,
  zoom: 0,
  settings: DEFAULT_SETTINGS,
  bundle: 'fake',
  codebook: HASH,
};

async function withPicture(): Promise<FakeStudio> {
  const studio = fakeStudio();
  await studio.startPainting();
  await studio.engine.answer('paint', resultOf(all(7), true));
  return studio;
}

/** Paints one cell of the layout, as a stroke. */
function stroke({ document, history }: FakeStudio, cell: number, id = 9): void {
  const x = (cell % LATTICE.columns) * 16;
  const y = Math.floor(cell / LATTICE.columns) * 16;
  const gesture = history.begin();
  gesture.touch({ x, y, width: 16, height: 16 });
  for (let row = y; row < y + 16; row++) document.layout.ids.fill(id, row * 128 + x, row * 128 + x + 16);
  gesture.commit('stroke');
  document.layoutChanged({ x, y, width: 16, height: 16 });
}

function repainted({ region, tokens }: RepaintRequest, token: number): RepaintResult {
  const next = tokens.map((old, cell) => (region[cell] === 1 ? token : old));
  const timing = { sampling: 1, decoding: 1, total: 2, firstTile: 1 };
  return { candidates: [{ seed: 1, tokens: next, score: 0 }], finished: true, timing };
}

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

describe('live', () => {
  const backend = (milliseconds: number): BackendChoice[] => [
    { graph: 'step', backend: 'wasm', reason: 'only', webgpu: 'absent', threads: 1, milliseconds },
  ];

  it('repaints when a stroke ends on a machine that is fast, and on another one if the person says so', async () => {
    const studio = await withPicture();
    repaintWhenStrokesEnd(studio);
    studio.store.setState({ backends: backend(40) });
    stroke(studio, 27);
    await settled();
    expect(studio.engine.names.at(-1)).toBe('paint');
    studio.store.setState({ live: true });
    stroke(studio, 30);
    await settled();
    expect(regionSize(requestOf(studio).region)).toBeGreaterThan(9);
    studio.store.setState({ backends: backend(3), live: undefined });
    stroke(studio, 33);
    await settled();
    expect(studio.engine.calls.filter(({ call }) => call === 'repaint')).toHaveLength(2);
    await studio.engine.answer('repaint', repainted(requestOf(studio), 5));
    expect(studio.store.getState().changed).toBe(0);
  });

  it('leaves undo, redo and a picture that is being painted alone, and fetches nothing', async () => {
    const studio = await withPicture();
    repaintWhenStrokesEnd(studio);
    stroke(studio, 27);
    studio.store.setState({ live: true });
    undo(studio);
    redo(studio);
    await settled();
    expect(studio.engine.names).not.toContain('repaint');
    void studio.painter.paint();
    await settled();
    stroke(studio, 30);
    await settled();
    expect(studio.engine.names).not.toContain('repaint');
    await studio.engine.answer('paint', resultOf(all(8), true));
    studio.engine.restart('died');
    stroke(studio, 33);
    await settled();
    expect(studio.engine.names).not.toContain('repaint');
  });
});

describe('extending', () => {
  it('keeps what is painted where it lies, samples the rest with it known, and is one step of undo', async () => {
    const studio = await withPicture();
    void extendPicture(studio, 'left');
    await settled();
    const request = requestOf(studio);
    expect(request.lattice).toEqual({ rows: 8, columns: 16 });
    expect(regionSize(request.region)).toBe(64);
    expect(request.region[0]).toBe(1);
    expect(request.region[8]).toBe(0);
    expect(request.origin).toEqual({ row: 0, column: -8 });
    await studio.engine.answer('repaint', repainted(request, 5));
    expect(studio.document.tokens.slice(0, 16)).toEqual(Int16Array.from({ length: 16 }, (_, n) => (n < 8 ? 5 : 7)));
    expect(studio.store.getState().origin).toMatchObject({ finished: true, at: { row: 0, column: -8 } });
    undo(studio);
    expect(studio.document.lattice).toEqual(LATTICE);
    expect(studio.document.tokens).toEqual(all(7));
    redo(studio);
    expect(studio.document.tokens[0]).toBe(5);
  });

  it('that was stopped goes on with what is there known', async () => {
    const studio = await withPicture();
    void extendPicture(studio, 'bottom');
    await settled();
    const half = repainted(requestOf(studio), 5);
    half.candidates[0]!.tokens[100] = -1;
    await studio.engine.answer('repaint', { ...half, finished: false });
    expect(jobOf(studio)).toEqual({ phase: 'stopped', done: 127, total: 128 });
    expect(runCommand(studio, 'go-on')).toBe(true);
    await settled();
    expect([...requestOf(studio).region.keys()].filter((cell) => requestOf(studio).region[cell] === 1)).toEqual([100]);
    await studio.engine.answer('repaint', repainted(requestOf(studio), 6));
    expect(studio.document.tokens[100]).toBe(6);
    expect(jobOf(studio).phase).toBe('done');
  });

  it('that was stopped, or failed, while it was decoded goes on by decoding', async () => {
    for (const end of ['stop', 'fail'] as const) {
      const studio = await withPicture();
      void extendPicture(studio, 'bottom');
      await settled();
      const result = repainted(requestOf(studio), 5);
      studio.engine
        .latest('repaint')
        .onEvent(tokensEvent([...result.candidates[0]!.tokens.keys()].slice(64), [...all(5)]));
      if (end === 'stop') await studio.engine.answer('repaint', { ...result, finished: false });
      else await studio.engine.fail('repaint', 'DEVICE_LOST');
      if (end === 'stop') runCommand(studio, 'go-on');
      else void studio.painter.again();
      await settled();
      await studio.engine.answer('decode');
      expect(studio.store.getState()).toMatchObject({
        job: { phase: 'done' },
        origin: { finished: true, given: true },
      });
    }
  });

  it('ends where a picture can be no longer, and nothing that long is painted at once', async () => {
    const studio = await withPicture();
    void paintPanorama(studio);
    for (let columns = 16; columns <= 192; columns += 8) {
      await settled();
      expect(requestOf(studio).lattice).toEqual({ rows: 8, columns });
      studio.document.picture.fill(255);
      await studio.engine.answer('repaint', repainted(requestOf(studio), 5));
    }
    await settled();
    expect(jobOf(studio).phase).toBe('done');
    expect(studio.document.lattice.columns).toBe(192);
    expect(runCommand(studio, 'extend-right')).toBe(false);
    expect(runCommand(studio, 'paint')).toBe(false);
  });

  it('on and on ends when it is undone, and leaves what is opened meanwhile as it is', async () => {
    for (const leave of [undo, (studio: FakeStudio) => takeStarter(studio, STARTER)]) {
      const studio = await withPicture();
      studio.document.picture.fill(255);
      studio.pictures.remember();
      void paintPanorama(studio);
      await settled();
      studio.document.picture.fill(255);
      await studio.engine.answer('repaint', repainted(requestOf(studio), 5));
      expect(requestOf(studio).lattice.columns).toBe(24);
      await leave(studio);
      const { columns } = studio.document.lattice;
      expect(studio.store.getState()).toMatchObject({ coverage: 'whole', origin: { finished: true } });
      await settled();
      expect(studio.document.lattice.columns).toBe(columns);
      expect(studio.engine.calls.filter(({ call }) => call === 'repaint')).toHaveLength(2);
      expect(jobOf(studio).phase).toBe('idle');
    }
  });
});
