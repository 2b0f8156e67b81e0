import { createStore, set } from 'idb-keyval';
import { describe, expect, it } from 'vitest';
import { createPaintDocument } from '../document/createPaintDocument.ts';
import { holdDocument, holdWhenLeft } from './documentClaim.ts';
import { createTabs } from './tabs.ts';
import { openWork } from './openWork.ts';
import { workOf } from './savedWork.ts';
import { createFakeSession } from './testing/fakeBrowser.ts';
import { createWorkStore } from './workStore.ts';

/** The browser's own database and locks; only the session storage is a fake, so that one page can be several tabs. */
const store = createWorkStore(`test-${Date.now()}`);

/** That all is well is said, too. */
const failed = (trouble: unknown) => {
  if (trouble !== undefined) throw new Error('The work could not be saved.');
};

describe('the work of a tab, in the browser’s own storage', () => {
  it('comes back pixel by pixel, and is no other tab’s', async () => {
    const session = createFakeSession();
    const first = await openWork({ store, session });
    expect(first.found).toEqual({ kind: 'missing' });

    const painted = createPaintDocument({ rows: 8, columns: 12 });
    const thumbnail = { width: 1, height: 1, pixels: Uint8ClampedArray.of(1, 2, 3, 255) };
    const info = { title: 'Lake', from: 'own', lattice: { rows: 8, columns: 12 }, bytes: 1, thumbnail } as const;
    const capture = () => ({ work: workOf(painted, { mood: 4 }), info });
    const autosave = first.keep(painted, { capture, onTrouble: failed });
    painted.layout.ids.fill(9, 100, 2000);
    painted.layoutChanged({ x: 0, y: 0, width: 192, height: 16 });
    painted.putTokens(Uint16Array.of(5), Int16Array.of(77));
    painted.putTile({ x: 16, y: 16, width: 1, height: 1 }, Uint8ClampedArray.of(1, 2, 3, 255));
    await autosave.flush();

    const found = await store.read(autosave.id);
    expect(found).toMatchObject({ kind: 'work', info });
    const saved = found.kind === 'work' ? found.work : undefined;
    expect((await store.list())[0]).toMatchObject({ id: session.getItem('plein-air-document'), info });
    expect(saved?.layout).toEqual(painted.layout.ids);
    expect(saved?.tokens).toEqual(painted.tokens);
    expect(saved?.picture).toEqual(painted.picture);
    expect(saved?.page).toEqual({ mood: 4 });

    // The first tab lives on and holds its lock: a new tab finds nothing, a copied one has a document of its own.
    expect((await openWork({ store, session: createFakeSession() })).found.kind).toBe('missing');
    const copied = createFakeSession(session.values);
    expect((await openWork({ store, session: copied })).found).toMatchObject({ work: { layout: painted.layout.ids } });
    expect(copied.getItem('plein-air-document')).not.toBe(session.getItem('plein-air-document'));
    autosave.stop();
  });

  it('that is not whole is unreadable, and still all there', async () => {
    const broken = { version: 1, lattice: { rows: 8, columns: 8 }, layout: new Uint8Array(3) };
    await store.write('broken', { work: broken, info: undefined } as never);
    expect(await store.read('broken')).toEqual({ kind: 'unreadable' });
    expect((await store.readRaw('broken')).work).toEqual(broken);
    expect(await store.read('nowhere')).toEqual({ kind: 'missing' });
    expect((await store.list()).map(({ id }) => id)).toContain('broken');
    await store.remove('broken');
    expect((await store.list()).map(({ id }) => id)).not.toContain('broken');
  });

  it('as pages wrote it before there was a list of pictures opens, and is listed', async () => {
    const name = `before-${Date.now()}`;
    const database = createStore(name, 'works');
    const painted = createPaintDocument({ rows: 8, columns: 12 });
    painted.layout.ids.fill(9);
    const page = { tool: 'fill', mood: 3 };
    const { lattice, layout, tokens, picture } = painted;
    // Word for word what version 1 wrote.
    await set('work:lake', { version: 1, lattice, layout: layout.ids, tokens, picture, page }, database);
    await set('time:lake', 1_700_000_000_000, database);
    const old = createWorkStore(name);
    expect(await old.list()).toEqual([{ id: 'lake', time: 1_700_000_000_000, info: undefined }]);
    const { found } = await openWork({ store: old, session: createFakeSession() });
    expect(found).toMatchObject({ kind: 'work', work: { layout: layout.ids, page } });
  });

  it('is written again where somebody deletes the database, who does not have to wait', async () => {
    const name = `deleted-${Date.now()}`;
    const own = createWorkStore(name);
    const painted = createPaintDocument({ rows: 8, columns: 8 });
    const thumbnail = { width: 1, height: 1, pixels: Uint8ClampedArray.of(1, 2, 3, 255) };
    const info = { title: '', from: 'own', lattice: painted.lattice, bytes: 1, thumbnail } as const;
    const capture = () => ({ work: workOf(painted, {}), info });
    const session = (await openWork({ store: own, session: createFakeSession() })).keep(painted, {
      capture,
      onTrouble: failed,
    });
    painted.layoutChanged({ x: 0, y: 0, width: 8, height: 8 });
    await session.flush();
    const deleted = new Promise<string>((resolve) => {
      const request = indexedDB.deleteDatabase(name);
      for (const type of ['success', 'blocked', 'error']) request.addEventListener(type, () => resolve(type));
    });
    expect(await deleted).toBe('success');
    await session.flush();
    expect((await own.read(session.id)).kind).toBe('work');
    session.stop();
  });

  it('waits for a page that is going, and not for a tab that lives', async () => {
    const [one, other] = [createTabs('test'), createTabs('test')];
    const release = await holdDocument(navigator.locks, 'two');
    const stop = other.answer(() => 'two');
    const start = performance.now();
    expect(await holdWhenLeft(navigator.locks, one, 'two')).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(3000);
    stop();
    setTimeout(() => release?.(), 1000);
    expect(await holdWhenLeft(navigator.locks, one, 'two')).toBeTypeOf('function');
  });

  it('has one holder at a time', async () => {
    const release = await holdDocument(navigator.locks, 'one');
    expect(await holdDocument(navigator.locks, 'one')).toBeUndefined();
    expect(await holdDocument(navigator.locks, 'one', AbortSignal.timeout(50))).toBeUndefined();
    const next = holdDocument(navigator.locks, 'one', AbortSignal.timeout(5000));
    release?.();
    expect(await next).toBeTypeOf('function');
  });
});
