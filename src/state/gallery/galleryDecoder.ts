import type { SharedPicture } from '../../core/shareLink/sharedPicture.ts';
import type { EngineClient } from '../../engine/engineClient.ts';
import type { TileEvent } from '../../protocol/paintEngine.ts';
import { isRunning } from '../jobState.ts';
import type { Model } from '../model.ts';
import type { PageStore } from '../pageState.ts';

/** Makes the pixels of pictures that are not the document's: one after the other, while nothing else is painted. */
export interface GalleryDecoder {
  /**
   * Decodes a picture, tile by tile.
   * @returns false where it was not done: the codebook is another one, or someone paints
   */
  decode(picture: SharedPicture, onTile: (tile: TileEvent) => void, signal: AbortSignal): Promise<boolean>;
}

export function createGalleryDecoder(engine: EngineClient, model: Model, store: PageStore): GalleryDecoder {
  let last: Promise<unknown> = Promise.resolve();

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
    await model.ensure('look', signal, () => undefined);
    await engine.decode(
      { lattice, tokens: tokens.slice() },
      { signal, onEvent: (event) => event.type === 'tile' && onTile(event) },
    );
    return true;
  }

  return {
    decode(picture, onTile, signal) {
      const next = last.then(
        () => decode(picture, onTile, signal),
        () => decode(picture, onTile, signal),
      );
      last = next;
      return next;
    },
  };
}
