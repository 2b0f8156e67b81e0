/**
 * The border between the page and the painter, in one worker or in two of which the second decodes: the only place that
 * says what crosses it. The page talks to `PaintEngine` through Comlink; events come back over a MessagePort of their own,
 * because proxied callbacks leak (Comlink #63, #590).
 */
import type { Lattice } from '../core/lattice.ts';
import type { Region } from '../core/region/region.ts';
import type { BackendName } from './backends.ts';
import type { JobId } from './engineEvents.ts';
import type { EngineFailure } from './errors.ts';
import type { Manifest } from './manifest.ts';

export type * from './backends.ts';
export type * from './engineEvents.ts';

/** Raised with every change of this file that an older worker would misread. */
export const PROTOCOL_VERSION = 7;

/** Where a bundle comes from: an address of its manifest, or the files that a person picked. */
export type BundleSource =
  { readonly kind: 'url'; readonly url: string } | { readonly kind: 'files'; readonly files: readonly File[] };

/** What is asked of a bundle, and with which backend. */
export interface InspectRequest {
  readonly source: BundleSource;
  readonly backend: BackendName | 'auto';
}

export interface LoadRequest extends InspectRequest {
  /** Those of the worker's runtime, from its first load on; one where the page is not isolated. */
  readonly threads: number | 'auto';
  /** What to make ready. */
  readonly need: ModelNeed;
}

/**
 * What of a bundle is wanted: `look` is the decoder alone, `sample` what makes tokens, `paint` both, `encode` the encoder
 * of photographs, `segment` what finds their layouts, which not every bundle has.
 */
export type ModelNeed = 'look' | 'sample' | 'paint' | 'encode' | 'segment';

export interface DownloadSize {
  /** Bytes that are needed in all. */
  readonly total: number;
  /** Bytes of them that are still to be fetched: what the browser's storage does not have. */
  readonly missing: number;
}

export interface BundleInfo {
  readonly manifest: Manifest;
  /** Of all that painting needs, the engine included. */
  readonly download: DownloadSize;
}

export interface SamplingSettings {
  /** 0 takes the most likely code; 1 is the model's own distribution. 0..2 */
  readonly temperature: number;
  /** How many of the most likely codes may be drawn. 1..codes */
  readonly topK: number;
  /** How much of the probability may be drawn. (0, 1] */
  readonly topP: number;
  /** How closely to follow layout and mood: 1 as the model has it, above 1 closer. `guidanceRange` of the manifest */
  readonly guidance: number;
  /** 0..2^32-1 */
  readonly seed: number;
}

/** What the model sees of a layout, and is told. */
export interface SeenLayout {
  readonly lattice: Lattice;
  /** Class ids by sub-cell [4 * rows, 4 * columns]. */
  readonly subCells: Uint8Array<ArrayBuffer>;
  /** 0 any, else a mood of the manifest. */
  readonly mood: number;
  /** How near it is, as `core/zoom.ts` says: 0 any, 1..3 where the manifest has zooms. Of a region: that of its picture. */
  readonly zoom: number;
}

export interface PaintRequest extends SeenLayout {
  readonly settings: SamplingSettings;
  /** Given tokens that condition the context network; -1 where not known. [rows, columns] */
  readonly known?: Int16Array<ArrayBuffer>;
  /** Tokens sampled earlier under the same context: a stopped run goes on. -1 where none. [rows, columns] */
  readonly forced?: Int16Array<ArrayBuffer>;
  /** Where cell (0, 0) lies in the coordinates of the noise; may be negative. */
  readonly origin?: { readonly row: number; readonly column: number };
}

export interface DecodeRequest {
  readonly lattice: Lattice;
  /** -1: empty. [rows, columns] */
  readonly tokens: Int16Array<ArrayBuffer>;
  /** The cells whose tokens have changed: their pixels and those around them are made; all of them unless told. */
  readonly region?: Region;
}

/** Asks what a cell of a picture would look like with other codes in it. */
export interface TryCodesRequest extends Omit<DecodeRequest, 'region'> {
  readonly cell: number;
  /** At most `BEST_CODES`. */
  readonly codes: Int16Array<ArrayBuffer>;
}

/** Samples a region of a picture anew, and nothing else: on a crop of the lattice, with the rest of it known. */
export interface RepaintRequest extends Omit<PaintRequest, 'known' | 'forced'> {
  /** All of the picture; a token within the region may be -1. [rows, columns] */
  readonly tokens: Int16Array<ArrayBuffer>;
  readonly region: Region;
  /** One candidate for each, 1..8, sampled side by side. `settings.seed` is not looked at. */
  readonly seeds: readonly number[];
}

/** How many candidates may be sampled side by side. */
export const MOST_CANDIDATES = 8;

export interface Candidate {
  readonly seed: number;
  /** All of the picture; -1 within the region where the job was cancelled before. [rows, columns] */
  readonly tokens: Int16Array<ArrayBuffer>;
  /**
   * log p of the region's tokens and of the kept ones right after it, given the others, in nats; 0 where there is but
   * one candidate. Higher is likelier.
   */
  readonly score: number;
}

export interface RepaintResult {
  readonly candidates: readonly Candidate[];
  readonly finished: boolean;
  readonly timing: PaintResult['timing'];
}

/** Asks what the model thinks of tokens that are there. */
export interface MeasureRequest extends SeenLayout {
  /** None is -1. [rows, columns] */
  readonly tokens: Int16Array<ArrayBuffer>;
}

/** How many of a cell's likeliest codes a measurement has. */
export const BEST_CODES = 8;

