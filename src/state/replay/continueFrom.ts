import { EMPTY_TOKEN } from '../../core/lattice.ts';
import { withoutCells } from '../../core/photo/ownPixels.ts';
import type { Replay } from '../../core/replay.ts';
import { takeToHistory } from '../pictureKeeper.ts';
import type { Studio } from '../studio.ts';

/** Paints on from a moment of the picture, with another seed: what was there stays, token for token. */
export async function continueFrom(studio: Studio, replay: Replay, step: number): Promise<void> {
  const { document, painter, pictures, store, randomSeed } = studio;
  const { origin } = store.getState();
  if (!origin) return;
  painter.interrupt();
  const keep = takeToHistory(studio, 'replay');
  const left = document.tokens.map((token, cell) => (replay.has(cell, step) ? token : EMPTY_TOKEN));
  const gone = [...left.keys()].filter((cell) => left[cell] === EMPTY_TOKEN);
  pictures.restore(left, document.own && withoutCells(document.own, gone));
  const settings = { ...origin.settings, seed: randomSeed() };
  pictures.placed({ ...origin, settings, finished: false });
  keep();
  store.setState(({ settings: now }) => ({ settings: { ...now, seed: settings.seed }, seedChosen: true }));
  await painter.goOn();
}
