import { describe, expect, it } from 'vitest';
import { createPaintDocument } from '../document/createPaintDocument.ts';
import { openWork } from './openWork.ts';
import { workOf } from './savedWork.ts';
import { createFakeLocks, createFakeSession, createFakeStore, createFakeTabs } from './testing/fakeBrowser.ts';

const LATTICE = { rows: 8, columns: 8 };
const THUMBNAIL = { width: 1, height: 1, pixels: Uint8ClampedArray.of(1, 2, 3, 255) };

/** A browser in which tabs can be opened, painted in, loaded again, copied and closed. */
function createBrowser({ withLocks = true, store = createFakeStore() } = {}) {
  const locks = createFakeLocks();
  const tabs = createFakeTabs();
  let ids = 0;
  async function open(tab = createFakeSession()) {
    const tabLocks = locks.tab();
    const newId = () => `document-${++ids}`;
    const opened = await openWork({
      store,
      tabs,
      session: tab,
      newId,
      locks: withLocks ? tabLocks : undefined,
      patience: 50,
    });
    const { found } = opened;
    const painted = createPaintDocument(LATTICE);
    let page = '';
    let from: 'own' | 'link' = 'own';
    const troubles: unknown[] = [];
    const session = opened.keep(painted, {
      capture: () => ({
        work: workOf(painted, page),
        info: { title: page, from, lattice: LATTICE, bytes: 1, thumbnail: THUMBNAIL },
      }),
      onTrouble: (trouble) => troubles.push(trouble),
      whenHidden: () => () => {},
    });
    return {
      session,
      opened,
      troubles,
      get id() {
        return session.id;
      },
      remembered: () => tab.getItem('plein-air-document'),
      found: found.kind === 'work' ? found.work.page : undefined,
      async paint(what: string, whose: 'own' | 'link' = 'own') {
        page = what;
        from = whose;
        painted.layoutChanged({ x: 0, y: 0, width: 8, height: 8 });
        await session.flush();
      },
      /** As a starter is put in place: no hand has touched it. */
      async place(what: string) {
        session.beside();
        page = what;
        painted.reset({ lattice: LATTICE });
        await session.flush();
      },
      close() {
        session.stop();
        tabLocks.close();
      },
      reload() {
        this.close();
        return open(tab);
      },
      copy: () => open(createFakeSession(tab.values)),
    };
  }
  const pageOf = (id: string) => (store.works.get(id)?.work as { page: unknown } | undefined)?.page;
  const pages = () => [...store.works.keys()].map(pageOf);
  return { open, store, pageOf, pages };
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
    const { open, pageOf } = createBrowser();
    const first = await open();
    await first.paint('lake');
    const second = await open();
    expect([second.id === first.id, second.found]).toEqual([false, undefined]);
    await second.paint('forest');
    expect(pageOf(first.id)).toBe('lake');
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
    const { open, pageOf } = createBrowser();
    const tab = await open();
    await tab.paint('lake');
    const copy = await tab.copy();
    expect([copy.id === tab.id, copy.found]).toEqual([false, 'lake']);
    await copy.paint('lake with a boat');
    expect(pageOf(tab.id)).toBe('lake');
  });

  it('comes back to a page that is slow to go', async () => {
    const { open } = createBrowser();
    const tab = await open();
    await tab.paint('lake');
    // It does not answer any more, and holds its lock for as long as the system takes to end it.
    tab.session.stop();
    const again = tab.copy();
    setTimeout(() => tab.close(), 1500);
    expect((await again).id).toBe(tab.id);
  });

  it('is what was noted when its page was left, also where that page is slow to go', async () => {
    const { open, store } = createBrowser();
    const tab = await open();
    await tab.paint('lake');
    const later = createPaintDocument(LATTICE);
    later.layout.ids.fill(3);
    const info = { title: 'sea', from: 'own', created: 1, lattice: LATTICE, bytes: 1, thumbnail: THUMBNAIL } as const;
    store.note(tab.id, { work: workOf(later, 'sea'), info });
    tab.session.stop();
    const again = tab.copy();
    // Longer than the storage is waited for.
    setTimeout(() => tab.close(), 300);
    const { id, found, opened } = await again;
    expect([id, found, opened.late]).toEqual([tab.id, 'sea', undefined]);
    expect([store.noted(), (await store.list())[0]?.info?.title]).toEqual([[], 'sea']);
  });

  it('that another tab has open stays as it is there, whatever is noted of it', async () => {
    const { open, store } = createBrowser();
    const tab = await open();
    await tab.paint('lake');
    const info = { title: 'sea', from: 'own', created: 1, lattice: LATTICE, bytes: 1, thumbnail: THUMBNAIL } as const;
    store.note(tab.id, { work: workOf(createPaintDocument(LATTICE), 'sea'), info });
    const other = await open();
    expect([other.found, store.noted()]).toEqual([undefined, [tab.id]]);
    await tab.paint('lake with a boat');
    expect(store.noted()).toEqual([]);
  });

  it('is kept, however many documents there are', async () => {
    const { open, pages } = createBrowser();
    const tabs = [];
    for (let n = 0; n < 30; n++) {
      const tab = await open();
      await tab.paint(`${n}`);
      tabs.push(tab);
    }
    for (const tab of tabs) tab.close();
    await open();
    expect(pages()).toEqual(Array.from({ length: 30 }, (_, n) => `${n}`));
  });

  it('is the person’s own in a new tab, even where a picture from a link is newer', async () => {
    const { open } = createBrowser();
    const mine = await open();
    await mine.paint('mine');
    const link = await open();
    await link.paint('from a link', 'link');
    mine.close();
    // The tab that had the link has it again.
    const again = await link.reload();
    expect(again.found).toBe('from a link');
    again.close();
    expect((await open()).found).toBe('mine');
  });

  it('stays as it is when something else is put in its place, which is another document from then on', async () => {
    const { open, pages } = createBrowser();
    const tab = await open();
    await tab.paint('lake');
    await tab.place('starter');
    expect(pages()).toEqual(['lake', 'starter']);
    // A starter that nobody has touched makes room for the next one.
    await tab.place('another starter');
    expect(pages()).toEqual(['lake', 'another starter']);
    await tab.paint('another starter, with a boat');
    await tab.place('a third');
    expect(pages()).toEqual(['lake', 'another starter, with a boat', 'a third']);
    expect((await tab.reload()).found).toBe('a third');
  });

  it('that was painted a moment ago is saved before another one takes its place', async () => {
    const { open, pages } = createBrowser();
    const tab = await open();
    await tab.paint('lake');
    void tab.paint('lake at night');
    await tab.place('starter');
    expect(pages()).toEqual(['lake at night', 'starter']);
  });

  it('can be gone over to, unless another tab has it', async () => {
    const { open, store } = createBrowser();
    const [lake, forest] = [await open(), await open()];
    await lake.paint('lake');
    await forest.paint('forest');
    const forestId = forest.id;
    expect(await lake.session.switchTo(forestId)).toEqual({ kind: 'held' });
    forest.close();
    expect(await lake.session.switchTo(forestId)).toMatchObject({ kind: 'work', info: { title: 'forest' } });
    expect(lake.remembered()).toBe(forestId);
    expect(await lake.session.switchTo('nowhere')).toEqual({ kind: 'missing' });
    expect(lake.id).toBe(forestId);
    expect(store.works.size).toBe(2);
  });

  it('that cannot be read is never written over, and the page goes on beside it', async () => {
    for (const broken of ['text', { version: 99 }, undefined]) {
      const { open, store, pageOf } = createBrowser();
      const tab = await open();
      await tab.paint('lake');
      const { id } = tab;
      store.works.set(id, { ...store.works.get(id)!, work: broken });
      const again = await tab.reload();
      expect(again.opened.found.kind).toBe('unreadable');
      await again.paint('forest');
      expect(again.id).not.toBe(id);
      expect(store.works.get(id)?.work).toEqual(broken);
      expect(pageOf(again.id)).toBe('forest');
    }
  });

  it('is waited for no longer than a moment, and kept when the storage answers late', async () => {
    const { open, store, pageOf } = createBrowser();
    const tab = await open();
    await tab.paint('lake');
    let answer = () => {};
    const entries = await store.list();
    store.list = () => new Promise((resolve) => (answer = () => resolve(entries)));
    const late = await tab.reload();
    expect(late.opened.found.kind).toBe('missing');
    answer();
    expect(await late.opened.late).toBe(tab.id);
    await late.paint('forest');
    expect([pageOf(tab.id), pageOf(late.id)]).toEqual(['lake', 'forest']);
    expect(late.id).not.toBe(tab.id);
  });

  it('is copied, never written, where a browser has no locks', async () => {
    const { open, store } = createBrowser({ withLocks: false });
    const tab = await open();
    await tab.paint('lake');
    const other = await open();
    expect([other.id === tab.id, other.found]).toEqual([false, 'lake']);
    expect((await tab.reload()).id).toBe(tab.id);
    expect(store.works.size).toBe(1);
  });

  it('begins empty where a browser forbids its storage', async () => {
    const failing = () => Promise.reject(new Error('forbidden'));
    const store = { ...createFakeStore(), list: failing, read: failing, write: failing };
    const session = {
      getItem(): string {
        throw new Error('forbidden');
      },
      setItem() {
        throw new Error('forbidden');
      },
    };
    const { found } = await openWork({ store, session, locks: createFakeLocks().tab() });
    expect(found).toEqual({ kind: 'missing' });
  });
});
