import { cellCount, EMPTY_TOKEN, sameLattice } from '../../core/lattice.ts';
import { cellPixelsOf } from '../../core/picturePixels.ts';
import { sameNumbers } from '../../core/sameNumbers.ts';
import { lacksPixels } from '../../core/lacksPixels.ts';
import type { OwnPixels } from '../../core/photo/ownPixels.ts';
import { putTokens, tokensOf } from '../../document/documentEntries.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';
import { PictureMemory } from './pictureMemory.ts';
import type { PictureOrigin } from './pictureOrigin.ts';
import type { Coverage, PageStore } from '../pageState.ts';
import type { PictureHistory } from './pictureResult.ts';
import { createResultNoter } from './resultNoter.ts';
import { wantsDecoding } from './wantsDecoding.ts';

/** Keeps the store's small values about the picture true to the document, and brings pictures back. */
export interface PictureKeeper {
  /** A job writes into the picture from now on. @param fresh it begins with an empty one */
  begin(fresh: boolean, origin: PictureOrigin): void;
  /** @param decoder the one that made all pixels anew, if one did */
  end(finished: boolean, decoder?: string): void;
  /** Another picture is in place: a starter, or the work of last time. */
  placed(origin: PictureOrigin | undefined): void;
  /** Remembers what is seen now, before it goes, and notes it in the history. Not while a job writes into it. */
  remember(): void;
  /** Puts tokens back, and the own pixels of a photograph, without the picture. */
  restore(tokens: Int16Array<ArrayBuffer>, own: OwnPixels | undefined): void;
  /** The picture that was here before this one, where its pixels are remembered. RGBA of the same size in cells. */
  before(): Uint8ClampedArray<ArrayBuffer> | undefined;
  /**
   * After the history put tokens back: how they were made, and their pixels if they are remembered.
   * @returns whether the bundle would make pixels of them that are not there
   */
  refill(): boolean;
}

export function createPictureKeeper(document: PaintDocument, history: PictureHistory, store: PageStore): PictureKeeper {
  const memory = new PictureMemory();
  const note = createResultNoter(document, history, store);
  const setOrigin = (origin: PictureOrigin | undefined, coverage: Coverage) => store.setState({ origin, coverage });

  function refill(): boolean {
    memory.show(document);
    const coverage = coverageOf(document);
    setOrigin(history.pictureOf(history.getState().current)?.result?.origin, coverage);
    return wantsDecoding(document, store.getState());
  }

  /** Some pixels are missing or another decoder's, or they were made before all tokens were there. */
  function isHalfDecoded(): boolean {
    if (document.tokens.includes(EMPTY_TOKEN)) return false;
    const isMade = !document.resampled.includes(1) && !lacksPixels(document);
    return store.getState().origin?.finished === false || !isMade;
  }

  function before(): Uint8ClampedArray<ArrayBuffer> | undefined {
    const found = history.tokensBefore();
    return found && memory.find({ lattice: document.lattice, ...found })?.picture;
  }

  function sayBefore(): void {
    const hasBefore = before() !== undefined;
    if (hasBefore !== store.getState().hasBefore) store.setState({ hasBefore });
  }
  history.subscribe(sayBefore);

  return {
    before,
    begin(fresh, origin) {
      if (fresh) {
        document.clearPicture();
        // Candidates for a part of the picture before are none for this one.
        store.setState({ tray: undefined });
      }
      setOrigin(origin, fresh ? 'none' : store.getState().coverage);
    },
    end(finished, decoder) {
      const { origin } = store.getState();
      setOrigin(
        origin && { ...origin, finished, ...(decoder !== undefined && { decoder }) },
        finished ? 'whole' : coverageOf(document),
      );
    },
    placed: (origin) => setOrigin(origin, coverageOf(document)),
    remember() {
      // They are made to the end when the picture comes back, and not remembered as if they were.
      if (!isHalfDecoded()) memory.remember(document);
      note();
      sayBefore();
    },
    restore: (tokens, own) => putTokens(document, { tokens, own }),
    refill,
  };
}

export interface HistoryParts {
  readonly document: PaintDocument;
  readonly history: PictureHistory;
  readonly pictures: PictureKeeper;
}

/**
 * Holds the picture as it is now, before a job or an action writes into it.
 * @param label what is done, a key of the page's strings
 * @returns puts what was painted onto the history, as one result with its thumbnail: undo shows the picture of before
 */
export function takeToHistory({ document, history, pictures }: HistoryParts, label: string): () => void {
  const { lattice } = document;
  const before = tokensOf(document);
  pictures.remember();
  return () => {
    const after = tokensOf(document);
    const isSame = after.own === before.own && sameNumbers(before.tokens, after.tokens);
    if (isSame || !sameLattice(document.lattice, lattice)) return;
    history.pushPicture(label, { before, after });
    pictures.remember();
  };
}

/** Cells are decoded as a whole: one pixel speaks for each. */
export function coverageOf({ lattice, picture }: Pick<PaintDocument, 'lattice' | 'picture'>): Coverage {
  const cellPixels = cellPixelsOf(picture, cellCount(lattice));
  const line = lattice.columns * cellPixels;
  let some = false;
  let gaps = false;
  for (let row = 0; row < lattice.rows; row++) {
    for (let column = 0; column < lattice.columns; column++) {
      if (picture[4 * cellPixels * (row * line + column) + 3] === 0) gaps = true;
      else some = true;
      if (some && gaps) return 'partial';
    }
  }
  return some ? 'whole' : 'none';
}
