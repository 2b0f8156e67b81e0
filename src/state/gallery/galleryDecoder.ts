import type { SharedPicture } from '../../core/shareLink/sharedPicture.ts';
import type { EngineClient } from '../../engine/engineClient.ts';
import type { TileEvent } from '../../protocol/paintEngine.ts';
import { isRunning } from '../painting/jobState.ts';
import type { Model } from '../painting/model.ts';
import type { PageStore } from '../pageState.ts';

/** Makes the pixels of pictures that are not the document's: one after the other, while nothing else is painted. */
export interface GalleryDecoder {
  /**
   * Decodes a picture, tile by tile.
   * @param place among the pictures: of those that wait, the first is next
   * @returns false where it was not done: the codebook is another one, or someone paints
   */
  decode(
    picture: SharedPicture,
    place: number,
    onTile: (tile: TileEvent) => void,
    signal: AbortSignal,
  ): Promise<boolean>;
}

export function createGalleryDecoder(engine: EngineClient, model: Model, store: PageStore): GalleryDecoder {
  /** Those that wait: place, and what begins them. */
  const waiting: { readonly place: number; readonly begin: () => void }[] = [];
  let busy = false;

  /** Waits for its turn. */
  function turn(place: number): Promise<void> {
    return new Promise((begin) => {
      waiting.push({ place, begin });
      // All that are seen at once have told it by then.
      queueMicrotask(next);
    });
  }

  function next(): void {
    if (busy || waiting.length === 0) return;
    busy = true;
    waiting.sort((a, b) => b.place - a.place);
    waiting.pop()!.begin();
  }

  async function decode(
    { lattice, tokens, codebook }: SharedPicture,
    onTile: (tile: TileEvent) => void,
    signal: AbortSignal,
  ): Promise<boolean> {
    signal.throwIfAborted();
    // The engine has one job, and a person's own comes first.
    if (isRunning(store.getState().job)) return false;
    const { manifest } = await model.inspect();
    if (manifest.codebook.id !== codebook) return false;
    await model.ensure('look', { signal, onEvent: () => undefined });
    await engine.call(
      'decode',
      { lattice, tokens: tokens.slice() },
      { signal, onEvent: (event) => event.type === 'tile' && onTile(event) },
    );
    return true;
  }

  return {
    async decode(picture, place, onTile, signal) {
      await turn(place);
      try {
        return await decode(picture, onTile, signal);
      } finally {
        busy = false;
        next();
      }
    },
  };
}
