import { hashOf } from '../../core/hashOf.ts';
import { SUB_CELLS } from '../../core/lattice.ts';
import { subCellsOf } from '../../core/layout.ts';
import type { Region } from '../../core/region/region.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';
import type { PictureOrigin } from '../picture/pictureOrigin.ts';

type SubCells = Uint8Array<ArrayBuffer>;

/** 32 kB each at most. */
const KEPT = 64;

/**
 * What the model saw of the layout, by its hash: a stopped picture goes on under the layout that it was begun with,
 * whatever was painted since, and what has changed since then can be told.
 */
export class SeenLayouts {
  private readonly layouts = new Map<number, SubCells>();

  constructor(private readonly document: PaintDocument) {}

  /** The layout as the model would see it now. */
  now(): SubCells {
    return subCellsOf(this.document.layout, this.document.lattice);
  }

  note(subCells: SubCells): number {
    const hash = hashOf(subCells);
    this.layouts.delete(hash);
    this.layouts.set(hash, subCells.slice());
    for (const old of [...this.layouts.keys()].slice(0, -KEPT)) this.layouts.delete(old);
    return hash;
  }

  /** One that was noted for the document's lattice. */
  find(hash: number): SubCells | undefined {
    const kept = this.layouts.get(hash);
    return kept?.length === this.document.tokens.length * SUB_CELLS ** 2 ? kept.slice() : undefined;
  }

  /** What a picture was painted from; undefined where that is not known any more. */
  of({ layoutHash }: PictureOrigin): SubCells | undefined {
    const kept = this.find(layoutHash);
    if (kept) return kept;
    const now = this.now();
    return hashOf(now) === layoutHash ? now : undefined;
  }

  /**
   * What the picture was painted from where it is kept, and another layout where it is sampled anew.
   * @param inside the other one; the layout of now, if left out
   */
  within(region: Region, origin: PictureOrigin | undefined, inside: SubCells = this.now()): SubCells {
    const before = origin && this.of(origin);
    if (!before) return inside;
    const { columns } = this.document.lattice;
    return before.map((id, at) => {
      const row = Math.floor(at / (columns * SUB_CELLS) / SUB_CELLS);
      const column = Math.floor((at % (columns * SUB_CELLS)) / SUB_CELLS);
      return region[row * columns + column] === 1 ? inside[at]! : id;
    });
  }
}
