import type { AnswerOf, CallName, EngineEvent, LoadRequest, RequestOf } from '../protocol/paintEngine.ts';

/** What the page asks for; how many threads a load takes is the client's affair. */
export type PageCall = Exclude<CallName, 'load'>;

/**
 * The page's side of the worker. Every call takes an `AbortSignal`, rejects at once with an `EngineError` (code
 * `ABORTED`) when it is aborted, and rejects with `WORKER_DIED` when the worker ends. Job ids are its own affair.
 */
export interface EngineClient {
  load(request: Omit<LoadRequest, 'threads'>, options?: CallOptions): Promise<void>;
  /** A painting or a repaint that `stop` has ended, or a newer job, resolves with what there is. */
  call<Name extends PageCall>(name: Name, request: RequestOf<Name>, options?: CallOptions): Promise<AnswerOf<Name>>;
  /** Ends the running job after its current step; its promise resolves with what there is. */
  stop(): void;
  /** Called for every worker that ended by itself and was replaced; the bundle is loaded again by the next call. */
  onRestart(listener: (reason: RestartReason) => void): () => void;
  dispose(): void;
}

/** Why a worker was replaced: it ended, it did not answer in time, or its GPU went away. */
export type RestartReason = 'died' | 'silent' | 'device-lost';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Events of this call alone; those of stale jobs are dropped. */
  readonly onEvent?: (event: EngineEvent) => void;
}
