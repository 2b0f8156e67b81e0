import type { DocumentContent } from '../../document/paintDocument.ts';
import type { PictureKeeper } from '../pictureKeeper.ts';
import type { PictureOrigin } from '../pictureOrigin.ts';
import type { PageStore } from '../pageState.ts';
import type { PictureHistory } from '../pictureResult.ts';
import type { Studio } from '../studio.ts';

/** What takes the place of the work. */
export interface Replacement extends DocumentContent {
  /** What was done, as the history's name for it. */
  readonly label: string;
  /** How its picture was made: asked once it is in place. Nothing is known of it, if left out. */
  readonly origin?: () => PictureOrigin | undefined;
}

/**
 * Puts another work in place, which undo takes back: the one way for all that replaces what a person has made. It waits
 * until the page has opened, which would put last time's work over it, asks where the work is not in the browser's
 * storage, and ends the job that paints it.
 * @returns whether it is in place; false where the person would rather keep what there is
 */
export async function replaceWork(studio: Studio, next: Replacement): Promise<boolean> {
  if (!(await mayReplace(studio))) return false;
  const { painter } = studio;
  painter.interrupt();
  putInPlace(studio, next);
  painter.dismiss();
  return true;
}

/** Waits for the page's opening, and asks if there is work that is nowhere kept: before a job that will replace it, too. */
export async function mayReplace({ store, unsaved }: Pick<Studio, 'store' | 'unsaved'>): Promise<boolean> {
  await whenOpened(store);
  return store.getState().trouble === undefined || unsaved.ask();
}

/** The replacement alone, as one entry of the history: for a job under way, and for what goes on with the same work. */
export function putInPlace(
  { history, pictures }: { readonly history: PictureHistory; readonly pictures: PictureKeeper },
  { label, origin, ...content }: Replacement,
): void {
  pictures.remember();
  history.replace(content, label);
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
