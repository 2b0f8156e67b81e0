import { joinBytes } from './joinBytes.ts';
import { isClassId } from './classes.ts';
import { makePatch, type Patch } from './patch.ts';
import { containsRect, type Rect } from './rect.ts';
import type { PackedBytes } from './runLength.ts';

/** A patch in four flat arrays: a browser copies and stores those much faster than hundreds of small objects. */
export interface SavedPatch {
  /** x, y, width and height of each block. */
  readonly rects: Int32Array<ArrayBuffer>;
  /** Of each block: bytes before, whether they are run lengths, bytes after, whether those are. */
  readonly sides: Int32Array<ArrayBuffer>;
  /** All of them, one after the other. */
  readonly data: Uint8Array<ArrayBuffer>;
}

const RECT = 4;
const SIDES = 4;

export function savePatch({ blocks }: Patch): SavedPatch {
  const parts = blocks.flatMap(({ before, after }) => [before, after]);
  const data = joinBytes(parts.map((part) => part.data));
  return {
    rects: Int32Array.from(blocks.flatMap(({ rect }) => [rect.x, rect.y, rect.width, rect.height])),
    sides: Int32Array.from(parts.flatMap((part) => [part.data.length, part.runs ? 1 : 0])),
    data,
  };
}

/**
 * @param bounds of the layout that it belongs to
 * @returns undefined for what is no patch of such a layout
 */
export function readPatch({ rects, sides, data }: SavedPatch, bounds: Rect): Patch | undefined {
  const count = rects.length / RECT;
  if (!Number.isInteger(count) || sides.length !== count * SIDES) return undefined;
  let at = 0;
  const take = (bytes: number, runs: number, length: number): PackedBytes | undefined => {
    const packed = { length, runs: runs === 1, data: data.slice(at, at + Math.max(0, bytes)) };
    at += bytes;
    return packed.data.length === bytes && isOfClasses(packed) ? packed : undefined;
  };
  const blocks = [];
  for (let block = 0; block < count; block++) {
    const [x = 0, y = 0, width = 0, height = 0] = rects.subarray(RECT * block);
    const rect = { x, y, width, height };
    if (width < 1 || height < 1 || !containsRect(bounds, rect)) return undefined;
    const [bytesBefore = 0, runsBefore = 0, bytesAfter = 0, runsAfter = 0] = sides.subarray(SIDES * block);
    const before = take(bytesBefore, runsBefore, width * height);
    const after = take(bytesAfter, runsAfter, width * height);
    if (!before || !after) return undefined;
    blocks.push({ rect, before, after });
  }
  return at === data.length ? makePatch(blocks) : undefined;
}

/** Whether it unpacks to as many class ids as it says. */
export function isOfClasses({ length, runs, data }: PackedBytes): boolean {
  if (!runs) return data.length === length && data.every(isClassId);
  let sum = 0;
  for (let pair = 0; pair < data.length; pair += 2) {
    if (!isClassId(data[pair + 1] ?? 0)) return false;
    sum += (data[pair] ?? 0) + 1;
  }
  return sum === length;
}
