import type { Rect } from '../core/rect.ts';
import type { BackendChoice } from './backends.ts';
import type { EngineErrorCode } from './errors.ts';

export type JobId = number;

interface JobEvent<Type extends string> {
  readonly type: Type;
  readonly jobId: JobId;
}

/** Codes of the cells sampled since the last event; at most one event in 16 ms. */
export interface TokensEvent extends JobEvent<'tokens'> {
  /** Cell indices, row * columns + column. */
  readonly cells: Uint16Array<ArrayBuffer>;
  readonly tokens: Int16Array<ArrayBuffer>;
  /** Which candidate of a repaint it is; 0 elsewhere. */
  readonly candidate: number;
}

/** Decoded pixels of a rectangle of the picture, transferred. */
export interface TileEvent extends JobEvent<'tile'> {
  /** Whole cells, in layout pixels. */
  readonly rect: Rect;
  /** RGBA of as many picture pixels as the rectangle has in the bundle. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** A provisional tile is decoded while a cell within the halo is still empty. */
  readonly final: boolean;
  /** Which candidate of a repaint it is, or which of the codes that are tried; 0 elsewhere. */
  readonly candidate: number;
}

export type ProgressPhase = 'download' | 'prepare' | 'encode' | 'segment' | 'sample' | 'decode';

/** Never falls within a phase; the last one of a phase has done = total. */
export interface ProgressEvent extends JobEvent<'progress'> {
  readonly phase: ProgressPhase;
  readonly done: number;
  readonly total: number;
  readonly unit: 'bytes' | 'graphs' | 'tokens' | 'cells';
}

/** The first event of a load: how much this worker is going to fetch and to prepare. The page's client keeps it to itself. */
export interface PlanEvent extends JobEvent<'plan'> {
  /** Of the model. 0 where all of it is stored. */
  readonly bytes: number;
  /** Of the engine, which all workers share: one fetches it. 0 where it is here. */
  readonly engine: number;
  readonly graphs: number;
}

/** How much of the engine is here. The page's client keeps it to itself, and counts it into the download. */
export interface EngineBytesEvent extends JobEvent<'engine'> {
  readonly done: number;
}

/** What every token looks like before it is decoded: codes x pixels x pixels x RGB. */
export interface Swatches {
  readonly pixels: number;
  readonly rgb: Uint8Array<ArrayBuffer>;
}

export interface BackendEvent extends JobEvent<'backend'> {
  /** Whether the worker's number of threads was measured, asked for, or is the only one. */
  readonly threadsSettled: boolean;
  /** Of the graphs that are ready so far. */
  readonly choices: readonly BackendChoice[];
  /** Address of the engine's WebAssembly. */
  readonly engine: string;
}

/**
 * The last event of a job, sent before its call is answered. Events and answers come over different ports, whose order
 * the browser does not promise: a call is over when both are there.
 */
type EndEvent = JobEvent<'end'>;

/** The device went away outside a call. */
export interface FailureEvent extends JobEvent<'failure'> {
  readonly code: EngineErrorCode;
  readonly message: string;
}

export type EngineEvent =
  | TokensEvent
  | TileEvent
  | PlanEvent
  | EngineBytesEvent
  | ProgressEvent
  | (JobEvent<'swatches'> & Swatches)
  | BackendEvent
  | EndEvent
  | FailureEvent;
