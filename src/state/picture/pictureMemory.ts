import { sameLattice, type Lattice } from '../../core/lattice.ts';
import { sameNumbers } from '../../core/sameNumbers.ts';
import type { OwnPixels } from '../../core/photo/ownPixels.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';

export interface RememberedPicture {
  readonly lattice: Lattice;
  readonly tokens: Int16Array<ArrayBuffer>;
  readonly picture: Uint8ClampedArray<ArrayBuffer>;
  readonly own: OwnPixels | undefined;
}

/** Six pictures of the largest size of 32 pixels a cell, two dozen of 16: docs/design.md, "Memory". */
const BUDGET = 48 * 1024 * 1024;

/**
 * The pictures seen last, by their tokens. The history holds tokens alone; with this, undo shows a picture at once and
 * without a model. What is not here any more is decoded again.
 */
export class PictureMemory {
  private kept: RememberedPicture[] = [];
  /** What the document shows, as of a revision of its picture. */
  private seen: { readonly entry: RememberedPicture; readonly revision: number } | undefined;

  constructor(private readonly budget = BUDGET) {}

  /** Its pixels are copied where they have changed since they were remembered, or shown again. */
  remember(document: PaintDocument): void {
    const { lattice, tokens, picture, own, revision } = document;
    if (tokens.every((token) => token < 0)) return;
    const known = this.kept.find((one) => sameSource(one, document));
    const isSame = known !== undefined && known === this.seen?.entry && revision.picture === this.seen.revision;
    const entry = isSame ? known : { lattice, tokens: tokens.slice(), picture: picture.slice(), own };
    this.seen = { entry, revision: revision.picture };
    this.kept = [entry, ...this.kept.filter((other) => other !== known)];
    let bytes = 0;
    this.kept = this.kept.filter((one, index) => (bytes += one.picture.length) <= this.budget || index === 0);
  }

  find(wanted: Seen): RememberedPicture | undefined {
    return this.kept.find((one) => sameSource(one, wanted));
  }

  /** Puts the pixels of what the document shows in place, if they are remembered. */
  show(document: PaintDocument): void {
    const entry = this.find(document);
    if (!entry) return;
    document.putPicture(entry.picture);
    this.seen = { entry, revision: document.revision.picture };
  }
}

/** What a picture's pixels come from. */
type Seen = Pick<PaintDocument, 'lattice' | 'tokens' | 'own'>;

function sameSource(a: Seen, b: Seen): boolean {
  return a.own === b.own && sameLattice(a.lattice, b.lattice) && sameNumbers(a.tokens, b.tokens);
}
