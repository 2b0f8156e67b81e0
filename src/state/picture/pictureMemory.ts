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

  constructor(private readonly budget = BUDGET) {}

  remember({ lattice, tokens, picture, own }: PaintDocument): void {
    if (tokens.every((token) => token < 0)) return;
    const entry = { lattice, tokens: tokens.slice(), picture: picture.slice(), own };
    this.kept = [entry, ...this.kept.filter((other) => !sameSource(other, entry))];
    let bytes = 0;
    this.kept = this.kept.filter((one, index) => (bytes += one.picture.length) <= this.budget || index === 0);
  }

  find(wanted: Seen): RememberedPicture | undefined {
    return this.kept.find((one) => sameSource(one, wanted));
  }
}

/** What a picture's pixels come from. */
type Seen = Pick<PaintDocument, 'lattice' | 'tokens' | 'own'>;

function sameSource(a: Seen, b: Seen): boolean {
  return a.own === b.own && sameLattice(a.lattice, b.lattice) && sameNumbers(a.tokens, b.tokens);
}
