import { pickBundle } from '../../io/bundleFiles.ts';
import type { BundleSource } from '../../protocol/paintEngine.ts';
import { orTell } from '../exporting/madeFiles.ts';
import type { Studio } from '../studio.ts';

/** Lets a person pick a bundle of their own. */
export function openBundleFiles(studio: Studio, as: 'files' | 'folder'): Promise<void> {
  return orTell(studio, async () => {
    const files = await pickBundle(as);
    if (files) await useBundle(studio, { kind: 'files', files });
  });
}

/** The next picture is painted by another bundle. */
export async function useBundle({ painter, model, store }: Studio, source: BundleSource): Promise<void> {
  await model.change(source, 'files');
  painter.interrupt();
  painter.dismiss();
  const { manifest } = store.getState().bundle;
  if (manifest) store.setState({ notice: { kind: 'bundle-opened', title: manifest.title } });
}
