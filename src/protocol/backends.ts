import type { GraphName } from './manifest.ts';

export type BackendName = 'webgpu' | 'wasm';

/** A reason in the closed set that the page has a plain sentence for. */
export type BackendReason =
  | 'faster' // measured at start, and remembered
  | 'only' // the other one is not there: see `unavailable`
  | 'override' // the address says ?backend=
  | 'fallback'; // the other one failed its self-test

export interface BackendChoice {
  readonly graph: GraphName;
  readonly backend: BackendName;
  readonly reason: BackendReason;
  /** What a run of one lane or tile of the self-test took; 0 for graphs that have none. */
  readonly milliseconds: number;
  /** Why WebGPU does not run, where it does not. */
  readonly webgpu: WebGpuStatus;
  /** How many threads the graph's runtime has. */
  readonly threads: number;
}

export type WebGpuStatus = 'available' | 'absent' | 'no-adapter' | 'software' | 'failed' | 'not-tried';
