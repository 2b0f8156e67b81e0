import { fileSave } from 'browser-fs-access';

/** A person who closes the dialog has not met an error. */
export type SaveOutcome = 'saved' | 'cancelled';

/**
 * Asks where to save a file and saves it; a plain download where the browser has no such dialog. Has to be called from a
 * click or a key.
 */
export async function saveBlob(blob: Promise<Blob>, fileName: string, mimeType: string): Promise<SaveOutcome> {
  const extension = fileName.slice(fileName.lastIndexOf('.'));
  try {
    await fileSave(blob, { fileName, extensions: [extension], mimeTypes: [mimeType], id: 'pictures' });
    return 'saved';
  } catch (error) {
    if (isAbort(error)) return 'cancelled';
    throw error;
  }
}

/**
 * Whether a file can be saved now: a dialog opens only for some seconds after a click or a key (Chromium: five), and what takes
 * longer to make needs another one.
 */
export function maySaveNow(): boolean {
  return !('showSaveFilePicker' in globalThis) || navigator.userActivation.isActive;
}

/** Whether a dialog was closed without a choice. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
