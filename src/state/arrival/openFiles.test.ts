import { describe, expect, it, vi } from 'vitest';
import { openDropped, openFiles } from './openFiles.ts';
import { fakeStudio } from '../testing/fakeStudio.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
const png = (name: string) => new File([PNG], name);
const TEXT = new File(['hello'], 'notes.txt');

function setUp() {
  const studio = fakeStudio();
  const opened = vi.spyOn(studio.opener, 'open').mockResolvedValue();
  const fetched = vi.spyOn(studio.opener, 'openAddress').mockResolvedValue();
  const queued = vi.spyOn(studio.queue, 'start').mockResolvedValue();
  return { studio, opened, fetched, queued };
}

const NOTHING = { files: [], inFolders: [], text: '', address: undefined };

describe('files that come together', () => {
  it('open but for those that cannot be, which are named', async () => {
    const { studio, opened, queued } = setUp();
    await openFiles(studio, [TEXT, png('a.png')]);
    expect(opened.mock.calls[0]![0].name).toBe('a.png');
    expect(studio.store.getState().notice).toMatchObject({
      problem: { code: 'unknown-file', file: 'notes.txt' },
    });
    await openFiles(studio, [png('a.png'), TEXT, png('b.png')]);
    const [files, bad] = queued.mock.calls[0]!;
    expect(files.map(({ name }) => name)).toEqual(['a.png', 'b.png']);
    expect(bad).toMatchObject([{ file: TEXT, problem: { code: 'unknown-file', file: 'notes.txt' } }]);
    // What was said of the files before is over.
    expect(studio.store.getState().notice).toBeUndefined();
  });

  it('open out of folders, where what is none of the page’s is passed over', async () => {
    const { studio, opened } = setUp();
    await openFiles(studio, [], [TEXT, png('a.png')]);
    expect(opened).toHaveBeenCalledOnce();
    expect(studio.store.getState().notice).toBeUndefined();
    await openFiles(studio, [], [TEXT]);
    expect(studio.store.getState().notice).toMatchObject({
      problem: { code: 'nothing-in-folder' },
    });
  });
});

describe('what is dropped or pasted', () => {
  it('is a link, which is asked about, in a text or as an address', async () => {
    const { studio, fetched } = setUp();
    const link = 'AQzzzzzzzzzzzzzzzz';
    for (const content of [
      { ...NOTHING, text: `See https://example.org/#p=${link}.` },
      { ...NOTHING, address: `https://example.org/#p=${link}` },
    ]) {
      studio.store.setState({ dialog: undefined, offered: undefined });
      // oxlint-disable-next-line no-await-in-loop -- one after the other.
      await openDropped(studio, content);
      expect(studio.store.getState()).toMatchObject({ dialog: 'link', offered: link });
    }
    expect(fetched).not.toHaveBeenCalled();
  });

  it('is the address of a picture, which is fetched; a text that says nothing opens nothing', async () => {
    const { studio, fetched, opened } = setUp();
    await openDropped(studio, { ...NOTHING, address: 'https://example.org/lake.png' });
    expect(fetched).toHaveBeenCalledWith('https://example.org/lake.png');
    await openDropped(studio, { ...NOTHING, text: 'hello' });
    expect(studio.store.getState()).toMatchObject({ dialog: undefined, notice: undefined });
    expect(opened).not.toHaveBeenCalled();
  });
});
