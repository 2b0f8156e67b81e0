import type { WebGpuStatus } from '../../src/protocol/paintEngine.ts';

/** What the browser says about its GPU, and a name for it under which measurements are remembered. */
export interface AdapterReport {
  readonly status: WebGpuStatus;
  readonly name: string;
}

/** Asks for an adapter. A software fallback is told apart: WASM is faster than SwiftShader. */
export async function reportAdapter(): Promise<AdapterReport> {
  if (!('gpu' in navigator) || navigator.gpu === undefined) return { status: 'absent', name: '' };
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (adapter === null) return { status: 'no-adapter', name: '' };
  const { vendor, architecture, device, isFallbackAdapter } = adapter.info;
  const name = [vendor, architecture, device].filter((part) => part !== '').join(' ');
  return { status: isFallbackAdapter ? 'software' : 'available', name };
}
