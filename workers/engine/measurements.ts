import { get, set } from 'idb-keyval';
import type { BackendName } from '../../src/protocol/paintEngine.ts';

/** Which backend was measured to be the faster for some graphs on some adapter, kept between visits. */
const keyFor = (adapter: string, graphs: string) => `plein-air faster ${adapter} ${graphs}`;

/** @returns undefined where nothing was measured yet, or the browser keeps nothing */
export async function recallFaster(adapter: string, graphs: string): Promise<BackendName | undefined> {
  const stored: unknown = await get(keyFor(adapter, graphs)).catch(() => undefined);
  return stored === 'webgpu' || stored === 'wasm' ? stored : undefined;
}

export async function rememberFaster(adapter: string, graphs: string, backend: BackendName): Promise<void> {
  await set(keyFor(adapter, graphs), backend).catch(() => undefined);
}
