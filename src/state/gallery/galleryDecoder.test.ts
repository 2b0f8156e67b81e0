import { expect, it } from 'vitest';
import type { SharedPicture } from '../../core/shareLink/sharedPicture.ts';
import type { DecodeRequest } from '../../protocol/paintEngine.ts';
import { INFO, settled } from '../testing/fakeEngine.ts';
import { CELLS, fakeStudio, LATTICE } from '../testing/fakeStudio.ts';

/** A picture whose tokens are all its place. */
function pictureAt(place: number): SharedPicture {
  return {
    bundle: 'fake',
    codebook: INFO.manifest.codebook.id,
    lattice: LATTICE,
    subCells: new Uint8Array(16 * CELLS),
    tokens: new Int16Array(CELLS).fill(place),
    mood: 0,
    zoom: 0,
    settings: { temperature: 1, topK: 100, topP: 1, guidance: 1, seed: 1 },
    title: '',
  };
}

it('pictures that are seen at once are decoded in their order, one that is gone is left out, and later ones wait', async () => {
  const { gallery, engine, model } = fakeStudio();
  const inspected = model.inspect();
  await settled();
  await engine.answer('inspect', INFO);
  await inspected;
  const controllers = [0, 1, 2, 3].map(() => new AbortController());
  const decode = (place: number) =>
    gallery.decode(pictureAt(place), place, () => undefined, controllers[place]!.signal).catch(() => false);
  const placeNow = () => (engine.latest('decode').request as DecodeRequest).tokens[0];

  const decoded = [2, 0, 3].map(decode);
  await settled();
  await engine.answer('load');
  expect(placeNow()).toBe(0);
  // Seen later, and before the others.
  decoded.push(decode(1));
  controllers[2]!.abort();
  await engine.answer('decode');
  expect(placeNow()).toBe(1);
  await engine.answer('decode');
  expect(placeNow()).toBe(3);
  await engine.answer('decode');
  expect(await Promise.all(decoded)).toEqual([false, true, true, true]);
});
