import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { sourceFiles } from '../../../tests/imports.ts';
import { encodeProject } from '../../../workers/files/projectZip.ts';
import { undo } from './documentActions.ts';
import { openFiles } from '../arrival/openFiles.ts';
import { beginWithLayout } from './startActions.ts';
import { settled } from '../testing/fakeEngine.ts';
import { fakeStudio, LATTICE, type FakeStudio } from '../testing/fakeStudio.ts';
import { createPageStore } from '../pageState.ts';
import { replaceWork } from './replaceWork.ts';

const lake = { lattice: LATTICE, layout: new Uint8Array(128 * 128).fill(9), label: 'starter' };
const classOf = ({ document }: FakeStudio) => document.layout.ids[0];

/** A project whose layout is sand all over. */
async function projectFile(): Promise<File> {
  const bytes = encodeProject({
    lattice: LATTICE,
    layout: { width: 128, height: 128, ids: new Uint8Array(128 * 128).fill(10) },
    tokens: new Int16Array(64).fill(-1),
    picture: undefined,
    page: {},
  });
  return new File([bytes], 'dunes.pleinair');
}

describe('what replaces the work', () => {
  it('waits for the page to open, whose own opening would put last time’s work over it', async () => {
    const studio = fakeStudio({ store: createPageStore(LATTICE) });
    const opening = openFiles(studio, [await projectFile()]);
    await new Promise((done) => setTimeout(done, 50));
    expect(classOf(studio)).not.toBe(10);
    beginWithLayout(studio);
    await opening;
    expect(classOf(studio)).toBe(10);
    undo(studio);
    expect(classOf(studio)).not.toBe(10);
  });

  it('is taken back by undo', async () => {
    const studio = fakeStudio();
    studio.history.fill(3, 'fill');
    expect(await replaceWork(studio, lake)).toBe(true);
    expect(classOf(studio)).toBe(9);
    undo(studio);
    expect(classOf(studio)).toBe(3);
  });

  it('asks first where the work could not be stored, and takes a closed dialog for a no', async () => {
    for (const answer of [true, false, 'closed'] as const) {
      const studio = fakeStudio();
      studio.history.fill(3, 'fill');
      studio.store.setState({ trouble: 'full' });
      const replaced = replaceWork(studio, lake);
      await settled();
      expect(studio.store.getState().dialog).toBe('unsaved');
      expect(classOf(studio)).toBe(3);
      if (answer === 'closed') studio.store.setState({ dialog: undefined });
      else studio.unsaved.answer(answer);
      expect(await replaced).toBe(answer === true);
      expect(classOf(studio)).toBe(answer === true ? 9 : 3);
      expect(studio.store.getState().dialog).toBeUndefined();
    }
  });

  it('goes through one place', () => {
    const files = sourceFiles('src').filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith('src/document/'));
    const replacing = files.filter((file) => /history\.replace\((?!State)/.test(readFileSync(file, 'utf8')));
    expect(replacing).toEqual(['src/state/work/replaceWork.ts']);
  });
});
