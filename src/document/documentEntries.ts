import type { HistoryEntry } from '../core/history.ts';
import { cellCount, EMPTY_TOKEN, layoutHeight, layoutWidth, sameLattice, type Lattice } from '../core/lattice.ts';
import type { Layout } from '../core/layout.ts';
import { applyPatch, type Patch } from '../core/patch.ts';
import type { OwnPixels } from '../core/photo/ownPixels.ts';
import { isPictureOf } from '../core/picturePixels.ts';
import { wholeRect, type Rect } from '../core/rect.ts';
import { packBytes, unpackBytes, type PackedBytes } from '../core/runLength.ts';
import { isOfClasses, readPatch, savePatch, type SavedPatch } from '../core/savedPatch.ts';
import type { DocumentContent, PaintDocument } from './paintDocument.ts';

/** A step of a document's history, which can be kept beyond the page's life. */
export interface DocumentEntry extends HistoryEntry {
  save(): SavedEntry;
}

/** What is kept of a step: a change of the layout, another document, or other tokens. Plain data alone. */
export type SavedEntry =
  | { readonly type: 'patch'; readonly label: string; readonly patch: SavedPatch }
  | ({ readonly type: 'replacement'; readonly label: string } & Sides<PackedDocument>)
  | ({ readonly type: 'picture'; readonly label: string } & Sides<Tokens>);

/** What a step found, and what it left. */
export interface Sides<T> {
  readonly before: T;
  readonly after: T;
}

/** A whole document without its picture, which is decoded from the tokens again. */
export interface PackedDocument {
  readonly lattice: Lattice;
  readonly layout: PackedBytes;
  /** Little-endian int16, as the machines that browsers run on have them. */
  readonly tokens: PackedBytes;
  /** As it is: it is never written to, and both sides may share it. */
  readonly own: OwnPixels | undefined;
}

/** The tokens of a picture, and what of it shows a photograph. Never written to. */
export interface Tokens {
  readonly tokens: Int16Array<ArrayBuffer>;
  readonly own: OwnPixels | undefined;
}

/** What entries write through. */
export interface EntryTarget {
  readonly document: PaintDocument;
  /** Replaces all of it, without beginning the history anew. */
  readonly reset: (next: DocumentContent) => void;
  /** Says what was changed. */
  readonly touched: (rect: Rect) => void;
}

export function patchEntry({ document, touched }: EntryTarget, label: string, patch: Patch): DocumentEntry {
  let saved: SavedPatch | undefined;
  const apply = (side: 'before' | 'after') => {
    const rect = applyPatch(document.layout, patch, side);
    touched(rect);
    document.layoutChanged(rect);
  };
  return {
    label,
    bytes: patch.bytes,
    undo: () => apply('before'),
    redo: () => apply('after'),
    save: () => ({ type: 'patch', label, patch: (saved ??= savePatch(patch)) }),
  };
}

/** A job may have gone on in what is left, without an entry of its own: each side is kept as it was left. */
export function replacementEntry(
  { document, reset, touched }: EntryTarget,
  label: string,
  first: Sides<PackedDocument>,
): DocumentEntry {
  let { before, after } = first;
  const put = (state: PackedDocument) => {
    reset(unpackDocument(state));
    touched(wholeRect(document.layout));
  };
  return {
    label,
    get bytes() {
      return bytesOf(before) + bytesOf(after);
    },
    undo() {
      after = packDocument(document);
      put(before);
    },
    redo() {
      before = packDocument(document);
      put(after);
    },
    save: () => ({ type: 'replacement', label, before, after }),
  };
}

/** Other tokens of the same lattice. Each side is kept as it was left, as above. */
export function pictureEntry({ document }: EntryTarget, label: string, first: Sides<Tokens>): DocumentEntry {
  let { before, after } = first;
  return {
    label,
    get bytes() {
      // Pixels that were there before are shared with the entries before.
      const own = after.own && after.own.pixels !== before.own?.pixels ? after.own.pixels.length : 0;
      return before.tokens.byteLength + after.tokens.byteLength + own;
    },
    undo() {
      after = tokensOf(document);
      putTokens(document, before);
    },
    redo() {
      before = tokensOf(document);
      putTokens(document, after);
    },
    save: () => ({ type: 'picture', label, before, after }),
  };
}

