import type { BackendName, BackendReason } from '../../src/protocol/paintEngine.ts';
import { reportAdapter, type AdapterReport } from './webgpuStatus.ts';

export interface BackendPlan {
  /** What the browser says about its GPU. */
  readonly adapter: AdapterReport;
  readonly order: readonly BackendName[];
}

/** Asks the browser for its GPU, unless that is not wanted. */
export async function planBackends(wanted: BackendName | 'auto'): Promise<BackendPlan> {
  const adapter: AdapterReport = wanted === 'wasm' ? { status: 'not-tried', name: '' } : await reportAdapter();
  return { adapter, order: backendOrder(wanted, adapter) };
}

/** Which backends are tried, the first one first. */
export function backendOrder(wanted: BackendName | 'auto', adapter: AdapterReport): BackendName[] {
  if (wanted === 'wasm') return ['wasm'];
  // A software adapter is used where the address asks for it, which is how WebGPU is tested without a GPU.
  const usable = adapter.status === 'available' || (wanted === 'webgpu' && adapter.status === 'software');
  return usable ? ['webgpu', 'wasm'] : ['wasm'];
}

/** Why a backend runs a graph, in the words of the page. @param failed another one has not passed its self-test */
export function reasonOf(
  backend: BackendName,
  order: readonly BackendName[],
  wanted: BackendName | 'auto',
  failed: boolean,
): BackendReason {
  if (failed) return 'fallback';
  if (wanted === backend) return 'override';
  return order.length === 1 ? 'only' : 'faster';
}
