import { IoError } from '../../core/problem.ts';
import { pictureToKeep } from '../../document/pictureToSave.ts';
import { importAgain } from '../../io/importAgain.ts';
import { PROJECT_ENDING } from '../../core/projectFormat.ts';
import { fittingMood } from '../../protocol/capabilities.ts';
import { decodeIfFree } from '../picture/decodeAtRest.ts';
import { stoppedJob } from '../painting/jobState.ts';
import { FILE_KEYS, fileState, restoredState } from '../persistence.ts';
import { classesNow, pictureFileOf, saveMade } from '../exporting/madeFiles.ts';
import type { Studio } from '../studio.ts';
import { replaceWork } from './replaceWork.ts';

/** What a file's name has beside the picture's. */
const PROJECT_FILE = /(?:\.pleinair)?(?:\.zip)?$/i;

/** No project is larger. */
const MOST_BYTES = 64 * 1024 * 1024;

/** All of the work in one file. Has to be called from a click or a key. */
export async function saveProject(studio: Studio): Promise<void> {
  const { document, store } = studio;
  const { lattice, layout } = document;
  const { tokens, own, picture } = pictureToKeep(document);
  const { coverage, settings } = store.getState();
  const parts = {
    lattice,
    layout,
    tokens,
    picture: coverage === 'none' ? undefined : pictureFileOf(studio, 1, picture),
    own,
    page: fileState(store.getState()),
    classes: classesNow(studio),
  };
  await saveMade(studio, { file: 'project', parts }, `landscape-${settings.seed}${PROJECT_ENDING}`, 'application/zip');
}

/** A project in place of the work, which undo brings back. */
export async function openProject(studio: Studio, file: File): Promise<void> {
  if (file.size > MOST_BYTES) throw new IoError({ code: 'too-large', file: file.name });
  const { decodeProject } = await importAgain(() => import('../../io/projectFile.ts'));
  const project = await decodeProject(new Uint8Array(await file.arrayBuffer()), file.name);
  const { document, store } = studio;
  const { mood = 0, zoom = 0, ...state } = restoredState(project.page, FILE_KEYS);
  const knownMood = fittingMood(store.getState().bundle.manifest, mood);
  const { lattice, layout, tokens, picture, own } = project;
  const content = { lattice, layout, tokens, own, picture };
  const title = state.title ?? file.name.replace(PROJECT_FILE, '');
  if (!(await replaceWork(studio, { ...content, label: 'project', origin: () => state.origin, title }))) return;
  store.setState({ ...state, title, zoom, mood: knownMood });
  if (state.origin?.finished === false) store.setState({ job: stoppedJob(document) });
  await decodeIfFree(studio);
}
