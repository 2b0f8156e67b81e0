import { IoError } from '../../core/problem.ts';
import { copyPng } from '../../io/copiedPicture.ts';
import { saveProject } from '../work/projectActions.ts';
import { pictureFileOf, sayMaking, tell } from './madeFiles.ts';
import { pairRequestOf, saveLayoutPng, savePair, savePicture } from './saveActions.ts';
import type { Studio } from '../studio.ts';
import type { ExportChoice } from './exportChoice.ts';

export function setExport({ store }: Pick<Studio, 'store'>, change: Partial<ExportChoice>): void {
  store.setState(({ exported }) => ({ exported: { ...exported, ...change } }));
}

/** Saves what was chosen. Has to be called from a click or a key. */
export async function saveExport(studio: Studio, { what, scale, format, convention }: ExportChoice): Promise<void> {
  switch (what) {
    case 'picture':
      return savePicture(studio, scale, format);
    case 'pair':
      return savePair(studio, format);
    case 'layout':
      return saveLayoutPng(studio, convention);
    case 'project':
      return saveProject(studio);
    default:
      return what satisfies never;
  }
}

/** Puts the picture, or layout and picture, into the clipboard. Has to be called from a click or a key. */
export async function copyExport(studio: Studio, { what, scale }: Pick<ExportChoice, 'what' | 'scale'>): Promise<void> {
  const picture = what === 'picture' ? pictureFileOf(studio, scale) : undefined;
  const request = picture ? ({ file: 'picture', picture } as const) : pairRequestOf(studio);
  const made = studio.files.make(request);
  const blob = made.then((bytes) => new Blob([bytes], { type: 'image/png' }));
  // It may fail where the clipboard does not wait for it.
  blob.catch(() => undefined);
  const stopSaying = sayMaking(studio);
  try {
    await copyPng(blob);
    studio.store.setState({ notice: { kind: 'copied' } });
  } catch {
    // What could not be made says more than that it was not copied.
    const fault: unknown = await made.then(
      () => new IoError({ code: 'not-copied' }),
      (error: unknown) => error,
    );
    tell(studio, fault);
  } finally {
    stopSaying();
  }
}
