import { sameLattice } from '../../core/lattice.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';

/** A picture that a job writes over, half of which would be none. Until either is called, it is what is saved. */
export interface HoldOnPicture {
  /** Puts tokens and pixels back as they were. */
  readonly takeBack: () => void;
  /** What the job has made is the picture from now on. */
  readonly letGo: () => void;
}

export function holdPicture(document: PaintDocument): HoldOnPicture {
  const { lattice, own } = document;
  const tokens = document.tokens.slice();
  const picture = document.picture.slice();
  document.setHeld({ tokens, picture, own });
  return {
    takeBack() {
      document.setHeld(undefined);
      if (!sameLattice(lattice, document.lattice)) return;
      document.putTokens(Uint16Array.from(tokens.keys()), tokens);
      document.setOwn(own);
      document.putPicture(picture);
    },
    letGo: () => document.setHeld(undefined),
  };
}
