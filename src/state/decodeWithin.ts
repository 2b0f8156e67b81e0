import { EMPTY_TOKEN } from '../core/lattice.ts';
import type { PaintDocument } from '../document/paintDocument.ts';
import type { EngineClient } from '../engine/engineClient.ts';
import type { EngineEvent } from '../protocol/paintEngine.ts';
import type { OwnJob } from './jobRunner.ts';
import type { JobState } from './jobState.ts';
import type { PageStore } from './pageState.ts';
import type { PictureKeeper } from './pictureKeeper.ts';

interface DecodeParts {
  readonly document: PaintDocument;
  readonly engine: EngineClient;
  readonly store: PageStore;
  readonly pictures: PictureKeeper;
}

/** Makes the pixels of the tokens that are there, as a part of a job whose model is ready. */
export async function decodeWithin(own: OwnJob, { document, engine, store, pictures }: DecodeParts): Promise<JobState> {
  const { lattice } = document;
  const tokens = document.tokens.slice();
  const onEvent = own.listen((event) => showTile({ document, store }, event));
  await engine.decode({ lattice, tokens }, { signal: own.signal, onEvent });
  if (own.current) pictures.end(!tokens.includes(EMPTY_TOKEN));
  return own.done();
}

/** Writes what a job decodes into a picture of which nothing may have been seen yet. */
export function showTile({ document, store }: Pick<DecodeParts, 'document' | 'store'>, event: EngineEvent): void {
  if (event.type !== 'tile') return;
  document.putTile(event.rect, event.pixels);
  if (store.getState().coverage === 'none') store.setState({ coverage: 'partial' });
}
