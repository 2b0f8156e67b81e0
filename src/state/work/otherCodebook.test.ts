import { expect, it, vi } from 'vitest';
import { openWork } from '../../io/openWork.ts';
import { openedWith } from '../../io/testing/fakeBrowser.ts';
import type { RepaintRequest } from '../../protocol/paintEngine.ts';
import { runCommand } from '../commands.ts';
import { undo } from './documentActions.ts';
import { canExtend } from '../painting/extendActions.ts';
import { openPage } from './openPage.ts';
import { savedState } from '../persistence.ts';
import { useBundle } from '../painting/bundleActions.ts';
import { beginWithShared, showShared } from '../share/shareActions.ts';
import { INFO, resultOf, settled } from '../testing/fakeEngine.ts';
import { CELLS, fakeStudio, LATTICE, type FakeStudio } from '../testing/fakeStudio.ts';

vi.mock(import('../../io/openWork.ts'), () => ({ openWork: vi.fn<typeof openWork>() }));

const all = (token: number) => new Int16Array(CELLS).fill(token);
const whole = new Uint8Array(CELLS).fill(1);
const SAME = INFO.manifest.codebook.id;
const OTHER = 'b'.repeat(64);

/** A picture that was painted and is seen whole; then the person opens a bundle with the same codebook, or another. */
async function withOtherBundle(codebook: string): Promise<FakeStudio> {
  const studio = fakeStudio();
  await studio.startPainting();
  const rect = { x: 0, y: 0, width: 128, height: 128 };
  const pixels = new Uint8ClampedArray(4 * 128 * 128).fill(255);
  studio.engine.latest('paint').onEvent({ type: 'tile', jobId: 1, rect, pixels, final: true, candidate: 0 });
  await studio.engine.answer('paint', resultOf(all(7), true));
  await openBundle(studio, codebook);
  return studio;
}

async function openBundle(studio: FakeStudio, codebook: string): Promise<void> {
  void useBundle(studio, { kind: 'url', url: 'other/manifest.json' });
  await studio.engine.answer('inspect', infoOf(codebook));
}

function infoOf(codebook: string, missing = 0) {
  const manifest = { ...INFO.manifest, codebook: { ...INFO.manifest.codebook, id: codebook } };
  return { manifest, download: { total: 100, missing } };
}

it.each([OTHER, SAME])(
  'tokens of another codebook are not decoded when undo brings them back: %s',
  async (codebook) => {
    const studio = fakeStudio();
    const { settings } = studio.store.getState();
    const shared = {
      lattice: LATTICE,
      tokens: all(3),
      subCells: new Uint8Array(16 * CELLS).fill(1),
      mood: 0,
      zoom: 0,
      settings,
    };
    beginWithShared(studio, { ...shared, bundle: 'theirs', codebook, title: '' });
    void showShared(studio);
    await studio.engine.answer('inspect', INFO);
    await studio.startPainting();
    await studio.engine.answer('paint', resultOf(all(7), true));
    const { length } = studio.engine.calls;
    undo(studio);
    await settled();
    expect(studio.document.tokens).toEqual(all(3));
    expect(studio.engine.names.slice(length)).toEqual(codebook === OTHER ? [] : ['decode']);
  },
);

it.each([OTHER, SAME])(
  'tokens of another codebook that were kept without their pixels are not decoded when the page opens: %s',
  async (codebook) => {
    const { document, store } = await withOtherBundle(OTHER);
    const { lattice, layout, tokens, picture } = document;
    const ids = layout.ids as Uint8Array<ArrayBuffer>;
    const page = JSON.parse(JSON.stringify(savedState(store.getState()))) as unknown;
    const work = { version: 1, lattice, layout: ids, tokens, picture: picture.slice().fill(0), page } as const;
    vi.mocked(openWork).mockResolvedValue(openedWith({ kind: 'work', work, info: undefined, history: undefined }));
    const next = fakeStudio();
    void openPage(next);
    await settled();
    await next.engine.answer('inspect', infoOf(codebook));
    expect(next.document.tokens).toEqual(all(7));
    expect(next.engine.names).toEqual(codebook === OTHER ? ['inspect'] : ['inspect', 'load']);
  },
);

it('nothing is sampled around tokens of another codebook: no extension, no candidates but of the whole', async () => {
  const same = await withOtherBundle(SAME);
  expect(canExtend(same.store.getState(), 'left')).toBe(true);
  const studio = await withOtherBundle(OTHER);
  expect(canExtend(studio.store.getState(), 'left')).toBe(false);
  expect(runCommand(studio, 'panorama')).toBe(false);
  const { length } = studio.engine.calls;
  await studio.candidates.sample(whole.slice().fill(0, 0, 5), 2);
  expect(studio.engine.calls).toHaveLength(length);
  studio.region.setRect({ x: 0, y: 0, width: 2, height: 2 });
  for (const id of ['mark', 'again', 'candidates', 'measure'] as const) expect(runCommand(studio, id)).toBe(false);
  void studio.candidates.sample(whole, 2);
  await settled();
  await studio.engine.answer('load');
  expect((studio.engine.latest('repaint').request as RepaintRequest).region).toEqual(whole);
});

it.each([OTHER, SAME])(
  'candidates go when a bundle of another codebook is opened, and stay under the same one: %s',
  async (codebook) => {
    const studio = fakeStudio();
    void studio.candidates.sample(whole, 1);
    await settled();
    await studio.engine.answer('inspect', INFO);
    await studio.engine.answer('load');
    const candidates = [{ seed: 1, tokens: all(7), score: 0 }];
    const { timing } = resultOf(all(7), true);
    await studio.engine.answer('repaint', { candidates, finished: true, timing });
    await openBundle(studio, codebook);
    expect(studio.store.getState().tray === undefined).toBe(codebook === OTHER);
  },
);

it('what has changed is offered to be repainted while the bundle knows the rest, and not under another codebook', async () => {
  const studio = await withOtherBundle(SAME);
  studio.history.fill(9, 'fill');
  expect(studio.store.getState().changed).toBe(CELLS);
  await openBundle(studio, OTHER);
  expect(studio.store.getState().changed).toBe(0);
  expect(runCommand(studio, 'repaint')).toBe(false);
  await openBundle(studio, SAME);
  expect(runCommand(studio, 'repaint')).toBe(true);
});
