import { describe, expect, it } from 'vitest';
import { regionSize } from '../../core/region/region.ts';
import { runCommand } from '../commands.ts';
import { redo, undo } from '../work/documentActions.ts';
import { extendPicture, paintPanorama } from './extendActions.ts';
import { takeStarter } from '../work/startActions.ts';
import { settled, tokensEvent } from '../testing/fakeEngine.ts';
import { LATTICE, type FakeStudio } from '../testing/fakeStudio.ts';
import { all, jobOf, requestOf, STARTER, withPicture, repainted } from '../testing/paintedStudio.ts';

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
