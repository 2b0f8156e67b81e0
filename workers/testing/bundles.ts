import type { BackendName, ModelNeed } from '../../src/protocol/paintEngine.ts';
import { openBundle } from '../engine/bundleSource.ts';
import { LoadedBundle } from '../engine/loadedBundle.ts';

/** Where the bundles of the repository are; the last one is for tests alone, and not part of the page. */
const MANIFESTS = {
  tiny: '/models/tiny/manifest.json',
  landscapes: '/models/landscapes/manifest.json',
  'tiny-sliding': '/training/parity/tiny-sliding/manifest.json',
} as const;

/** Loads a bundle of the repository on one backend, for tests in the browser. Fails if a graph fell to the other. */
export async function loadForTest(
  name: keyof typeof MANIFESTS,
  backend: BackendName,
  needs: readonly ModelNeed[] = ['paint'],
  threads = 1,
): Promise<LoadedBundle> {
  const bundle = new LoadedBundle(await openBundle({ kind: 'url', url: MANIFESTS[name] }), () => undefined);
  for (const need of needs) {
    await bundle.load(need, {
      backend,
      threads,
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
