import { openWork, type OpenWork } from '../io/openWork.ts';
import { loadStarter, loadStarterList, type Starter } from '../io/starters.ts';
import { changesSaved, savedState } from './persistence.ts';
import { begin, resumeWork } from './startActions.ts';
import type { Studio } from './studio.ts';

/** Puts in place what was there last time, or something to look at, and keeps all that comes. */
export async function openPage(studio: Studio): Promise<void> {
  const { store, painter, document } = studio;
  const opened = await openWork();
  if (opened.work) resumeWork(studio, opened.work);
  else await begin(studio, firstStarter());
  keep(studio, opened);
  await painter.inspect();
  // Tokens without pixels: made again, if that costs no download.
  const { coverage, bundle } = store.getState();
  const hasTokens = document.tokens.some((token) => token >= 0);
  if (coverage === 'none' && hasTokens && bundle.download?.missing === 0) await painter.decode();
}

/** A first visit is not greeted with what is missing: the dialog of starters says it to those who look for one. */
async function firstStarter(): Promise<Starter | undefined> {
  try {
    const [first] = await loadStarterList();
    return first && (await loadStarter(first));
  } catch {
    return undefined;
  }
}

function keep({ document, store }: Studio, opened: OpenWork): void {
  const autosave = opened.autosave(
    document,
    () => savedState(store.getState()),
    (trouble) => store.setState({ notice: { kind: 'autosave', trouble } }),
  );
  store.subscribe((state, before) => {
    if (changesSaved(before, state)) autosave.touch();
  });
}
