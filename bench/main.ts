import * as Comlink from 'comlink';
import type { Bench } from './bench.worker.ts';
import { startEngine, type EngineBench, type Way } from './engineBench.ts';

declare global {
  interface Window {
    /** Starts a worker of its own for a series of measurements. */
    startBench: () => Comlink.Remote<Bench>;
    /** Starts the page's engine, one way or another. */
    startEngine: (manifest: string, way: Way) => Promise<EngineBench>;
  }
}

window.startEngine = startEngine;
window.startBench = () =>
  Comlink.wrap<Bench>(new Worker(new URL('./bench.worker.ts', import.meta.url), { type: 'module' }));
