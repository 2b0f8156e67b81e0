import * as Comlink from 'comlink';
import { EngineError } from '../protocol/errors.ts';
import { PROTOCOL_VERSION, type EngineEvent, type PaintEngine } from '../protocol/paintEngine.ts';
import { isUnfetched } from './isUnfetched.ts';

/** How long a fresh worker may take to answer. Generous: a phone may still be parsing its script. Milliseconds. */
const HANDSHAKE_LIMIT = 20_000;

/** One worker's life, from the handshake to its end. Calls to it reject when it ends, which Comlink's alone never do. */
export interface WorkerHandle {
  /** Calls the engine; rejects with WORKER_DIED when the worker ends first. */
  call<T>(run: (engine: PaintEngine) => Promise<T>): Promise<T>;
  /** Ends the worker; pending calls reject with the error. */
  terminate(error: EngineError): void;
}

export interface WorkerHandleOptions {
  readonly spawn: () => Worker;
  readonly onEvent: (event: EngineEvent) => void;
  /** Called once, when the worker ended without having been told to. */
  readonly onDeath: (error: EngineError) => void;
  readonly handshakeLimit?: number;
}

export function startWorker({ spawn, onEvent, onDeath, handshakeLimit }: WorkerHandleOptions): WorkerHandle {
  const worker = spawn();
  // Every method of the interface answers with a promise, so the remote has the interface itself; Comlink's own type
  // distributes over unions and takes `Reply` apart.
  const engine = Comlink.wrap<PaintEngine>(worker) as unknown as PaintEngine;
  const events = new MessageChannel();
  let ended = false;
  let greeted = false;
  let rejectAll: ((error: EngineError) => void) | undefined;
  const end = new Promise<never>((_, reject) => {
    rejectAll = reject;
  });
  end.catch(() => undefined);

  const die = (error: EngineError, told: boolean) => {
    if (ended) return;
    ended = true;
    rejectAll?.(error);
    events.port1.close();
    worker.terminate();
    if (!told) onDeath(error);
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    const error =
      !greeted && isUnfetched(event)
        ? new EngineError('NETWORK', 'The painter could not be fetched.')
        : new EngineError('WORKER_DIED', 'The painter stopped unexpectedly.', event.message);
    die(error, false);
  });
  worker.addEventListener('messageerror', () => {
    die(new EngineError('WORKER_DIED', 'The painter sent something that could not be read.'), false);
  });
  events.port1.addEventListener('message', ({ data }: MessageEvent<EngineEvent>) => {
    if (!ended) onEvent(data);
  });
  events.port1.start();

  const hello = Promise.race([
    engine.hello(PROTOCOL_VERSION, Comlink.transfer(events.port2, [events.port2])),
    end,
    timeout(handshakeLimit ?? HANDSHAKE_LIMIT),
  ]).then(({ protocol }) => {
    greeted = true;
    if (protocol !== PROTOCOL_VERSION) {
      throw new EngineError('WORKER_DIED', 'The page and its painter are of different versions. Reload the page.');
    }
  });
  hello.catch((error: unknown) => {
    die(error instanceof EngineError ? error : new EngineError('WORKER_DIED', String(error)), false);
  });

  return {
    call: async (run) => {
      await hello;
      return Promise.race([run(engine), end]);
    },
    terminate: (error) => die(error, true),
  };
}

function timeout(milliseconds: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => {
      reject(new EngineError('WORKER_DIED', 'The painter did not start in time.'));
    }, milliseconds);
  });
}
