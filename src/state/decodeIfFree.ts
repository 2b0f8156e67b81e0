import type { Studio } from './studio.ts';
import { wantsDecoding } from './wantsDecoding.ts';

/** Makes the pixels of tokens that are there without them, or with another decoder's, if that costs no download. */
export async function decodeIfFree({ document, painter, store }: Studio): Promise<void> {
  const state = store.getState();
  if (state.bundle.download?.missing === 0 && wantsDecoding(document, state)) await painter.decode();
}
