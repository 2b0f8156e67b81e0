import { openStored } from './pictureActions.ts';
import { openWork } from '../../io/openWork.ts';
import { loadStarter, loadStarterList, type Starter } from '../../io/starters.ts';
import type { SharedPicture } from '../../core/shareLink/sharedPicture.ts';
import { beginWithShared, readLink, showShared } from '../share/shareActions.ts';
import { decodeIfFree } from '../picture/decodeAtRest.ts';
import { showBeginning } from './beginning.ts';
import { begin, resumeWork } from './startActions.ts';
import type { Studio } from '../studio.ts';

export interface OpenPageOptions {
  /** A picture that the address carries. */
  readonly link?: string | undefined;
  /** Takes the link out of the address: the person has changed what came with it, so that it is theirs, or it is damaged. */
  readonly forgetLink?: () => void;
}

/** Puts in place what was there last time, or something to look at, and keeps all that comes. */
export async function openPage(studio: Studio, { link, forgetLink }: OpenPageOptions = {}): Promise<void> {
  const { store, painter, works } = studio;
  const shared = sharedBy(studio, link);
  if (shared) {
    beginWithShared(studio, shared);
    keepWhenChanged(studio, () => forgetLink?.());
    await showShared(studio);
    return;
  }
  forgetLink?.(); // One that says nothing, if there is one.
  const opened = await openWork({ store: works.store });
  const { found } = opened;
  if (found.kind === 'work') resumeWork(studio, found);
  else {
    await begin(studio, firstStarter());
    showBeginning(studio);
  }
  const session = works.start(opened);
  // Something has replaced what the page opened with before anyone listened.
  if (studio.history.getState().made > 0) session.touch();
  if (opened.late) waitForStorage(studio, opened.late);
  if (found.kind === 'unreadable') store.setState({ notice: { kind: 'unreadable' } });
  await painter.inspect();
  await decodeIfFree(studio);
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
  const shared = sharedBy(studio, link);
  if (!shared) return;
  beginWithShared(studio, shared);
  studio.store.setState({ notice: undefined });
  await showShared(studio);
}

/** What a link says, if there is one; a notice where it says nothing that can be shown. */
function sharedBy({ store }: Studio, link: string | undefined): SharedPicture | undefined {
  const read = link === undefined ? undefined : readLink(link);
  if (!read || !('code' in read)) return read;
  store.setState({ notice: { kind: 'problem', problem: read } });
  return undefined;
}

/** The page is there without its last picture, and opens it when the storage answers after all; offers it where something was begun. */
function waitForStorage(studio: Studio, late: Promise<string | undefined>): void {
  const { document, store } = studio;
  const { layout, tokens } = document.revision;
  store.setState({ trouble: 'silent', notice: { kind: 'autosave', trouble: 'silent' } });
  late.then(
    (last) => {
      if (store.getState().trouble !== 'silent') return;
      store.setState({ trouble: undefined, notice: last === undefined ? undefined : { kind: 'answered', last } });
      const now = document.revision;
      // Nobody has begun anything meanwhile.
      if (last !== undefined && now.layout === layout && now.tokens === tokens) void openStored(studio, last);
    },
    () => store.setState({ trouble: 'unavailable', notice: { kind: 'autosave', trouble: 'unavailable' } }),
  );
}

/** A shared picture that is only looked at leaves nothing behind, and this tab's own work stays this tab's. */
function keepWhenChanged(studio: Studio, onChange: () => void): void {
  const stop = studio.document.subscribe((part) => {
    // Its pixels are made while it is looked at.
    if (part === 'picture') return;
    stop();
    onChange();
    // The change that this began with is over before anyone listens for changes to save.
    if (studio.works.session) return; // Another picture was opened: it has a document.
    void openWork({ store: studio.works.store, beside: 'changed' }).then((opened) =>
      studio.works.start(opened).touch(),
    );
  });
}
