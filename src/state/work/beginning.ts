import { ANY } from '../../core/classes.ts';
import { isRunning } from '../painting/jobState.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';
import type { PageStore } from '../pageState.ts';

interface BeginningParts {
  readonly document: PaintDocument;
  readonly store: PageStore;
}

/** Says how to begin until the person does something: paints, starts a picture, opens something else. */
export function showBeginning({ document, store }: BeginningParts): void {
  store.setState({ beginning: 'first' });
  const end = () => {
    stopDocument();
    stopStore();
    if (store.getState().beginning === 'first') store.setState({ beginning: undefined });
  };
  const stopDocument = document.subscribe((part) => {
    if (part === 'layout' || part === 'all') end();
  });
  const stopStore = store.subscribe(({ job, beginning }) => {
    if (isRunning(job) || beginning !== 'first') end();
  });
}

/** The person has begun, even where a stroke changes nothing. */
export function endBeginning({ store }: Pick<BeginningParts, 'store'>): void {
  if (store.getState().beginning !== undefined) store.setState({ beginning: undefined });
}

/** Keeps track of whether the layout has been emptied. */
export function watchEmptiness({ document, store }: BeginningParts): void {
  document.subscribe((part, { width, height }) => {
    if (part !== 'layout' && part !== 'all') return;
    const { beginning } = store.getState();
    const { layout } = document;
    // Only what changes all of it can empty it: a stroke costs nothing here.
    const isEmpty = width === layout.width && height === layout.height && layout.ids.every((id) => id === ANY);
    if (isEmpty && beginning === undefined) store.setState({ beginning: 'empty' });
    if (!isEmpty && beginning === 'empty') store.setState({ beginning: undefined });
  });
}
