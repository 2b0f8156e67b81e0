import { sameLattice } from '../core/lattice.ts';
import type { PaintDocument } from '../document/paintDocument.ts';

/** @returns puts tokens and pixels back as they are now */
export function holdPicture(document: PaintDocument): () => void {
  const { lattice } = document;
  const tokens = document.tokens.slice();
  const picture = document.picture.slice();
  const { own } = document;
  return () => {
    if (!sameLattice(lattice, document.lattice)) return;
    document.putTokens(Uint16Array.from(tokens.keys()), tokens);
    document.setOwn(own);
    document.putPicture(picture);
  };
}
