import { EngineError } from '../protocol/errors.ts';
import {
  ENGINE_CALLS,
  type AnswerOf,
  type BackendEvent,
  type BundleInfo,
  type CallName,
  type EngineEvent,
  type JobId,
  type LoadRequest,
  type ModelNeed,
  type RequestOf,
} from '../protocol/paintEngine.ts';
import type { CallOptions, EngineClient, PageCall, RestartReason } from './engineClient.ts';
import { EngineWorkers, workersFor, type WorkerRole } from './engineWorkers.ts';
import { loadEvents } from './loadEvents.ts';
import { RestingTrials } from './restingTrials.ts';
import { tryThreads } from './threadTrials.ts';
import type { WorkerHandle } from './workerHandle.ts';
import { valueOf } from '../protocol/valueOf.ts';

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
  readonly spawn?: (role: WorkerRole) => Worker;
  /** As many as the machine has room for, unless told. */
  readonly workers?: 1 | 2;
  /** Those of each worker; measured, unless told. */
  readonly threads?: number;
  /** How long nothing is done before numbers of threads are tried out. Milliseconds. */
  readonly rest?: number;
  readonly silenceLimit?: number;
  readonly pingInterval?: number;
}

interface RunningCall {
  readonly jobId: JobId;
  readonly roles: readonly WorkerRole[];
  readonly hear: (role: WorkerRole, event: EngineEvent) => void;
  /** Called with the job's last event in a worker. */
  readonly onEnd: () => void;
}

/**
 * The page's client of the painter, which is one worker, or two of which the second decodes while the first samples.
 * Workers are spawned by the first call that needs them and replaced by the first one after their end, which they have in
 * common; pending calls reject when it comes.
 */
