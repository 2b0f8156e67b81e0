import { directoryOpen, fileOpen } from 'browser-fs-access';
import { IoError } from '../core/problem.ts';
import { isAbort } from './saveFile.ts';

/** A bundle has about ten files; a folder with hundreds is not one, and its files are not to be held. */
const MAXIMUM_FILES = 64;
const MANIFEST = 'manifest.json';

/**
 * Lets a person pick a bundle of their own: its manifest and its graphs, as files or as their folder.
 * @returns the files; undefined if the dialog was closed without a choice.
 * @throws IoError if there is no manifest among them
 */
export async function pickBundle(as: 'files' | 'folder'): Promise<File[] | undefined> {
  try {
    return checked(as === 'files' ? await pickFiles() : await pickFolder());
  } catch (error) {
    if (isAbort(error)) return undefined;
    throw error;
  }
}

function pickFiles(): Promise<File[]> {
  return fileOpen({
    multiple: true,
    id: 'bundle',
    description: 'A bundle: manifest.json and its graphs',
    extensions: ['.json', '.onnx', '.bin'],
  });
}

async function pickFolder(): Promise<File[]> {
  const found = await directoryOpen({ recursive: false, id: 'bundle' });
  // An empty folder comes as its handle.
  return found.filter((entry) => entry instanceof File);
}

/** @throws IoError */
export function checked(files: File[]): File[] {
  if (!files.some(({ name }) => name === MANIFEST)) {
    throw new IoError({ code: 'no-manifest' });
  }
  if (files.length > MAXIMUM_FILES) {
    throw new IoError({ code: 'many-files', most: MAXIMUM_FILES });
  }
  return files;
}
