import { EMPTY_TOKEN } from '../../core/lattice.ts';
import { lacksPixels } from '../../core/lacksPixels.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';
import { knowsTokensOf } from './pictureOrigin.ts';
import type { PageState } from '../pageState.ts';

/**
 * Whether the bundle would make pixels of the picture's tokens that are not there: they are missing, or another decoder's. It
 * is said of pictures whose tokens the bundle knows.
 */
export function wantsDecoding(
  document: PaintDocument,
  { bundle: { manifest }, origin }: Pick<PageState, 'bundle' | 'origin'>,
): boolean {
  if (!manifest || !knowsTokensOf(manifest, origin)) return false;
  if (document.tokens.every((token) => token === EMPTY_TOKEN)) return false;
  const isOtherSize = document.cellPixels !== manifest.lattice.cellPixels;
  const isOther = origin?.decoder !== undefined && origin.decoder !== manifest.decoder.id;
  return isOtherSize || isOther || document.resampled.includes(1) || lacksPixels(document);
}
