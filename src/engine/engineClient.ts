import type {
  BackendName,
  BundleInfo,
  BundleSource,
  DecodeRequest,
  DownloadSize,
  EncodeRequest,
  EngineEvent,
  LoadRequest,
  MeasureRequest,
  MeasureResult,
  ModelNeed,
  PaintRequest,
  PaintResult,
  RepaintRequest,
  RepaintResult,
  TryCodesRequest,
  SegmentRequest,
} from '../protocol/paintEngine.ts';

/**
 * The page's side of the worker. Every call takes an `AbortSignal`, rejects at once with an `EngineError` (code
 * `ABORTED`) when it is aborted, and rejects with `WORKER_DIED` when the worker ends. Job ids are its own affair.
 */
export interface EngineClient {
  inspect(source: BundleSource, backend: BackendName | 'auto'): Promise<BundleInfo>;
  /** How much of several needs together is to be fetched, with the engine. */
  downloadSize(source: BundleSource, backend: BackendName | 'auto', needs: readonly ModelNeed[]): Promise<DownloadSize>;
  load(request: Omit<LoadRequest, 'jobId' | 'threads'>, options?: CallOptions): Promise<void>;
  /** Resolves with what there is also after a cancel by `stop`; a newer job cancels this one. */
  paint(request: Omit<PaintRequest, 'jobId'>, options?: CallOptions): Promise<PaintResult>;
  /** As `paint`; a stopped one has fewer tokens in its region. */
  repaint(request: Omit<RepaintRequest, 'jobId'>, options?: CallOptions): Promise<RepaintResult>;
  measure(request: Omit<MeasureRequest, 'jobId'>, options?: CallOptions): Promise<MeasureResult>;
  decode(request: Omit<DecodeRequest, 'jobId'>, options?: CallOptions): Promise<void>;
  segment(request: Omit<SegmentRequest, 'jobId'>, options?: CallOptions): Promise<Uint8Array<ArrayBuffer>>;
  encode(request: Omit<EncodeRequest, 'jobId'>, options?: CallOptions): Promise<Int16Array<ArrayBuffer>>;
  tryCodes(request: Omit<TryCodesRequest, 'jobId'>, options?: CallOptions): Promise<void>;
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
