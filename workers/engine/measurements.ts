import { get, set } from 'idb-keyval';
import type { BackendName } from '../../src/protocol/paintEngine.ts';

/** Which backend was measured to be the faster for some graphs on some adapter, kept between visits. */
const keyFor = (adapter: string, graphs: string) => `plein-air faster ${adapter} ${graphs}`;

/** Measures while no other worker does: two at once would slow each other, and what is measured is remembered. */
export function alone<T>(measure: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request('plein-air measuring', measure) : measure();
}

/** @returns undefined where nothing was measured yet, or the browser keeps nothing */
export async function recallFaster(adapter: string, graphs: string): Promise<BackendName | undefined> {
  const stored: unknown = await get(keyFor(adapter, graphs)).catch(() => undefined);
  return stored === 'webgpu' || stored === 'wasm' ? stored : undefined;
}

export async function rememberFaster(adapter: string, graphs: string, backend: BackendName): Promise<void> {
  await set(keyFor(adapter, graphs), backend).catch(() => undefined);
}
