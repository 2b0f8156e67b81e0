import { describe, expect, it } from 'vitest';
import { createPaintDocument } from '../document/createPaintDocument.ts';
import { openWork } from './openWork.ts';
import { workOf } from './savedWork.ts';
import { createFakeLocks, createFakeSession, createFakeStore } from './testing/fakeBrowser.ts';

/** A browser in which tabs can be opened, painted in, loaded again, copied and closed. */
function createBrowser(withLocks = true) {
  const store = createFakeStore();
  const locks = createFakeLocks();
  let ids = 0;
  async function open(session = createFakeSession()) {
    const tabLocks = locks.tab();
    const newId = () => `document-${++ids}`;
    const { work } = await openWork({ store, session, newId, locks: withLocks ? tabLocks : undefined });
    const id = session.getItem('plein-air-document') ?? '';
    return {
      id,
      found: work?.page,
      paint: (page: string) => store.write(id, workOf(createPaintDocument({ rows: 8, columns: 8 }), page)),
      close: () => tabLocks.close(),
      reload() {
        tabLocks.close();
        return open(session);
      },
      copy: () => open(createFakeSession(session.values)),
    };
  }
  return { open, store };
}

describe('the work of a tab', () => {
  it('comes back when the tab is loaded again', async () => {
    const { open } = createBrowser();
    const tab = await open();
    expect(tab.found).toBeUndefined();
    await tab.paint('lake');
    const again = await tab.reload();
    expect([again.id, again.found]).toEqual([tab.id, 'lake']);
  });

  it('is left alone by another tab', async () => {
    const { open, store } = createBrowser();
    const first = await open();
    await first.paint('lake');
    const second = await open();
    expect([second.id === first.id, second.found]).toEqual([false, undefined]);
    await second.paint('forest');
    expect(store.works.get(first.id)?.page).toBe('lake');
    expect((await first.reload()).found).toBe('lake');
  });

  it('is taken up by a new tab once its own is closed, the newest first', async () => {
    const { open } = createBrowser();
    const [lake, forest] = [await open(), await open()];
    await forest.paint('forest');
    await lake.paint('lake');
    lake.close();
    forest.close();
    expect((await open()).found).toBe('lake');
    expect((await open()).found).toBe('forest');
    expect((await open()).found).toBeUndefined();
  });

  it('is copied with a copied tab, which writes its own from then on', async () => {
    const { open, store } = createBrowser();
    const tab = await open();
    await tab.paint('lake');
    const copy = await tab.copy();
    expect([copy.id === tab.id, copy.found]).toEqual([false, 'lake']);
    await copy.paint('lake with a boat');
    expect(store.works.get(tab.id)?.page).toBe('lake');
  });

  it('comes back to a page that is slow to go', async () => {
    const { open } = createBrowser();
    const tab = await open();
    await tab.paint('lake');
    const again = tab.copy();
    setTimeout(() => tab.close(), 100);
    expect((await again).id).toBe(tab.id);
  });

  it('is kept for the last eight documents, and for every living tab', async () => {
    const { open, store } = createBrowser();
    const living = await open();
    await living.paint('the oldest, still open');
    const tabs = [];
    for (let n = 0; n < 12; n++) {
      const tab = await open();
      await tab.paint(`${n}`);
      tabs.push(tab);
    }
    for (const tab of tabs) tab.close();
    await open();
    const pages = [...store.works.values()].map(({ page }) => page);
    expect(pages).toEqual(['the oldest, still open', '4', '5', '6', '7', '8', '9', '10', '11']);
  });

  it('is copied, never written, where a browser has no locks', async () => {
    const { open, store } = createBrowser(false);
    const tab = await open();
    await tab.paint('lake');
    const other = await open();
    expect([other.id === tab.id, other.found]).toEqual([false, 'lake']);
    expect((await tab.reload()).id).toBe(tab.id);
    expect(store.works.size).toBe(1);
  });

  it('begins empty where a browser forbids its storage', async () => {
    const failing = () => Promise.reject(new Error('forbidden'));
    const store = { list: failing, read: failing, write: failing, remove: failing };
    const session = {
      getItem(): string {
        throw new Error('forbidden');
      },
      setItem() {
        throw new Error('forbidden');
      },
    };
    expect((await openWork({ store, session, locks: createFakeLocks().tab() })).work).toBeUndefined();
  });
});
