import type { DocumentContent } from '../../document/paintDocument.ts';
import type { WorkOrigin } from '../../io/workInfo.ts';
import type { Painter } from '../painting/painter.ts';
import type { HistoryParts } from '../picture/pictureKeeper.ts';
import type { PictureOrigin } from '../picture/pictureOrigin.ts';
import type { PageStore } from '../pageState.ts';
import type { UnsavedQuestion } from './unsavedQuestion.ts';
import type { WorkKeeper } from './workKeeper.ts';

type PlaceParts = Pick<HistoryParts, 'history' | 'pictures'>;

interface AskingParts {
  readonly store: PageStore;
  readonly unsaved: UnsavedQuestion;
}

/** What work is replaced with. */
export interface ReplacingParts extends PlaceParts, AskingParts {
  readonly works: WorkKeeper;
  readonly painter: Pick<Painter, 'interrupt' | 'dismiss'>;
}

/** What takes the place of the work. */
export interface Replacement extends DocumentContent {
  /** What was done, as the history's name for it. */
  readonly label: string;
  /** How its picture was made: asked once it is in place. Nothing is known of it, if left out. */
  readonly origin?: () => PictureOrigin | undefined;
  /** What it is called. */
  readonly title?: string;
  /** Whose it is; the person's own, if left out. */
  readonly from?: WorkOrigin;
}

/**
 * Puts another work in place, which undo takes back: the one way for all that replaces what a person has made. It waits
 * until the page has opened, which would put last time's work over it, asks where the work is not in the browser's
 * storage, and ends the job that paints it.
 * @returns whether it is in place; false where the person would rather keep what there is
 */
export async function replaceWork(parts: ReplacingParts, next: Replacement): Promise<boolean> {
  if (!(await mayReplace(parts))) return false;
  const { painter } = parts;
  painter.interrupt();
  putBeside(parts, next);
  painter.dismiss();
  return true;
}

/** Waits for the page's opening, and asks if there is work that is nowhere kept: before a job that will replace it, too. */
export async function mayReplace({ store, unsaved }: AskingParts): Promise<boolean> {
  await whenOpened(store);
  return store.getState().trouble === undefined || unsaved.ask();
}

/** The work stays as it is in the storage, and another document takes its place: within a job, which is not interrupted. */
export function putBeside({ works, ...parts }: PlaceParts & Pick<ReplacingParts, 'works'>, next: Replacement): void {
  works.keepBeside(next.title ?? '', next.from ?? 'own');
  putInPlace(parts, next);
}

/** The replacement alone, as one entry of the history: for what goes on with the same work in another format. */
export function putInPlace({ history, pictures }: PlaceParts, next: Replacement): void {
  const { label, origin, lattice, layout, tokens, picture, own } = next;
  pictures.remember();
  history.replace({ lattice, layout, tokens, picture, own }, label);
  pictures.placed(origin?.());
}

function whenOpened(store: PageStore): Promise<void> {
  if (store.getState().opened) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = store.subscribe(({ opened }) => {
      if (!opened) return;
      stop();
      resolve();
    });
  });
}
