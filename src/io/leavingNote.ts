import type { Lattice } from '../core/lattice.ts';
import { packBytes } from '../core/runLength.ts';
import { toBase64url } from '../core/shareLink/base64url.ts';
import { orElse } from './orElse.ts';
import type { WorkOrigin } from './workInfo.ts';
import type { WorkRecord } from './workRecord.ts';

/** What of `localStorage` is used: it alone is written before the page is gone. */
export type NoteStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Under which what is noted of a document lies, before its id. */
const KEY = 'plein-air-left-';

/** Bytes as text: packed, where `runs` says so, and in the alphabet of links. */
export interface PackedText {
  readonly length: number;
  readonly runs: boolean;
  readonly data: string;
}

/**
 * What a page that is left had not saved yet, as text: layout, tokens and settings. It has no pixels, for which there is no room and no
 * time; they are stored already where the tokens are the same, and made again where not. `recalledNote.ts` reads it.
 */
export interface LeavingNote {
  readonly version: 1;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly created: number;
  readonly title: string;
  readonly from: WorkOrigin;
  readonly lattice: Lattice;
  readonly layout: PackedText;
  /** Little-endian int16. */
  readonly tokens: PackedText;
  readonly page: unknown;
}

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

/** What lies there of a document, whatever it is. */
export function notedText(storage: NoteStorage, id: string): string | null {
  return orElse(null, () => storage.getItem(KEY + id));
}

export function forgetNote(storage: NoteStorage, id: string): void {
  orElse(undefined, () => storage.removeItem(KEY + id));
}

/** Ids of the documents that something is noted of. */
export function notedDocuments(storage: NoteStorage): readonly string[] {
  const names = orElse([], () => Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? ''));
  return names.filter((name) => name.startsWith(KEY)).map((name) => name.slice(KEY.length));
}

function packText(bytes: Uint8Array): PackedText {
  const { length, runs, data } = packBytes(bytes);
  return { length, runs, data: toBase64url(data) };
}
