import { EMPTY_TOKEN } from '../../core/lattice.ts';
import { keptPicture, withoutCells } from '../../core/photo/ownPixels.ts';
import type { Replay } from '../../core/replay.ts';
import { takeToHistory } from '../picture/pictureKeeper.ts';
import { isGiven, mayKnowTokensOf } from '../picture/pictureOrigin.ts';
import type { PageState } from '../pageState.ts';
import type { Studio } from '../studio.ts';

/** Whether the bundle can paint on in the picture that is there. */
export function canContinue({ origin, bundle }: Pick<PageState, 'origin' | 'bundle'>): boolean {
  return origin !== undefined && mayKnowTokensOf(bundle.manifest, origin);
}

/** Paints on from a moment of the picture, with another seed: what was there stays, token for token. */
export async function continueFrom(studio: Studio, replay: Replay, step: number): Promise<void> {
  const { document, painter, pictures, repainter, store, randomSeed } = studio;
  const { origin, bundle } = store.getState();
  if (!origin || !canContinue(store.getState())) return;
  const { lattice } = document;
  const given = isGiven(origin, lattice, bundle.manifest);
  painter.interrupt();
  const keep = takeToHistory(studio, 'replay');
  const kept = Uint8Array.from(document.tokens.keys(), (cell) => (replay.has(cell, step) ? 1 : 0));
  const left = document.tokens.map((token, cell) => (kept[cell] === 1 ? token : EMPTY_TOKEN));
  const gone = [...kept.keys()].filter((cell) => kept[cell] === 0);
  // A part that is sampled with the rest known does not make the pixels of all the rest again.
  const picture = keptPicture({ kept, pixels: document.picture }, lattice);
  pictures.restore(left, document.own && withoutCells(document.own, gone));
  document.putPicture(picture);
  const settings = { ...origin.settings, seed: randomSeed() };
  pictures.placed({ ...origin, settings, ...(given && { given }), finished: false });
  keep();
  store.setState(({ settings: now }) => ({ settings: { ...now, seed: settings.seed }, seedChosen: true }));
  await (given ? repainter.complete() : painter.goOn());
}
