import { ANY } from '../../core/classes.ts';
import { isRunning } from '../painting/jobState.ts';
import type { Studio } from '../studio.ts';

/** How to begin, said on the canvases: on a first visit over both, on an emptied layout there. */
export type Beginning = 'first' | 'empty' | undefined;

/** Says how to begin until the person does something: paints, starts a picture, opens something else. */
export function showBeginning(studio: Studio): void {
  const { document, store } = studio;
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
export function endBeginning({ store }: Pick<Studio, 'store'>): void {
  if (store.getState().beginning !== undefined) store.setState({ beginning: undefined });
}

/** Keeps track of whether the layout has been emptied. */
export function watchEmptiness({ document, store }: Pick<Studio, 'document' | 'store'>): void {
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
