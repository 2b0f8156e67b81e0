import { EngineError, fromFailure } from '../protocol/errors.ts';
import type { EngineEvent, JobId, Reply } from '../protocol/paintEngine.ts';
import type { CallOptions, EngineClient, RestartReason } from './engineClient.ts';
import { startWorker, type WorkerHandle } from './workerHandle.ts';

/**
 * How long a worker may stay silent after a cancel or a ping before it is replaced. One run of the decoder is the
 * longest that it cannot hear; on a slow machine that is seconds. Milliseconds.
 */
const SILENCE_LIMIT = 15_000;
/** A bundle of this size keeps to that limit; one run of a larger one takes as many times as long. Bytes. */
const USUAL_BYTES = 40_000_000;
/** How often a running job is asked whether it still lives. Milliseconds. */
const PING_INTERVAL = 5_000;

export interface EngineOptions {
  readonly spawn?: () => Worker;
  readonly silenceLimit?: number;
  readonly pingInterval?: number;
}

interface RunningCall {
  readonly jobId: JobId;
  readonly onEvent: ((event: EngineEvent) => void) | undefined;
  /** Called with the job's last event. */
  readonly onEnd: () => void;
}

/**
 * The page's client of the painter worker. The worker is spawned by the first call and replaced by the first one after
 * its end; pending calls reject when it ends.
 */
export function createEngine(options: EngineOptions = {}): EngineClient {
  const usualLimit = options.silenceLimit ?? SILENCE_LIMIT;
  let silenceLimit = usualLimit;
  const pingInterval = options.pingInterval ?? PING_INTERVAL;
  const listeners = new Set<(reason: RestartReason) => void>();
  let worker: WorkerHandle | undefined;
  const calls = new Map<JobId, RunningCall>();
  let running: RunningCall | undefined;
  let lastJob: JobId = 0;

  const retire = (handle: WorkerHandle, reason: RestartReason) => {
    if (worker !== handle) return;
    worker = undefined;
    handle.terminate(RESTART_ERRORS[reason]());
    for (const listener of listeners) listener(reason);
  };
  const handleOf = (): WorkerHandle => {
    if (worker !== undefined) return worker;
    const handle = startWorker({
      spawn: options.spawn ?? spawnPainter,
      onEvent: (event) => {
        // Events of a stale job are dropped here, and nowhere else.
        if (event.type === 'failure' && event.code === 'DEVICE_LOST') retire(handle, 'device-lost');
        else if (event.type === 'end') calls.get(event.jobId)?.onEnd();
        else if (running?.jobId === event.jobId) running.onEvent?.(event);
      },
      onDeath: () => retire(handle, 'died'),
    });
    worker = handle;
    return handle;
  };

  /** Resolves when the worker answers; replaces it if it does not in time. */
  const expectAnswer = async (handle: WorkerHandle) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<'silent'>((resolve) => {
      timer = setTimeout(() => resolve('silent'), silenceLimit);
    });
    const answer = await Promise.race([handle.call((engine) => engine.ping()).catch(() => undefined), silence]);
    clearTimeout(timer);
    if (answer === 'silent') retire(handle, 'silent');
  };
  const cancel = (jobId: JobId) => {
    const handle = worker;
    if (handle === undefined) return;
    handle.call((engine) => engine.cancel(jobId)).catch(() => undefined);
    void expectAnswer(handle);
  };

  /** Runs a job: its events until its end, an abort at once, and a watch on the worker meanwhile. */
  const runJob = async <T>(
    start: (jobId: JobId, handle: WorkerHandle) => Promise<Reply<T>>,
    { signal, onEvent }: CallOptions = {},
  ): Promise<T> => {
    if (signal?.aborted) throw aborted();
    const handle = handleOf();
    const jobId = ++lastJob;
    let call: RunningCall = { jobId, onEvent, onEnd: () => undefined };
    const end = new Promise<void>((resolve) => {
      call = { jobId, onEvent, onEnd: resolve };
    });
    calls.set(jobId, call);
    running = call;
    const watch = setInterval(() => void expectAnswer(handle), pingInterval);
    let onAbort: (() => void) | undefined;
    const abort = new Promise<never>((_, reject) => {
      onAbort = () => {
        cancel(jobId);
        reject(aborted());
      };
      signal?.addEventListener('abort', onAbort, { once: true });
    });
    try {
      const answer = Promise.all([start(jobId, handle), end]);
      const [reply] = await Promise.race([answer, abort]);
      return valueOf(reply);
    } finally {
      clearInterval(watch);
      if (onAbort !== undefined) signal?.removeEventListener('abort', onAbort);
      calls.delete(jobId);
      if (running === call) running = undefined;
    }
  };

  return {
    inspect: async (source) => {
      const info = valueOf(await handleOf().call((engine) => engine.inspect(source)));
      silenceLimit = usualLimit * Math.max(1, info.download.total / USUAL_BYTES);
      return info;
    },
    downloadSize: async (source, needs) =>
      valueOf(await handleOf().call((engine) => engine.downloadSize(source, needs))),
    load: (request, callOptions) =>
      runJob((jobId, handle) => handle.call((engine) => engine.load({ ...request, jobId })), callOptions),
    paint: (request, callOptions) =>
      runJob((jobId, handle) => handle.call((engine) => engine.paint({ ...request, jobId })), callOptions),
    repaint: (request, callOptions) =>
      runJob((jobId, handle) => handle.call((engine) => engine.repaint({ ...request, jobId })), callOptions),
    measure: (request, callOptions) =>
      runJob((jobId, handle) => handle.call((engine) => engine.measure({ ...request, jobId })), callOptions),
    decode: (request, callOptions) =>
      runJob((jobId, handle) => handle.call((engine) => engine.decode({ ...request, jobId })), callOptions),
    encode: (request, callOptions) =>
      runJob((jobId, handle) => handle.call((engine) => engine.encode({ ...request, jobId })), callOptions),
    tryCodes: (request, callOptions) =>
      runJob((jobId, handle) => handle.call((engine) => engine.tryCodes({ ...request, jobId })), callOptions),
    segment: (request, callOptions) =>
      runJob((jobId, handle) => handle.call((engine) => engine.segment({ ...request, jobId })), callOptions),
    stop: () => {
      if (running !== undefined) cancel(running.jobId);
    },
    onRestart: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      worker?.terminate(new EngineError('ABORTED', 'The page was closed.'));
      worker = undefined;
    },
  };
}

function spawnPainter(): Worker {
  return new Worker(new URL('../../workers/painter.worker.ts', import.meta.url), { type: 'module', name: 'painter' });
}

function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw fromFailure(reply.failure);
}

const RESTART_ERRORS: Record<RestartReason, () => EngineError> = {
  died: () => new EngineError('WORKER_DIED', 'The painter stopped unexpectedly.'),
  silent: () => new EngineError('WORKER_DIED', 'The painter did not answer in time.'),
  'device-lost': () => new EngineError('DEVICE_LOST', 'The GPU went away.'),
};

function aborted(): EngineError {
  return new EngineError('ABORTED', 'Stopped.');
}
