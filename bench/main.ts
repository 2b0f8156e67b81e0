import * as Comlink from 'comlink';
import type { Bench } from './bench.worker.ts';

declare global {
  interface Window {
    /** Starts a worker of its own for a series of measurements. */
    startBench: () => Comlink.Remote<Bench>;
  }
}

window.startBench = () =>
  Comlink.wrap<Bench>(new Worker(new URL('./bench.worker.ts', import.meta.url), { type: 'module' }));
