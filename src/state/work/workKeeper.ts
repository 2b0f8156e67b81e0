import { thumbnailOf, type Thumbnail } from '../../core/thumbnail.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';
import { pictureToSave } from '../../document/pictureToSave.ts';
import type { OpenWork } from '../../io/openWork.ts';
import { SAVED_HISTORY } from '../../io/savedHistory.ts';
import { bytesOf, workOf } from '../../io/savedWork.ts';
import { CARD_PIXELS, type WorkOrigin } from '../../io/workInfo.ts';
import type { CapturedWork, WorkSession } from '../../io/workSession.ts';
import type { WorkStore } from '../../io/workStore.ts';
import { classesNow } from '../exporting/madeFiles.ts';
import { isProblem } from '../view/notice.ts';
import type { PageStore } from '../pageState.ts';
import type { PictureHistory } from '../picture/pictureResult.ts';
import { changesSaved, savedState } from '../persistence.ts';

/** Keeps the open document in the browser's storage, and says which one it is. */
export interface WorkKeeper {
  /** Which stored document the page writes; undefined while it writes none: a link that is only looked at. */
  readonly session: WorkSession | undefined;
  readonly store: WorkStore;
  /** Saves from now on what changes. */
  start(opened: OpenWork): WorkSession;
  /**
   * Another work is about to take the place of this one, which stays as it is in the storage.
   * @param from whose the other one is
   */
  keepBeside(title: string, from: WorkOrigin): void;
}

export function createWorkKeeper(
  document: PaintDocument,
  history: PictureHistory,
  store: PageStore,
  stored: WorkStore,
): WorkKeeper {
  let session: WorkSession | undefined;
  let card: { readonly revision: PaintDocument['revision']; readonly thumbnail: Thumbnail } | undefined;

  function thumbnail(): Thumbnail {
    const { revision, layout } = document;
    if (card?.revision !== revision) {
      const { picture } = pictureToSave(document);
      const { coverage } = store.getState();
      // An empty picture has no memory of its own before someone looks at it.
      const isEmpty = coverage === 'none' && document.held === undefined;
      const classes = classesNow({ store });
      card = { revision, thumbnail: thumbnailOf(isEmpty ? undefined : picture, layout, classes, CARD_PIXELS) };
    }
    return card.thumbnail;
  }

  function capture(): CapturedWork {
    const state = store.getState();
    const work = workOf(document, savedState(state));
    const { lattice } = work;
    const bytes = bytesOf(work) + Math.min(history.getState().bytes, SAVED_HISTORY.bytes);
    return {
      work,
      history: history.save(SAVED_HISTORY),
      info: { title: state.title, from: state.from, lattice, bytes, thumbnail: thumbnail() },
    };
  }

  store.subscribe((state, before) => {
    if (changesSaved(before, state)) session?.touch();
  });

  return {
    get session() {
      return session;
    },
    store: stored,
    start(opened) {
      session?.stop();
      session = opened.keep(document, {
        capture,
        onTrouble(trouble) {
          const { notice } = store.getState();
          // A problem of another kind has not been read yet; that a project was saved has.
          const gives = !notice || notice.kind === 'autosave' || !isProblem(notice);
          if (trouble) store.setState({ trouble, notice: { kind: 'autosave', trouble } });
          else if (store.getState().trouble) store.setState({ trouble, ...(gives && { notice: { kind: 'kept' } }) });
        },
      });
      return session;
    },
    keepBeside(title, from) {
      session?.beside();
      store.setState({ title, from });
    },
  };
}
