import { fileOpen } from 'browser-fs-access';
import { isAbort } from './saveFile.ts';

/**
 * Lets a person pick files of any kind that the page opens. Has to be called from a click or a key.
 * @returns none if the dialog was closed without a choice.
 */
export async function pickFiles(): Promise<readonly File[]> {
  try {
    return await fileOpen({ multiple: true, id: 'open' });
  } catch (error) {
    if (isAbort(error)) return [];
    throw error;
  }
}
