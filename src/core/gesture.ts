import type { Layout } from './layout.ts';
import { diffRect, makePatch, readRect, writeRect, type Patch } from './patch.ts';
import { EMPTY_RECT, intersectRect, unionRect, wholeRect, type Rect } from './rect.ts';
import type { WriteRecorder } from './paintSpans.ts';

/** What is saved before it is written, in blocks of this side: a dab costs a few of them, never the whole layout. */
export const BLOCK_PIXELS = 64;

/**
 * One change of the layout in the making. Tools `touch` a rectangle before they write into it; the end of it is `commit`
 * or `rollback`, and either closes it: after that it saves nothing, and a tool that still holds it must not write.
 */
export class Gesture implements WriteRecorder {
  private readonly across: number;
  private readonly isSaved: Uint8Array;
  private saved: { readonly rect: Rect; readonly before: Uint8Array }[] = [];
  private isOpen = true;

  constructor(
    private readonly layout: Layout,
    /** Called once, when the gesture closes: with the patch, or without if nothing is to be kept. */
    private readonly closed: (patch: Patch | undefined, label: string) => void = () => {},
  ) {
    this.across = Math.ceil(layout.width / BLOCK_PIXELS);
    this.isSaved = new Uint8Array(this.across * Math.ceil(layout.height / BLOCK_PIXELS));
  }

  get open(): boolean {
    return this.isOpen;
  }

  touch(rect: Rect): void {
    if (!this.isOpen) return;
    const { width, height } = this.layout;
    const firstColumn = Math.floor(Math.max(0, rect.x) / BLOCK_PIXELS);
    const firstRow = Math.floor(Math.max(0, rect.y) / BLOCK_PIXELS);
    const lastColumn = Math.floor((Math.min(width, rect.x + rect.width) - 1) / BLOCK_PIXELS);
    const lastRow = Math.floor((Math.min(height, rect.y + rect.height) - 1) / BLOCK_PIXELS);
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) this.save(row, column);
    }
  }

  /** Keeps what was written, as one change. @returns undefined if nothing has changed after all */
  commit(label: string): Patch | undefined {
    if (!this.isOpen) return undefined;
    const blocks = this.saved.flatMap(({ rect, before }) => diffRect(this.layout, rect, before) ?? []);
    const patch = blocks.length > 0 ? makePatch(blocks) : undefined;
    this.close(patch, label);
    return patch;
  }

  /** Puts everything back as it was. @returns the rectangle that was put back */
  rollback(): Rect {
    if (!this.isOpen) return EMPTY_RECT;
    let rect = EMPTY_RECT;
    for (const block of this.saved) {
      writeRect(this.layout, block.rect, block.before);
      rect = unionRect(rect, block.rect);
    }
    this.close(undefined, '');
    return rect;
  }

  private save(row: number, column: number): void {
    const block = row * this.across + column;
    // Asked for every row of every dab: as cheap as can be.
    if (this.isSaved[block] === 1) return;
    this.isSaved[block] = 1;
    const at = { x: column * BLOCK_PIXELS, y: row * BLOCK_PIXELS, width: BLOCK_PIXELS, height: BLOCK_PIXELS };
    const rect = intersectRect(at, wholeRect(this.layout));
    this.saved.push({ rect, before: readRect(this.layout, rect) });
  }

  private close(patch: Patch | undefined, label: string): void {
    this.isOpen = false;
    this.saved = [];
    this.closed(patch, label);
  }
}
