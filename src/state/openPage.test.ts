import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeShareLink } from '../core/shareLink/shareLink.ts';
import { IDLE_MILLISECONDS, startAutosave } from '../io/autosave.ts';
import { openWork, type OpenWork } from '../io/openWork.ts';
import type { SavedWork } from '../io/savedWork.ts';
import { openPage } from './openPage.ts';
import { DEFAULT_SETTINGS } from './pageState.ts';
import { HASH } from './testing/fakeEngine.ts';
import { CELLS, fakeStudio, LATTICE } from './testing/fakeStudio.ts';

vi.mock('../io/openWork.ts', () => ({ openWork: vi.fn() }));

const LINK = encodeShareLink({
  bundle: 'fake',
  codebook: HASH,
  lattice: LATTICE,
  subCells: new Uint8Array(CELLS * 16).fill(9),
  tokens: new Int16Array(CELLS).fill(-1),
  mood: 0,
  settings: DEFAULT_SETTINGS,
  title: '',
});

describe('a page that is opened with a link', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves the first change, even if it stays the only one, and nothing before it', async () => {
    const write = vi.fn(async (work: SavedWork) => void work);
    const opened: OpenWork = {
      work: undefined,
      autosave: (painted, page, onTrouble) => startAutosave({ painted, page, write, onTrouble }),
    };
    vi.mocked(openWork).mockImplementation(async () => {
      await new Promise((done) => setTimeout(done, 100));
      return opened;
    });
    const studio = fakeStudio();
    const forgetLink = vi.fn();
    void openPage(studio, { link: LINK, forgetLink });
    await vi.advanceTimersByTimeAsync(10 * IDLE_MILLISECONDS);
    expect(forgetLink).not.toHaveBeenCalled();
    expect(openWork).not.toHaveBeenCalled();
    studio.history.fill(3, 'fill');
    expect(forgetLink).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(2 * IDLE_MILLISECONDS);
    expect(write).toHaveBeenCalledOnce();
    expect(new Set(write.mock.lastCall![0].layout)).toEqual(new Set([3]));
  });
});
