import * as v from 'valibot';
import { CLASSES } from '../core/classes.ts';
import { LAYOUT_CELL_PIXELS, cellCount, layoutHeight, layoutWidth, sameLattice } from '../core/lattice.ts';
import { keptPicture, withoutCells } from '../core/photo/ownPixels.ts';
import { pictureSize } from '../core/picturePixels.ts';
import { packBytes, unpackBytes } from '../core/runLength.ts';
import { sameNumbers } from '../core/sameNumbers.ts';
import { fromBase64url, toBase64url } from '../core/shareLink/base64url.ts';
import { thumbnailOf } from '../core/thumbnail.ts';
import { packDocument } from '../document/documentEntries.ts';
import { withReplacement } from '../document/savedHistory.ts';
import { parseSavedHistory } from './savedHistory.ts';
import { parseSavedWork, type SavedWork } from './savedWork.ts';
import { latticeSchema, wholeNumber } from './schemas.ts';
import { CARD_PIXELS, MOST_TITLE, parseWorkInfo, WORK_ORIGINS, type WorkInfo } from './workInfo.ts';
import type { RawWork, WorkRecord } from './workRecord.ts';

/** What of `localStorage` is used: it alone is written before the page is gone. */
export type NoteStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const KEY = 'plein-air-left-';
/** What the history calls the step from what was saved to what was noted. */
const LABEL = 'left';

const packedText = v.object({ length: wholeNumber(1, 2 ** 22), runs: v.boolean(), data: v.string() });

const noteSchema = v.object({
  version: v.literal(1),
  /** Milliseconds since 1970. */
  time: v.number(),
  created: v.number(),
  title: v.pipe(v.string(), v.maxLength(MOST_TITLE)),
  from: v.picklist(WORK_ORIGINS),
  lattice: latticeSchema,
  layout: packedText,
  /** Little-endian int16. */
  tokens: packedText,
  page: v.unknown(),
});

/**
 * What a page that is left had not saved yet, as text: layout, tokens and settings. It has no pixels, for which there is no room and no
 * time; they are stored already where the tokens are the same, and made again where not.
 */
export type LeavingNote = v.InferOutput<typeof noteSchema>;

/** Notes a document down at once. Where the browser has no room for it, or forbids it, nothing is noted. */
export function writeNote(storage: NoteStorage, id: string, { work, info }: WorkRecord): void {
  const { lattice, layout, tokens, page } = work;
  const { title, from, created } = info;
  const words = new Uint8Array(tokens.buffer, tokens.byteOffset, tokens.byteLength);
  const texts = { layout: packText(layout), tokens: packText(words) };
  const note: LeavingNote = { version: 1, time: Date.now(), created, title, from, lattice, ...texts, page };
  try {
    storage.setItem(KEY + id, JSON.stringify(note));
  } catch {
    // What was there before is older.
    forgetNote(storage, id);
  }
}

/** @returns undefined where nothing was noted, or what can be read of it is none */
export function readNote(storage: NoteStorage, id: string): LeavingNote | undefined {
  try {
    const parsed = v.safeParse(noteSchema, JSON.parse(storage.getItem(KEY + id) ?? 'null'));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

export function forgetNote(storage: NoteStorage, id: string): void {
  try {
    storage.removeItem(KEY + id);
  } catch {
    // Storage throws where a browser forbids it.
  }
}

/** Ids of the documents that something is noted of. */
export function notedDocuments(storage: NoteStorage): readonly string[] {
  try {
    const names = Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? '');
    return names.filter((name) => name.startsWith(KEY)).map((name) => name.slice(KEY.length));
  } catch {
    return [];
  }
}

/**
 * A stored document as its page left it. Pixels of cells that have other tokens now are gone, to be made again; what was saved is one
 * step back in the history.
 * @param raw as it lies in the storage, perhaps nothing
 * @returns undefined where the note is no newer, is damaged, or what is stored cannot be read
 */
export function withNote(raw: RawWork, note: LeavingNote): RawWork | undefined {
  const before = parseSavedWork(raw.work);
  if (note.time <= raw.time || (raw.work !== undefined && !before)) return undefined;
  const { lattice, title, from } = note;
  const layout = unpackText(note.layout);
  const tokens = unpackTokens(note.tokens);
  if (!layout || !tokens) return undefined;
  const work = parseSavedWork({
    version: 2,
    lattice,
    layout,
    tokens,
    page: note.page,
    ...pixelsFor(note, tokens, before),
  });
  if (!work) return undefined;
  const parts = [work.layout, work.tokens, work.picture, ...(work.own ? [work.own.kept, work.own.pixels] : [])];
  const shape = { width: layoutWidth(lattice), height: layoutHeight(lattice), ids: work.layout };
  const info: WorkInfo = {
    title,
    from,
    created: parseWorkInfo(raw.info)?.created ?? note.created,
    lattice,
    bytes: parts.reduce((sum, { byteLength }) => sum + byteLength, 0),
    thumbnail: thumbnailOf(work.picture, shape, CLASSES, CARD_PIXELS),
  };
  return { work, info, history: historyOf(raw, before, work), time: note.time };
}

/** The stored pixels of the cells whose tokens are the same. */
function pixelsFor(
  { lattice }: LeavingNote,
  tokens: Int16Array,
  before: SavedWork | undefined,
): Pick<SavedWork, 'picture' | 'own'> {
  if (!before || !sameLattice(before.lattice, lattice)) {
    const { width, height } = pictureSize(lattice, LAYOUT_CELL_PIXELS);
    return { picture: new Uint8ClampedArray(4 * width * height) };
  }
  const kept = Uint8Array.from({ length: cellCount(lattice) }, (_, cell) =>
    tokens[cell] === before.tokens[cell] ? 1 : 0,
  );
  const others = [...kept.keys()].filter((cell) => kept[cell] === 0);
  const own = before.own && withoutCells(before.own, others);
  return {
    picture: keptPicture({ kept, pixels: before.picture }, lattice),
    ...(own && { own: { kept: new Uint8Array(own.kept), pixels: own.pixels } }),
  };
}

function historyOf(raw: RawWork, before: SavedWork | undefined, work: SavedWork): unknown {
  // It was stored after all, before the page was gone.
  const isStored = before && sameNumbers(before.layout, work.layout) && sameNumbers(before.tokens, work.tokens);
  if (isStored && sameLattice(before.lattice, work.lattice)) return raw.history;
  const saved = parseSavedHistory(raw.history, (result) => result);
  return saved && before && withReplacement(saved, LABEL, packed(before), packed(work));
}

function packed({ lattice, layout: ids, tokens, own }: SavedWork) {
  return packDocument({ lattice, layout: { ids }, tokens, own });
}

function packText(bytes: Uint8Array): v.InferOutput<typeof packedText> {
  const { length, runs, data } = packBytes(bytes);
  return { length, runs, data: toBase64url(data) };
}

function unpackText({ length, runs, data }: v.InferOutput<typeof packedText>): Uint8Array<ArrayBuffer> | undefined {
  const bytes = fromBase64url(data);
  if (!bytes || (!runs && bytes.length !== length)) return undefined;
  return unpackBytes({ length, runs, data: bytes });
}

function unpackTokens(text: v.InferOutput<typeof packedText>): Int16Array<ArrayBuffer> | undefined {
  const bytes = unpackText(text);
  return bytes && bytes.length % 2 === 0 ? new Int16Array(bytes.buffer) : undefined;
}