export interface MeasureResult {
  /** Nats a cell [rows, columns]: how unsure the model was, and how surprised by the token that is there. */
  readonly entropy: Float32Array<ArrayBuffer>;
  readonly surprise: Float32Array<ArrayBuffer>;
  /** The likeliest codes of each cell and their probabilities, the likeliest first. [rows, columns, BEST_CODES] */
  readonly codes: Int16Array<ArrayBuffer>;
  readonly probabilities: Float32Array<ArrayBuffer>;
}

export interface EncodeRequest {
  readonly lattice: Lattice;
  /** RGBA of a photograph in picture pixels, of any number that `PICTURE_CELL_PIXELS` has; the alpha is not looked at. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

export interface PaintResult {
  /** All tokens there are, -1 where the job was cancelled before. [rows, columns] */
  readonly tokens: Int16Array<ArrayBuffer>;
  readonly finished: boolean;
  /** Milliseconds, measured in the worker. Where another worker decodes, the two go on at the same time. */
  readonly timing: {
    readonly sampling: number;
    readonly decoding: number;
    readonly total: number;
    readonly firstTile: number;
  };
}

/** What a call answers: never a rejection, so that nothing is lost on the way through Comlink. */
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: EngineFailure };

export interface DownloadSizeRequest extends InspectRequest {
  readonly needs: readonly ModelNeed[];
}

export interface RememberThreadsRequest extends Pick<LoadRequest, 'source' | 'need'> {
  readonly threads: number;
}

interface Call<Request, Answer> {
  readonly request: Request;
  readonly answer: Answer;
}

/** All that the engine is asked for. A new call is a row here, one in `ENGINE_CALLS`, and its function in the worker. */
export interface EngineCalls {
  /** Reads and validates the manifest, and says how much painting needs to fetch. Fetches no graph. */
  inspect: Call<InspectRequest, BundleInfo>;
  /** How much of several needs together is to be fetched, with the engine. Fetches no graph. */
  downloadSize: Call<DownloadSizeRequest, DownloadSize>;
  /** Has a number of threads remembered for what a need has of a bundle. */
  rememberThreads: Call<RememberThreadsRequest, void>;
  /** Fetches, checks and prepares the graphs; sends `plan`, `progress`, `swatches` and `backend` events. */
  load: Call<LoadRequest, void>;
  /** Samples and decodes a picture; sends `tokens`, `tile` and `progress` events. A stopped one answers with what there is. */
  paint: Call<PaintRequest, PaintResult>;
  /** Samples a region anew; sends `tokens`, `tile` and `progress` events, each of one candidate. Stopped as `paint`. */
  repaint: Call<RepaintRequest, RepaintResult>;
  /** Looks at the model's distribution at every cell; sends `progress` events. */
  measure: Call<MeasureRequest, MeasureResult>;
  /** Decodes given tokens; sends `tile` events. */
  decode: Call<DecodeRequest, void>;
  /** The tokens that a photograph is nearest to [rows, columns]; sends `progress` events. Not to be stopped midway. */
  encode: Call<EncodeRequest, Int16Array<ArrayBuffer>>;
  /** Decodes a cell and its neighbours with each of some codes in it; sends `tile` events, each of one candidate. */
  tryCodes: Call<TryCodesRequest, void>;
  /**
   * The layout of a photograph, cut to a lattice as for `encode`: class ids at layout resolution. A cancelled job is
   * rejected. Sends `progress` events.
   */
  segment: Call<EncodeRequest, Uint8Array<ArrayBuffer>>;
  /** Milliseconds that the usual work of what a need has takes in the worker, to compare workers by. Of kind `lattice` alone. */
  time: Call<Pick<LoadRequest, 'need'>, number>;
}

export type CallName = keyof EngineCalls;
export type RequestOf<Name extends CallName> = EngineCalls[Name]['request'];
export type AnswerOf<Name extends CallName> = EngineCalls[Name]['answer'];

/**
 * Which worker does it, where a second one decodes; and whether it is a job, of which there is one at a time: a new one cancels
 * the one before, and its last event is `end`. The rest is answered beside a job. `load` alone may be of both workers.
 */
export const ENGINE_CALLS = {
  inspect: { worker: 'decoder', isJob: false },
  downloadSize: { worker: 'decoder', isJob: false },
  rememberThreads: { worker: 'decoder', isJob: false },
  load: { worker: 'painter', isJob: true },
  paint: { worker: 'painter', isJob: true },
  repaint: { worker: 'painter', isJob: true },
  measure: { worker: 'painter', isJob: true },
  decode: { worker: 'decoder', isJob: true },
  encode: { worker: 'painter', isJob: true },
  tryCodes: { worker: 'decoder', isJob: true },
  segment: { worker: 'painter', isJob: true },
  time: { worker: 'painter', isJob: true },
} as const satisfies Record<CallName, { readonly worker: 'painter' | 'decoder'; readonly isJob: boolean }>;

export interface PaintEngine {
  /** The handshake: the first call. Events go out over `events` from then on. */
  hello(protocol: number, events: MessagePort): Promise<{ readonly protocol: number }>;
  /** Has the worker at the other end of the port decode in this one's place: said before the first load. */
  useDecoder(port: MessagePort): Promise<void>;
  /** Decodes for the worker at the other end of the port, with what is loaded here. */
  serveDecoder(port: MessagePort): Promise<void>;
  /** @param jobId of its events, and what `cancel` knows it by */
  call<Name extends CallName>(name: Name, jobId: JobId, request: RequestOf<Name>): Promise<Reply<AnswerOf<Name>>>;
  /** Takes effect before the job's next step. Answers when the flag is set, not when the job has ended. */
  cancel(jobId: JobId): Promise<void>;
  /** Answers while a job runs: the page's way to tell a busy worker from a dead one. */
  ping(): Promise<void>;
}
