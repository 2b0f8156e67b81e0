import type { RepaintRequest, RepaintResult } from '../../protocol/paintEngine.ts';
import type { Starter } from '../../io/starters.ts';
import { DEFAULT_SETTINGS } from '../pageState.ts';
import { HASH, resultOf } from './fakeEngine.ts';
import { CELLS, fakeStudio, LATTICE, type FakeStudio } from './fakeStudio.ts';

export const all = (token: number) => new Int16Array(CELLS).fill(token);
export const jobOf = ({ store }: FakeStudio) => store.getState().job;
export const requestOf = ({ engine }: FakeStudio) => engine.latest('repaint').request as RepaintRequest;

export const STARTER: Starter = {
  lattice: LATTICE,
  layout: new Uint8Array(128 * 128).fill(3),
  tokens: all(4),
  picture: new Uint8ClampedArray(4 * 128 * 128).fill(255),
  mood: 0,
  zoom: 0,
  settings: DEFAULT_SETTINGS,
  bundle: 'fake',
  codebook: HASH,
};

/** A studio whose picture has been painted, of one code. */
export async function withPicture(): Promise<FakeStudio> {
  const studio = fakeStudio();
  await studio.startPainting();
  await studio.engine.answer('paint', resultOf(all(7), true));
  return studio;
}

/** Paints one cell of the layout, as a stroke. */
export function stroke({ document, history }: FakeStudio, cell: number, id = 9): void {
  const x = (cell % LATTICE.columns) * 16;
  const y = Math.floor(cell / LATTICE.columns) * 16;
  const gesture = history.begin();
  gesture.touch({ x, y, width: 16, height: 16 });
  for (let row = y; row < y + 16; row++) document.layout.ids.fill(id, row * 128 + x, row * 128 + x + 16);
  gesture.commit('stroke');
  document.layoutChanged({ x, y, width: 16, height: 16 });
}

/** What a repaint answers whose region all gets one code. */
export function repainted({ region, tokens }: RepaintRequest, token: number): RepaintResult {
  const next = tokens.map((old, cell) => (region[cell] === 1 ? token : old));
  const timing = { sampling: 1, decoding: 1, total: 2, firstTile: 1 };
  return { candidates: [{ seed: 1, tokens: next, score: 0 }], finished: true, timing };
}
