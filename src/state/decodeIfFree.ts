import { lacksPixels } from '../core/lacksPixels.ts';
import { knowsTokensOf } from './pictureOrigin.ts';
import type { Studio } from './studio.ts';

/** Makes the pixels of tokens that are there without them, if that costs no download and the model means the same by them. */
export async function decodeIfFree({ document, painter, store }: Studio): Promise<void> {
  const { bundle, origin } = store.getState();
  const isFree = bundle.download?.missing === 0 && knowsTokensOf(bundle.manifest, origin);
  if (isFree && lacksPixels(document)) await painter.decode();
}
