import * as v from 'valibot';
import { LAYOUT_CELL_PIXELS, cellCount, sameLattice } from '../core/lattice.ts';
import { keptPicture, withoutCells } from '../core/photo/ownPixels.ts';
import { pictureSize } from '../core/picturePixels.ts';
import { unpackBytes } from '../core/runLength.ts';
import { sameNumbers } from '../core/sameNumbers.ts';
import { fromBase64url } from '../core/shareLink/base64url.ts';
import { packDocument } from '../document/documentEntries.ts';
import { withReplacement } from '../document/savedHistory.ts';
import { notedText, type LeavingNote, type NoteStorage, type PackedText } from './leavingNote.ts';
import { orElse } from './orElse.ts';
import { parseSavedHistory } from './savedHistory.ts';
import { parseSavedWork, type SavedWork } from './savedWork.ts';
import { latticeSchema, wholeNumber } from './schemas.ts';
import { describedWork, MOST_TITLE, parseWorkInfo, WORK_ORIGINS, type WorkInfo } from './workInfo.ts';
import type { RawWork } from './workRecord.ts';

/** What the history calls the step from what was saved to what was noted. */
const LABEL = 'left';

const packedText = v.object({ length: wholeNumber(1, 2 ** 22), runs: v.boolean(), data: v.string() });

const noteSchema = v.object({
  version: v.literal(1),
  time: v.number(),
  created: v.number(),
  title: v.pipe(v.string(), v.maxLength(MOST_TITLE)),
  from: v.picklist(WORK_ORIGINS),
  lattice: latticeSchema,
  layout: packedText,
  tokens: packedText,
  page: v.unknown(),
});

/** @returns undefined where nothing was noted, or what can be read of it is none */
export function readNote(storage: NoteStorage, id: string): LeavingNote | undefined {
  return orElse(undefined, () => v.parse(noteSchema, JSON.parse(notedText(storage, id) ?? 'null')));
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
  const created = parseWorkInfo(raw.info)?.created ?? note.created;
  const info: WorkInfo = { title, from, created, ...describedWork(work) };
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

function unpackText({ length, runs, data }: PackedText): Uint8Array<ArrayBuffer> | undefined {
  const bytes = fromBase64url(data);
  if (!bytes || (!runs && bytes.length !== length)) return undefined;
  return unpackBytes({ length, runs, data: bytes });
}

function unpackTokens(text: PackedText): Int16Array<ArrayBuffer> | undefined {
  const bytes = unpackText(text);
  return bytes && bytes.length % 2 === 0 ? new Int16Array(bytes.buffer) : undefined;
}
