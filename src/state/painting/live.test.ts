import { describe, expect, it } from 'vitest';
import { regionSize } from '../../core/region/region.ts';
import type { BackendChoice } from '../../protocol/paintEngine.ts';
import { redo, undo } from '../work/documentActions.ts';
import { repaintWhenStrokesEnd } from './live.ts';
import { resultOf, settled } from '../testing/fakeEngine.ts';
import { all, requestOf, withPicture, stroke, repainted } from '../testing/paintedStudio.ts';

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
