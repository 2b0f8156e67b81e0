import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeShareLink } from '../../core/shareLink/shareLink.ts';
import { IDLE_MILLISECONDS } from '../../io/autosave.ts';
import { openWork } from '../../io/openWork.ts';
import { workOf } from '../../io/savedWork.ts';
import { createFakeStore, openedWith } from '../../io/testing/fakeBrowser.ts';
import { openPage } from './openPage.ts';
import { DEFAULT_SETTINGS } from '../pageState.ts';
import { savedState } from '../persistence.ts';
import { beginWithShared } from '../share/shareActions.ts';
import { HASH, INFO, settled } from '../testing/fakeEngine.ts';
import { CELLS, fakeStudio, LATTICE } from '../testing/fakeStudio.ts';

vi.mock('../../io/openWork.ts', () => ({ openWork: vi.fn() }));

const SHARED = {
  bundle: 'fake',
  codebook: HASH,
  lattice: LATTICE,
  subCells: new Uint8Array(CELLS * 16).fill(9),
  tokens: new Int16Array(CELLS).fill(-1),
  mood: 0,
  zoom: 0,
  settings: DEFAULT_SETTINGS,
  title: '',
};
const LINK = encodeShareLink(SHARED);

describe('a page that is opened with a link', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves the first change, even if it stays the only one, and nothing before it', async () => {
    const workStore = createFakeStore();
    const write = vi.spyOn(workStore, 'write');
    vi.mocked(openWork).mockImplementation(async () => {
      await new Promise((done) => setTimeout(done, 100));
      return openedWith({ kind: 'missing' }, workStore);
    });
    const studio = fakeStudio({ workStore });
    const forgetLink = vi.fn();
    void openPage(studio, { link: LINK, forgetLink });
    await vi.advanceTimersByTimeAsync(10 * IDLE_MILLISECONDS);
    expect(forgetLink).not.toHaveBeenCalled();
    expect(openWork).not.toHaveBeenCalled();
    studio.history.fill(3, 'fill');
    expect(forgetLink).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(2 * IDLE_MILLISECONDS);
    expect(write).toHaveBeenCalledOnce();
    expect(new Set(write.mock.lastCall![1].work.layout)).toEqual(new Set([3]));
    expect(write.mock.lastCall![1].info.from).toBe('link');
  });
});

it('the work of last time is decoded where pixels are missing, if that costs no download', async () => {
  for (const missing of [0, 100]) {
    const before = fakeStudio();
    beginWithShared(before, { ...SHARED, tokens: new Int16Array(CELLS).fill(7) });
    before.document.picture.fill(255, 4 * 128 * 16);
    const work = structuredClone(workOf(before.document, savedState(before.store.getState())));
    vi.mocked(openWork).mockResolvedValue(openedWith({ kind: 'work', work, info: undefined, history: undefined }));
    const studio = fakeStudio();
    void openPage(studio);
    await settled();
    await studio.engine.answer('inspect', { ...INFO, download: { total: 100, missing } });
    expect(studio.store.getState().coverage).toBe('partial');
    expect(studio.engine.names.at(-1)).toBe(missing === 0 ? 'load' : 'inspect');
  }
});
