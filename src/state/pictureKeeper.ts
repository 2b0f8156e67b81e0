import { EMPTY_TOKEN, sameLattice } from '../core/lattice.ts';
import type { DocumentHistory } from '../document/documentHistory.ts';
import type { PaintDocument } from '../document/paintDocument.ts';
import { PictureMemory } from './pictureMemory.ts';
import type { PictureOrigin } from './pictureOrigin.ts';
import type { Coverage, PageStore } from './pageState.ts';

/** Keeps the store's small values about the picture true to the document, and brings pictures back. */
export interface PictureKeeper {
  /** A job writes into the picture from now on. @param fresh it begins with an empty one */
  begin(fresh: boolean, origin: PictureOrigin): void;
  end(finished: boolean): void;
  /** Another picture is in place: a starter, or the work of last time. */
  placed(origin: PictureOrigin | undefined): void;
  /** Remembers what is seen now, before it goes. */
  remember(): void;
  /** Puts tokens back, without pixels. */
  restore(tokens: Int16Array<ArrayBuffer>): void;
  /** After the history put tokens back: their pixels, if they are remembered. @returns whether pixels are missing */
  refill(): boolean;
}

export function createPictureKeeper(document: PaintDocument, store: PageStore): PictureKeeper {
  const memory = new PictureMemory();
  const setOrigin = (origin: PictureOrigin | undefined, coverage: Coverage) => store.setState({ origin, coverage });

  function refill(): boolean {
    const known = memory.find(document);
    if (known) {
      const { width, height } = document.layout;
      document.putTile({ x: 0, y: 0, width, height }, known.picture);
    }
    const coverage = coverageOf(document.picture);
    setOrigin(known?.origin, coverage);
    return coverage === 'none' && document.tokens.some((token) => token !== EMPTY_TOKEN);
  }

  return {
    begin(fresh, origin) {
      if (fresh) document.clearPicture();
      setOrigin(origin, fresh ? 'none' : store.getState().coverage);
    },
    end(finished) {
      const { origin } = store.getState();
      setOrigin(origin && { ...origin, finished }, finished ? 'whole' : coverageOf(document.picture));
    },
    placed: (origin) => setOrigin(origin, coverageOf(document.picture)),
    remember: () => memory.remember(document, store.getState().origin),
    restore(tokens) {
      document.clearPicture();
      document.putTokens(Uint16Array.from(tokens.keys()), tokens);
    },
    refill,
  };
}

export interface HistoryParts {
  readonly document: PaintDocument;
  readonly history: DocumentHistory;
  readonly pictures: PictureKeeper;
}

/**
 * Holds the picture as it is now, before a job writes into it.
 * @returns puts what the job has painted onto the history, as one entry: undo shows the picture of before
 */
export function takeToHistory({ document, history, pictures }: HistoryParts, label: string): () => void {
  const { lattice } = document;
  const before = document.tokens.slice();
  pictures.remember();
  return () => {
    const after = document.tokens.slice();
    if (!sameLattice(document.lattice, lattice) || sameTokens(before, after)) return;
    pictures.remember();
    const bytes = before.byteLength + after.byteLength;
    history.push({ label, bytes, undo: () => pictures.restore(before), redo: () => pictures.restore(after) });
  };
}

function sameTokens(a: Int16Array, b: Int16Array): boolean {
  return a.length === b.length && a.every((token, cell) => token === b[cell]);
}

/** Every fourth byte is an alpha, and a cell is decoded or not. */
export function coverageOf(picture: Uint8ClampedArray): Coverage {
  let some = false;
  let gaps = false;
  for (let at = 3; at < picture.length; at += 4) {
    if (picture[at] === 0) gaps = true;
    else some = true;
    if (some && gaps) return 'partial';
  }
  return some ? 'whole' : 'none';
}
