import { describe, expect, it } from 'vitest';
import { ANY } from '../../core/classes.ts';
import { showBeginning } from './beginning.ts';
import { fakeStudio } from '../testing/fakeStudio.ts';

describe('how to begin', () => {
  it('is said until the first stroke', () => {
    const studio = fakeStudio();
    showBeginning(studio);
    expect(studio.store.getState().beginning).toBe('first');
    studio.document.layout.ids[0] = 3;
    studio.document.layoutChanged({ x: 0, y: 0, width: 1, height: 1 });
    expect(studio.store.getState().beginning).toBeUndefined();
  });

  it('is said until a picture is begun', async () => {
    const studio = fakeStudio();
    showBeginning(studio);
    await studio.startPainting();
    expect(studio.store.getState().beginning).toBeUndefined();
  });

  it('is said of an emptied layout, until something is painted on it', () => {
    const studio = fakeStudio();
    studio.document.layout.ids[0] = 3;
    studio.document.layoutChanged({ x: 0, y: 0, width: 1, height: 1 });
    expect(studio.store.getState().beginning).toBeUndefined();
    studio.history.fill(ANY, 'clear');
    expect(studio.store.getState().beginning).toBe('empty');
    studio.document.layout.ids[0] = 3;
    studio.document.layoutChanged({ x: 0, y: 0, width: 1, height: 1 });
    expect(studio.store.getState().beginning).toBeUndefined();
  });
});