export function tokensOf({ tokens, own }: PaintDocument): Tokens {
  return { tokens: tokens.slice(), own };
}

/** Puts tokens back, and the own pixels of a photograph, without the picture. */
export function putTokens(document: PaintDocument, { tokens, own }: Tokens): void {
  document.clearPicture();
  document.putTokens(Uint16Array.from(tokens.keys()), tokens);
  document.setOwn(own);
}

/** What of a document is packed. */
type Unpacked = Pick<PaintDocument, 'lattice' | 'tokens' | 'own'> & { readonly layout: Pick<Layout, 'ids'> };

export function packDocument({ lattice, layout, tokens, own }: Unpacked): PackedDocument {
  const bytes = new Uint8Array(tokens.buffer, tokens.byteOffset, tokens.byteLength);
  return { lattice, layout: packBytes(layout.ids), tokens: packBytes(bytes), own };
}

function unpackDocument({ lattice, layout, tokens, own }: PackedDocument): DocumentContent {
  return { lattice, layout: unpackBytes(layout), tokens: unpackTokens(tokens), own };
}

function unpackTokens(tokens: PackedBytes): Int16Array<ArrayBuffer> {
  return new Int16Array(unpackBytes(tokens).buffer);
}

function bytesOf({ layout, tokens, own }: PackedDocument): number {
  return layout.data.length + tokens.data.length + (own ? own.kept.length + own.pixels.length : 0);
}

/** The tokens that a step found, if they are of a lattice. */
export function tokensBefore(entry: DocumentEntry, lattice: Lattice): Tokens | undefined {
  const saved = entry.save();
  if (saved.type === 'picture') return saved.before;
  if (saved.type === 'patch' || !sameLattice(saved.before.lattice, lattice)) return undefined;
  return { tokens: unpackTokens(saved.before.tokens), own: saved.before.own };
}

/**
 * Brings an entry back to life, if it fits between two states of these lattices.
 * @returns undefined if it does not: whoever stored it was another page, or the storage has lost a part of it
 */
export function readEntry(
  target: EntryTarget,
  saved: SavedEntry,
  before: Lattice,
  after: Lattice,
): DocumentEntry | undefined {
  if (saved.type === 'replacement') {
    const fits = isDocumentOf(saved.before, before) && isDocumentOf(saved.after, after);
    return fits ? replacementEntry(target, saved.label, saved) : undefined;
  }
  if (!sameLattice(before, after)) return undefined;
  if (saved.type === 'picture') {
    const fits = [saved.before, saved.after].every((side) => areTokensOf(side, before));
    return fits ? pictureEntry(target, saved.label, saved) : undefined;
  }
  const bounds = { x: 0, y: 0, width: layoutWidth(before), height: layoutHeight(before) };
  const patch = readPatch(saved.patch, bounds);
  return patch && patchEntry(target, saved.label, patch);
}

function isDocumentOf({ lattice, layout, tokens, own }: PackedDocument, wanted: Lattice): boolean {
  if (!sameLattice(lattice, wanted) || layout.length !== layoutWidth(lattice) * layoutHeight(lattice)) return false;
  if (!isOfClasses(layout) || tokens.length !== 2 * cellCount(lattice)) return false;
  return areTokensOf({ tokens: unpackTokens(tokens), own }, lattice);
}

function areTokensOf({ tokens, own }: Tokens, lattice: Lattice): boolean {
  const cells = cellCount(lattice);
  if (tokens.length !== cells || !tokens.every((token) => token >= EMPTY_TOKEN)) return false;
  return own === undefined || (own.kept.length === cells && isPictureOf(own.pixels, cells));
}
