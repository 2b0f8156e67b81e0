import type { BackendName, BundleSource } from '../../protocol/paintEngine.ts';
import type { BundleState } from '../pageState.ts';

const OWN_BUNDLE = 'models/landscapes/manifest.json';

export interface Address {
  readonly bundle: BundleSource;
  readonly from: BundleState['from'];
  readonly host: BundleState['host'];
  readonly backend: BackendName | 'auto';
  /** Of each worker; undefined: as many as were measured to be worth it. */
  readonly threads: number | undefined;
}

/** What the page's address asks for: `?bundle=` a manifest, `?backend=` webgpu or wasm, `?threads=` a number. */
export function readAddress(href: string, base: string): Address {
  const wanted = new URL(href).searchParams;
  const bundle = wanted.get('bundle');
  const backend = wanted.get('backend');
  const threads = Number(wanted.get('threads') ?? NaN);
  const url = resolved(bundle ?? OWN_BUNDLE, base);
  return {
    // Whole, because the worker's own address is another one.
    bundle: { kind: 'url', url },
    from: bundle === null ? 'own' : 'address',
    host: URL.canParse(url) && new URL(url).origin !== new URL(base).origin ? new URL(url).host : undefined,
    backend: backend === 'webgpu' || backend === 'wasm' ? backend : 'auto',
    threads: Number.isInteger(threads) && threads >= 1 ? threads : undefined,
  };
}

/** What is no address stays as it is: fetching it fails with the right sentence. */
function resolved(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}
