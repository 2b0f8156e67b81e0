import type { Autosave } from '../io/autosave.ts';
import { lacksPixels } from '../core/lacksPixels.ts';
import { openWork, type OpenWork } from '../io/openWork.ts';
import { loadStarter, loadStarterList, type Starter } from '../io/starters.ts';
import { decodeShareLink } from '../core/shareLink/shareLink.ts';
import { LinkError, type SharedPicture } from '../core/shareLink/sharedPicture.ts';
import { beginWithShared, showShared } from './share/shareActions.ts';
import { changesSaved, savedState } from './persistence.ts';
import { knowsTokensOf } from './pictureOrigin.ts';
import { begin, resumeWork } from './startActions.ts';
import type { Studio } from './studio.ts';

export interface OpenPageOptions {
  /** A picture that the address carries. */
  readonly link?: string | undefined;
  /** Takes the link out of the address: the person has changed what came with it, so that it is theirs, or it is damaged. */
  readonly forgetLink?: () => void;
}

/** Puts in place what was there last time, or something to look at, and keeps all that comes. */
export async function openPage(studio: Studio, { link, forgetLink }: OpenPageOptions = {}): Promise<void> {
  const { store, painter, document } = studio;
  const shared = link === undefined ? undefined : readLink(studio, link);
  if (shared) {
    beginWithShared(studio, shared);
    keepWhenChanged(studio, () => forgetLink?.());
    await showShared(studio);
    return;
  }
  forgetLink?.(); // One that says nothing, if there is one.
  const opened = await openWork();
  if (opened.work) resumeWork(studio, opened.work);
  else await begin(studio, firstStarter());
  keep(studio, opened);
  await painter.inspect();
  // Tokens without pixels: made again, if that costs no download and the model means the same by them.
  const { bundle, origin } = store.getState();
  const isFree = bundle.download?.missing === 0 && knowsTokensOf(bundle.manifest, origin);
  if (isFree && lacksPixels(document)) await painter.decode();
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

/** A shared picture to look at, and nothing else: nothing is kept, and nothing of this browser's is read. */
export async function openEmbedded(studio: Studio, link: string | undefined): Promise<void> {
  const shared = link === undefined ? undefined : readLink(studio, link);
  if (!shared) return;
  beginWithShared(studio, shared);
  studio.store.setState({ notice: undefined });
  await showShared(studio);
}

/** What a link says; a notice where it says nothing that can be shown. */
function readLink({ store }: Studio, link: string): SharedPicture | undefined {
  try {
    return decodeShareLink(link);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    store.setState({ notice: { kind: 'problem', sentence: error.message } });
    return undefined;
  }
}

/** A shared picture that is only looked at leaves nothing behind, and this tab's own work stays this tab's. */
function keepWhenChanged(studio: Studio, onChange: () => void): void {
  const stop = studio.document.subscribe((part) => {
    // Its pixels are made while it is looked at.
    if (part === 'picture') return;
    stop();
    onChange();
    // The change that this began with is over before anyone listens for changes to save.
    void openWork({ beside: true }).then((opened) => keep(studio, opened).touch());
  });
}

function keep({ document, store }: Studio, opened: OpenWork): Autosave {
  const autosave = opened.autosave(
    document,
    () => savedState(store.getState()),
    (trouble) => store.setState({ notice: { kind: 'autosave', trouble } }),
  );
  store.subscribe((state, before) => {
    if (changesSaved(before, state)) autosave.touch();
  });
  return autosave;
}
