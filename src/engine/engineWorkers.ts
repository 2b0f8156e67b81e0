import * as Comlink from 'comlink';
import type { EngineError } from '../protocol/errors.ts';
import type { EngineEvent } from '../protocol/paintEngine.ts';
import { startWorker, type WorkerHandle } from './workerHandle.ts';

/** The painter samples, and does all that is not the decoder's; the decoder makes pixels. */
export type WorkerRole = 'painter' | 'decoder';

export interface EngineWorkersOptions {
  readonly spawn: (role: WorkerRole) => Worker;
  /** With one worker the painter is the decoder, too. */
  readonly count: 1 | 2;
  readonly onEvent: (role: WorkerRole, event: EngineEvent) => void;
  /** Called when one of them has ended by itself; the others are still there. */
  readonly onDeath: (error: EngineError) => void;
}

/**
 * The workers behind an engine, each spawned when it is first wanted. They live and die together: without its decoder a
 * painter waits for ever.
 */
export class EngineWorkers {
  private readonly handles = new Map<WorkerRole, WorkerHandle>();

  constructor(private readonly options: EngineWorkersOptions) {}

  get alive(): WorkerHandle[] {
    return [...this.handles.values()];
  }

  /** Who does the work of a role: the painter has both where it is alone. */
  roleOf(role: WorkerRole): WorkerRole {
    return this.options.count === 1 ? 'painter' : role;
  }

  find(role: WorkerRole): WorkerHandle | undefined {
    return this.handles.get(role);
  }

  /** The worker, spawned if it is not there. A painter comes with a decoder that it is joined to. */
  get(role: WorkerRole): WorkerHandle {
    const there = this.handles.get(role);
    if (there !== undefined) return there;
    const handle: WorkerHandle = startWorker({
      spawn: () => this.options.spawn(role),
      onEvent: (event) => this.options.onEvent(role, event),
      onDeath: (error) => {
        if (this.handles.get(role) === handle) this.options.onDeath(error);
      },
    });
    this.handles.set(role, handle);
    if (role === 'painter' && this.options.count === 2) join(handle, this.get('decoder'));
    return handle;
  }

  /** Ends all of them; pending calls reject with the error. */
  end(error: EngineError): void {
    const ended = this.alive;
    this.handles.clear();
    for (const handle of ended) handle.terminate(error);
  }
}

/** Calls after this one find the two joined: a worker's messages keep their order. */
function join(painter: WorkerHandle, decoder: WorkerHandle): void {
  const { port1, port2 } = new MessageChannel();
  // A worker that does not start is told of by its first call.
  decoder.call((engine) => engine.serveDecoder(Comlink.transfer(port1, [port1]))).catch(() => undefined);
  painter.call((engine) => engine.useDecoder(Comlink.transfer(port2, [port2]))).catch(() => undefined);
}

/** Gigabytes: a second worker has the runtime a second time, which a small machine has no room for. */
const SMALL_MEMORY = 2;

/**
 * How many workers a machine has room and cores for. Browsers that do not tell its memory are taken for larger ones.
 * @param machine what `navigator` tells: gigabytes (Chromium alone), and logical cores
 */
export function workersFor(
  machine: { readonly deviceMemory?: number; readonly hardwareConcurrency?: number } = {},
): 1 | 2 {
  const { deviceMemory, hardwareConcurrency = 1 } = machine;
  return (deviceMemory !== undefined && deviceMemory <= SMALL_MEMORY) || hardwareConcurrency < 2 ? 1 : 2;
}
