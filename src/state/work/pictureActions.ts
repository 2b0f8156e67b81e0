import { IoError } from '../../core/problem.ts';
import { layoutHeight, layoutWidth } from '../../core/lattice.ts';
import { emptyLayout } from '../../core/layout.ts';
import { openWork } from '../../io/openWork.ts';
import { randomId } from '../../io/randomId.ts';
import { PROJECT_ENDING } from '../../core/projectFormat.ts';
import { rawWorkFiles } from '../../io/rawWorkFile.ts';
import { MOST_TITLE, type WorkInfo } from '../../io/workInfo.ts';
import type { RawWork } from '../../io/workRecord.ts';
import type { WorkSession } from '../../io/workSession.ts';
import type { FileRequest } from '../../protocol/fileMaker.ts';
import { decodeIfFree } from '../picture/decodeAtRest.ts';
import { FILE_KEYS, restoredState } from '../persistence.ts';
import { saveProject } from './projectActions.ts';
import { pictureFileFrom, saveMade, orTell } from '../exporting/madeFiles.ts';
import { beginWithLayout, resumeWork } from './startActions.ts';
import type { Studio } from '../studio.ts';
import type { ListedPicture } from './pictureList.ts';
import { mayReplace } from './replaceWork.ts';

/** Opens another of the person's pictures in this tab; the one of now stays as it is, and a notice leads back to it. */
export function openStored(studio: Studio, id: string): Promise<void> {
  const { painter, store, works } = studio;
  return orTell(studio, async () => {
    if (!(await mayReplace(studio))) return;
    const session = works.session ?? (await newSession(studio));
    if (session.id === id) return;
    painter.interrupt();
    const before = session.isWorthKeeping ? session.id : undefined;
    const found = await session.switchTo(id);
    if (found.kind !== 'work') throw new IoError({ code: `picture-${found.kind}` });
    resumeWork(studio, found);
    if (store.getState().origin?.finished !== false) painter.dismiss();
    store.setState({ notice: { kind: 'opened', title: store.getState().title, back: before } });
    await decodeIfFree(studio);
  });
}

/**
 * Begins a picture of its own: the one of now stays as it is.
 * @param from the layout that there is where nothing else is, or an empty one
 */
export async function newPicture(studio: Studio, from: 'first layout' | 'empty layout'): Promise<void> {
  if (!(await mayReplace(studio))) return;
  const { document, painter, store, works } = studio;
  const session = works.session ?? (await newSession(studio));
  painter.interrupt();
  const before = session.isWorthKeeping ? session.id : undefined;
  session.anew();
  beginWithLayout(studio, from === 'empty layout' ? new Uint8Array(emptyLayout(document.lattice).ids) : undefined);
  painter.dismiss();
  store.setState({ title: '', from: 'own', notice: { kind: 'begun', back: before } });
}

/** @param info as the list has it */
export async function renameStored(studio: Studio, id: string, info: WorkInfo, title: string): Promise<void> {
  const { works, store } = studio;
  const next = title.trim().slice(0, MOST_TITLE);
  if (works.session?.id === id) {
    store.setState({ title: next });
    works.session.cherish();
    await works.session.flush();
  } else await works.store.describe(id, { ...info, title: next });
}

/** @param title of the copy */
export async function duplicateStored({ works }: Studio, id: string, title: string): Promise<void> {
  const raw = await works.store.readRaw(id);
  const info = { ...(raw.info as WorkInfo), title: title.slice(0, MOST_TITLE), created: Date.now() };
  await works.store.writeRaw(randomId(), { ...raw, info, time: Date.now() });
}

/** What undo needs after a picture was deleted. */
export interface Deleted {
  readonly id: string;
  readonly raw: RawWork;
  readonly wasOpen: boolean;
}

/** Deletes a picture; where it is the one that is open, the page begins another one. */
export async function deleteStored(studio: Studio, id: string): Promise<Deleted> {
  const { painter, store, works } = studio;
  const wasOpen = works.session?.id === id;
  if (wasOpen) {
    painter.interrupt();
    await works.session?.flush();
  }
  const raw = await works.store.readRaw(id);
  if (wasOpen) {
    works.session?.anew();
    beginWithLayout(studio);
    painter.dismiss();
    store.setState({ title: '', from: 'own' });
  }
  await works.store.remove(id);
  return { id, raw, wasOpen };
}

export async function undeleteStored(studio: Studio, { id, raw, wasOpen }: Deleted): Promise<void> {
  await studio.works.store.writeRaw(id, raw);
  if (wasOpen) await openStored(studio, id);
}

/** A picture as a project, or what there is of one that cannot be read. Has to be called from a click or a key. */
export async function saveStored(studio: Studio, { id, info, readable, open }: ListedPicture): Promise<void> {
  if (open === 'here') {
    await saveProject(studio);
    return;
  }
  const file = `${fileName(info?.title ?? '')}${readable ? PROJECT_ENDING : '.zip'}`;
  await saveMade(studio, readable ? projectOf(studio, id) : rawOf(studio, id), file, 'application/zip');
}

async function rawOf({ works }: Studio, id: string): Promise<FileRequest> {
  return { file: 'zip', files: rawWorkFiles(await works.store.readRaw(id)) };
}

async function projectOf({ works }: Studio, id: string): Promise<FileRequest> {
  const found = await works.store.read(id);
  if (found.kind !== 'work') throw new IoError({ code: `picture-${found.kind}` });
  const { lattice, tokens, own, ...work } = found.work;
  const page = restoredState(work.page, FILE_KEYS);
  const layout = { width: layoutWidth(lattice), height: layoutHeight(lattice), ids: work.layout };
  const { origin } = page;
  const picture = origin && pictureFileFrom(lattice, work.picture, origin, 1);
  const parts = { lattice, layout, tokens, own, picture, page: { ...page, title: found.info?.title ?? '' } };
  return { file: 'project', parts };
}

/** A title as a file may be called. */
function fileName(title: string): string {
  return title.replaceAll(/[\\/:*?"<>|]/g, '-').trim() || 'landscape';
}

/** The page writes a document from now on: it showed what it does not keep, a link that is looked at. */
async function newSession({ works }: Studio): Promise<WorkSession> {
  return works.start(await openWork({ store: works.store, beside: 'untouched' }));
}
