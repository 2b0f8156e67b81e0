import { EMPTY_TOKEN } from '../../core/lattice.ts';
import { lacksPixels } from '../../core/lacksPixels.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';
import type { EngineClient } from '../../engine/engineClient.ts';
import type { EngineEvent } from '../../protocol/paintEngine.ts';
import type { OwnJob } from './jobRunner.ts';
import { stoppedJob, type JobState } from './jobState.ts';
import type { PageStore } from '../pageState.ts';
import type { PictureKeeper } from '../picture/pictureKeeper.ts';

interface DecodeParts {
  readonly document: PaintDocument;
  readonly engine: EngineClient;
  readonly store: PageStore;
  readonly pictures: PictureKeeper;
}

/** Makes the pixels of the tokens that are there, as a part of a job whose model is ready. */
export async function decodeWithin(own: OwnJob, parts: DecodeParts): Promise<JobState> {
  const { document, engine, pictures, store } = parts;
  const { lattice } = document;
  const tokens = document.tokens.slice();
  own.keep = () => leaveUndecoded(parts);
  await engine.call(
    'decode',
    { lattice, tokens },
    own.options((event) => showTile(parts, event)),
  );
  if (!own.current) return { phase: 'idle' };
  own.keep = () => undefined;
  const isWhole = !tokens.includes(EMPTY_TOKEN);
  pictures.end(isWhole, store.getState().bundle.manifest?.decoder.id);
  return isWhole ? own.done() : stoppedJob(document);
}

/** A picture whose decoding ended before its time is none that is finished: it can go on. */
export function leaveUndecoded({ document, store, pictures }: Omit<DecodeParts, 'engine'>): void {
  pictures.end(store.getState().origin?.finished === true && !lacksPixels(document));
}

/** Writes what a job decodes into a picture of which nothing may have been seen yet. */
export function showTile({ document, store }: Pick<DecodeParts, 'document' | 'store'>, event: EngineEvent): void {
  if (event.type !== 'tile') return;
  document.putTile(event.rect, event.pixels);
  if (store.getState().coverage === 'none') store.setState({ coverage: 'partial' });
}
