import type { Layout } from './layout.ts';
import { EMPTY_RECT, isEmptyRect, unionRect, type Rect } from './rect.ts';
import { packBytes, unpackBytes, type PackedBytes } from './runLength.ts';

/** What a rectangle of the layout held before and after a change. */
export interface PatchBlock {
  readonly rect: Rect;
  readonly before: PackedBytes;
  readonly after: PackedBytes;
}

/** A change of the layout that can be taken back and made again. */
export interface Patch {
  /** The smallest rectangle that holds all blocks. */
  readonly rect: Rect;
  readonly blocks: readonly PatchBlock[];
  /** About how much memory the patch holds. */
  readonly bytes: number;
}

/** Objects are not free either: without this a million empty patches would cost nothing. */
const BLOCK_OVERHEAD = 160;

export function makePatch(blocks: readonly PatchBlock[]): Patch {
  return {
    rect: blocks.reduce((rect, block) => unionRect(rect, block.rect), EMPTY_RECT),
    blocks,
    bytes: blocks.reduce((sum, { before, after }) => sum + before.data.length + after.data.length + BLOCK_OVERHEAD, 0),
  };
}

/** Writes one side of the patch into the layout. */
export function applyPatch(layout: Layout, patch: Patch, side: 'before' | 'after'): Rect {
  for (const block of patch.blocks) writeRect(layout, block.rect, unpackBytes(block[side]));
  return patch.rect;
}

/** A copy of the bytes of a rectangle, row by row. */
export function readRect({ ids, width }: Layout, rect: Rect): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(rect.width * rect.height);
  for (let row = 0; row < rect.height; row++) {
    const start = (rect.y + row) * width + rect.x;
    bytes.set(ids.subarray(start, start + rect.width), row * rect.width);
  }
  return bytes;
}

export function writeRect({ ids, width }: Layout, rect: Rect, bytes: Uint8Array): void {
  for (let row = 0; row < rect.height; row++) {
    ids.set(bytes.subarray(row * rect.width, (row + 1) * rect.width), (rect.y + row) * width + rect.x);
  }
}

/** The block of a rectangle in which something changed, cut down to the change; undefined if nothing did. */
export function diffRect(layout: Layout, rect: Rect, before: Uint8Array): PatchBlock | undefined {
  const { ids, width } = layout;
  let part = EMPTY_RECT;
  for (let y = 0; y < rect.height; y++) {
    const now = (rect.y + y) * width + rect.x;
    const old = y * rect.width;
    let first = 0;
    let last = rect.width - 1;
    while (first <= last && ids[now + first] === before[old + first]) first++;
    if (first > last) continue;
    while (ids[now + last] === before[old + last]) last--;
    part = unionRect(part, { x: first, y, width: last - first + 1, height: 1 });
  }
  if (isEmptyRect(part)) return undefined;
  const changed = { ...part, x: rect.x + part.x, y: rect.y + part.y };
  const old = readRect({ width: rect.width, height: rect.height, ids: before }, part);
  return { rect: changed, before: packBytes(old), after: packBytes(readRect(layout, changed)) };
}
