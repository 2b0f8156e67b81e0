import { heldDocuments } from '../../io/documentClaim.ts';
import { describedWork, type WorkInfo } from '../../io/workInfo.ts';
import type { WorkEntry, WorkStore } from '../../io/workStore.ts';
import type { Studio } from '../studio.ts';

/** A picture of the person's, as the list shows it. */
export interface ListedPicture extends WorkEntry {
  /** Open in this tab, in another one, or in none. */
  readonly open: 'here' | 'elsewhere' | 'nowhere';
  readonly readable: boolean;
}

/** All that is stored, what was worked on last first. Rejects where the storage does not answer. */
export async function listPictures({ works }: Studio): Promise<readonly ListedPicture[]> {
  await works.session?.flush();
  const [entries, held] = await Promise.all([works.store.list(), heldDocuments()]);
  const listed: ListedPicture[] = [];
  for (const entry of entries) {
    const isKnown = entry.info !== undefined && entry.info.unreadable !== true;
    const info = isKnown ? entry.info : await describe(works.store, entry);
    const isHere = entry.id === works.session?.id;
    const open = isHere ? 'here' : held.has(entry.id) ? 'elsewhere' : 'nowhere';
    listed.push({ ...entry, info, open, readable: info !== undefined && info.unreadable !== true });
  }
  return listed;
}

/** Of a document that an older page wrote, or that could not be read when it was asked for last. */
async function describe(store: WorkStore, { id, time, info }: WorkEntry): Promise<WorkInfo | undefined> {
  const found = await store.read(id);
  if (found.kind !== 'work') return info;
  const { title = '', from = 'own', created = time } = info ?? {};
  const made = { title, from, created, ...describedWork(found.work) };
  await store.describe(id, made);
  return made;
}
