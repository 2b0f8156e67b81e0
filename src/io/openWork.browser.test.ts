import { describe, expect, it } from 'vitest';
import { createPaintDocument } from '../document/createPaintDocument.ts';
import { holdDocument } from './documentClaim.ts';
import { openWork } from './openWork.ts';
import { createFakeSession } from './testing/fakeBrowser.ts';
import { createWorkStore } from './workStore.ts';

/** The browser's own database and locks; only the session storage is a fake, so that one page can be several tabs. */
const store = createWorkStore(`test-${Date.now()}`);

const failed = () => {
  throw new Error('The work could not be saved.');
};

describe('the work of a tab, in the browser’s own storage', () => {
  it('comes back pixel by pixel, and is no other tab’s', async () => {
    const session = createFakeSession();
    const first = await openWork({ store, session });
    expect(first.work).toBeUndefined();

    const painted = createPaintDocument({ rows: 8, columns: 12 });
    const autosave = first.autosave(painted, () => ({ mood: 4 }), failed);
    painted.layout.ids.fill(9, 100, 2000);
    painted.layoutChanged({ x: 0, y: 0, width: 192, height: 16 });
    painted.putTokens(Uint16Array.of(5), Int16Array.of(77));
    painted.putTile({ x: 16, y: 16, width: 1, height: 1 }, Uint8ClampedArray.of(1, 2, 3, 255));
    await autosave.flush();

    const saved = await store.read(session.getItem('plein-air-document') ?? '');
    expect(saved?.layout).toEqual(painted.layout.ids);
    expect(saved?.tokens).toEqual(painted.tokens);
    expect(saved?.picture).toEqual(painted.picture);
    expect(saved?.page).toEqual({ mood: 4 });

    // The first tab lives on and holds its lock: a new tab finds nothing, a copied one has a document of its own.
    expect((await openWork({ store, session: createFakeSession() })).work).toBeUndefined();
    const copied = createFakeSession(session.values);
    expect((await openWork({ store, session: copied })).work?.layout).toEqual(painted.layout.ids);
    expect(copied.getItem('plein-air-document')).not.toBe(session.getItem('plein-air-document'));
    autosave.stop();
  });

  it('reads nothing that is not whole', async () => {
    const broken = { version: 1, lattice: { rows: 8, columns: 8 }, layout: new Uint8Array(3) };
    await store.write('broken', broken as never);
    expect(await store.read('broken')).toBeUndefined();
    expect(await store.list()).toContain('broken');
    await store.remove('broken');
    expect(await store.list()).not.toContain('broken');
  });

  it('has one holder at a time', async () => {
    const release = await holdDocument(navigator.locks, 'one');
    expect(await holdDocument(navigator.locks, 'one')).toBeUndefined();
    expect(await holdDocument(navigator.locks, 'one', 50)).toBeUndefined();
    const next = holdDocument(navigator.locks, 'one', 5000);
    release?.();
    expect(await next).toBeTypeOf('function');
  });
});