export function createEngine(options: EngineOptions = {}): EngineClient {
  const usualLimit = options.silenceLimit ?? SILENCE_LIMIT;
  let silenceLimit = usualLimit;
  const pingInterval = options.pingInterval ?? PING_INTERVAL;
  const listeners = new Set<(reason: RestartReason) => void>();
  const calls = new Map<JobId, RunningCall>();
  const trials = new RestingTrials(options.rest);
  const spawn = options.spawn ?? spawnWorker;
  let running: RunningCall | undefined;
  let lastJob: JobId = 0;

  const workers = new EngineWorkers({
    spawn,
    count: options.workers ?? workersFor(globalThis.navigator),
    onEvent: (role, event) => {
      // Events of a stale job are dropped here, and nowhere else.
      if (event.type === 'failure' && event.code === 'DEVICE_LOST')
        retire('device-lost', new EngineError('DEVICE_LOST', 'The GPU went away.'));
      else if (event.type === 'end') calls.get(event.jobId)?.onEnd();
      else if (running?.jobId === event.jobId) running.hear(role, event);
    },
    onDeath: (error) => retire('died', error),
  });

  function retire(reason: RestartReason, error: EngineError): void {
    workers.end(error);
    for (const listener of listeners) listener(reason);
  }

  /** Resolves when the worker answers; replaces all of them if it does not in time. */
  const expectAnswer = async (handle: WorkerHandle) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<'silent'>((resolve) => {
      timer = setTimeout(() => resolve('silent'), silenceLimit);
    });
    const answer = await Promise.race([handle.call((engine) => engine.ping()).catch(() => undefined), silence]);
    clearTimeout(timer);
    if (answer === 'silent' && workers.alive.includes(handle)) {
      retire('silent', new EngineError('WORKER_DIED', 'The painter did not answer in time.'));
    }
  };
  const expectAnswers = () => {
    for (const handle of workers.alive) void expectAnswer(handle);
  };

  const cancel = ({ jobId, roles }: RunningCall) => {
    for (const role of roles) {
      const asked = workers.find(role)?.call((engine) => engine.cancel(jobId));
      asked?.catch(() => undefined);
    }
    expectAnswers();
  };

  /**
   * Runs a job in a worker, or in several at once: its events until its end, an abort at once, and a watch on the workers
   * meanwhile. A worker cancels its old job for a new one; other workers are told.
   * @returns what the first of the roles answers
   */
  const runJob = async <Name extends CallName>(
    name: Name,
    roles: readonly [WorkerRole, ...WorkerRole[]],
    requestFor: (role: WorkerRole) => RequestOf<Name>,
    { signal, onEvent }: CallOptions = {},
    hearAs: (jobId: JobId) => RunningCall['hear'] = () => (_, event) => onEvent?.(event),
  ): Promise<AnswerOf<Name>> => {
    if (signal?.aborted) throw aborted();
    trials.interrupt();
    const before = running;
    if (before !== undefined && before.roles.some((role) => !roles.includes(role))) cancel(before);
    const handles = roles.map((role) => ({ role, handle: workers.get(role) }));
    const jobId = ++lastJob;
    const { ended, onEnd } = countdown(roles.length);
    const call: RunningCall = { jobId, roles, hear: hearAs(jobId), onEnd };
    calls.set(jobId, call);
    running = call;
    const watch = setInterval(expectAnswers, pingInterval);
    const abort = abortOf(signal, () => cancel(call));
    try {
      const replies = Promise.all(
        handles.map(({ role, handle }) =>
          handle.call((engine) => engine.call(name, jobId, requestFor(role))).then(valueOf),
        ),
      );
      const [[value]] = await Promise.race([Promise.all([replies, ended]), abort.rejection]);
      return value;
    } catch (error) {
      // One of several has failed: what the others do is of no use.
      if (roles.length > 1 && running === call) cancel(call);
      throw error;
    } finally {
      clearInterval(watch);
      abort.forget();
      calls.delete(jobId);
      if (running === call) {
        running = undefined;
        trials.begin();
      }
    }
  };
  /** What a worker has on WASM, with a number of threads that was guessed, is tried out with others. */
  const offerTrial = (
    role: WorkerRole,
    { source, need }: Pick<LoadRequest, 'source' | 'need'>,
    event: BackendEvent,
  ) => {
    const isWasm = event.choices.every(({ backend }) => backend === 'wasm');
    if (event.threadsSettled || !isWasm) return;
    const part = need === 'look' ? 'look' : 'sample';
    trials.offer(part, (signal) =>
      tryThreads({ spawn: () => spawn(role), source, need: part, cores: navigator.hardwareConcurrency, signal }),
    );
  };
  /** What is answered beside a job. One that is stopped goes on in its worker, where it is short, and is not heard. */
  const ask = async <Name extends CallName>(
    name: Name,
    request: RequestOf<Name>,
    signal: AbortSignal | undefined,
  ): Promise<AnswerOf<Name>> => {
    if (signal?.aborted) throw aborted();
    const abort = abortOf(signal);
    try {
      const handle = workers.get(workers.roleOf(ENGINE_CALLS[name].worker));
      return valueOf(
        await Promise.race([handle.call((engine) => engine.call(name, ++lastJob, request)), abort.rejection]),
      );
    } finally {
      abort.forget();
    }
  };
  /** Painting needs all there is: what has a decoder of its own loads that alone. */
  const rolesFor = (need: ModelNeed): [WorkerRole, ...WorkerRole[]] => {
    const decoder = workers.roleOf('decoder');
    if (need === 'look') return [decoder];
    return need === 'paint' && decoder !== 'painter' ? ['decoder', 'painter'] : ['painter'];
  };

  return {
    load: (request, callOptions) => {
      const roles = rolesFor(request.need);
      const hearAs = (jobId: JobId): RunningCall['hear'] => {
        const take = loadEvents(jobId, roles, (event) => callOptions?.onEvent?.(event));
        return (role, event) => {
          take(role, event);
          // Who only looks has no use for it.
          if (event.type === 'backend' && request.need === 'paint')
            offerTrial(role, { ...request, need: needOf(role) }, event);
        };
      };
      // Of what painting needs each of two has its own part.
      const needOf = (role: WorkerRole): ModelNeed =>
        roles.length === 1 ? request.need : role === 'decoder' ? 'look' : 'sample';
      const requestFor = (role: WorkerRole) => ({
        ...request,
        threads: options.threads ?? ('auto' as const),
        need: needOf(role),
      });
      return runJob('load', roles, requestFor, callOptions, hearAs);
    },
    call: async <Name extends PageCall>(name: Name, request: RequestOf<Name>, callOptions?: CallOptions) => {
      const { isJob, worker } = ENGINE_CALLS[name];
      if (isJob) return runJob(name, [workers.roleOf(worker)], () => request, callOptions);
      const answer = await ask(name, request, callOptions?.signal);
      // The runs of a large bundle take longer: its silence means less.
      if (name === 'inspect')
        silenceLimit = usualLimit * Math.max(1, (answer as BundleInfo).download.total / USUAL_BYTES);
      return answer;
    },
    stop: () => {
      if (running !== undefined) cancel(running);
    },
    onRestart: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      trials.interrupt();
      workers.end(new EngineError('ABORTED', 'The page was closed.'));
    },
  };
}

/** One file for both: what a worker is for it is told. */
function spawnWorker(role: WorkerRole): Worker {
  return new Worker(new URL('../../workers/painter.worker.ts', import.meta.url), { type: 'module', name: role });
}

/** A promise that resolves when `onEnd` was called so many times. */
function countdown(count: number): { readonly ended: Promise<void>; readonly onEnd: () => void } {
  let left = count;
  let onEnd: () => void;
  const ended = new Promise<void>((resolve) => {
    onEnd = () => {
      if (--left === 0) resolve();
    };
  });
  return { ended, onEnd: () => onEnd() };
}

/** A promise that rejects when the signal does, until it is forgotten. */
function abortOf(signal: AbortSignal | undefined, then?: () => void) {
  let onAbort: (() => void) | undefined;
  const rejection = new Promise<never>((_, reject) => {
    onAbort = () => {
      then?.();
      reject(aborted());
    };
    signal?.addEventListener('abort', onAbort, { once: true });
  });
  return { rejection, forget: () => onAbort && signal?.removeEventListener('abort', onAbort) };
}

function aborted(): EngineError {
  return new EngineError('ABORTED', 'Stopped.');
}
