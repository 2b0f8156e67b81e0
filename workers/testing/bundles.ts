import type { BackendName } from '../../src/protocol/paintEngine.ts';
import { openBundle } from '../engine/bundleSource.ts';
import { LoadedBundle, type Need } from '../engine/loadedBundle.ts';

/** Loads a bundle of the repository on one backend, for tests in the browser. Fails if a graph fell to the other. */
export async function loadForTest(
  name: 'tiny' | 'landscapes',
  backend: BackendName,
  needs: readonly Need[] = ['paint'],
): Promise<LoadedBundle> {
  const bundle = new LoadedBundle(
    await openBundle({ kind: 'url', url: `/models/${name}/manifest.json` }),
    () => undefined,
  );
  for (const need of needs) {
    await bundle.load(need, {
      backend,
      signal: new AbortController().signal,
      onBytes: () => undefined,
      onGraph: () => undefined,
    });
  }
  const fallen = bundle.backends.filter((choice) => choice.backend !== backend);
  if (bundle.backends.length === 0 || fallen.length > 0) {
    throw new Error(`On ${backend}: ${JSON.stringify(bundle.backends)}`);
  }
  return bundle;
}
