import { EMPTY_TOKEN } from '../../core/lattice.ts';
import type { EngineErrorCode } from '../../protocol/errors.ts';
import type { ProgressEvent } from '../../protocol/paintEngine.ts';

/**
 * What the person wanted: a new picture, a photograph to complete or its layout, the rest of a stopped one, cells that are empty
 * between others, a region anew, candidates to choose from, one of them, what the model thinks, another of its thoughts, the model
 * itself, to know of it, or pixels for tokens that are there.
 */
export type JobPurpose =
  | 'paint'
  | 'photograph'
  | 'segment'
  | 'go-on'
  | 'complete'
  | 'repaint'
  | 'candidates'
  | 'choose'
  | 'measure'
  | 'take'
  | 'fetch'
  | 'inspect'
  | 'decode';

/** What the page's one job does. */
export type JobState =
  | { readonly phase: 'idle' }
  /** The browser asks to save data: fetching so many bytes of the model waits for a yes. */
  | { readonly phase: 'asking'; readonly purpose: JobPurpose; readonly bytes: number }
  | { readonly phase: 'starting'; readonly purpose: JobPurpose }
  | Running
  | { readonly phase: 'stopping'; readonly purpose: JobPurpose; readonly done: number; readonly total: number }
  | { readonly phase: 'stopped'; readonly done: number; readonly total: number }
  | { readonly phase: 'done'; readonly purpose: JobPurpose; readonly seconds: number }
  | Failed;

export interface Running {
  readonly phase: ProgressEvent['phase'];
  readonly purpose: JobPurpose;
  readonly done: number;
  readonly total: number;
  /** Units a second, over the last moments; undefined until that can be said. */
  readonly rate: number | undefined;
}

export interface Failed {
  readonly phase: 'failed';
  readonly purpose: JobPurpose;
  readonly code: EngineErrorCode;
  /** For people who report it. */
  readonly detail: string;
}

const RUNNING = new Set<JobState['phase']>([
  'starting',
  'download',
  'prepare',
  'encode',
  'segment',
  'sample',
  'decode',
  'stopping',
]);

/** Whether there is something to stop. */
export function isRunning(job: JobState): boolean {
  return RUNNING.has(job.phase);
}

export function isAtWork(job: JobState): job is Running {
  return 'rate' in job;
}

/** A picture that was stopped, by the tokens that it has. */
export function stoppedJob({ tokens }: { readonly tokens: Int16Array }): JobState {
  const done = tokens.reduce((count, token) => count + (token === EMPTY_TOKEN ? 0 : 1), 0);
  return { phase: 'stopped', done, total: tokens.length };
}

/** Seconds that are left at the present rate. */
export function secondsLeft({ done, total, rate }: Running): number | undefined {
  return rate === undefined || rate <= 0 ? undefined : (total - done) / rate;
}

/** A rate is said when it has been measured for this long … */
const SHORTEST_SECONDS = 0.7;
/** … and follows the last moments, because wavefronts are slow at their ends. */
const WINDOW_SECONDS = 5;
/** The page is told at most this often; a phase's first and last step always. */
const TELL_SECONDS = 0.1;

/** Turns the engine's progress into what the page shows: rates, and not more often than one can read. */
export class ProgressMeter {
  private phase: ProgressEvent['phase'] | undefined;
  private marks: { readonly at: number; readonly done: number }[] = [];
  private told = -Infinity;

  constructor(
    private readonly purpose: JobPurpose,
    private readonly now: () => number,
  ) {}

  /** @returns the job's next state; undefined if it is not worth telling yet */
  take({ phase, done, total }: ProgressEvent): Running | undefined {
    const at = this.now() / 1000;
    // Tiles are decoded while tokens are sampled: the page speaks of the tokens until they are all there.
    if (phase === 'decode' && this.phase === 'sample' && (this.marks.at(-1)?.done ?? 0) < this.sampleTotal) {
      return undefined;
    }
    const isNew = phase !== this.phase;
    if (isNew) {
      this.phase = phase;
      this.marks = [];
    }
    if (phase === 'sample') this.sampleTotal = total;
    this.marks.push({ at, done });
    while (this.marks.length > 2 && at - this.marks[0]!.at > WINDOW_SECONDS) this.marks.shift();
    if (!isNew && done < total && at - this.told < TELL_SECONDS) return undefined;
    this.told = at;
    const first = this.marks[0]!;
    const seconds = at - first.at;
    const rate = seconds >= SHORTEST_SECONDS ? (done - first.done) / seconds : undefined;
    return { phase, purpose: this.purpose, done, total, rate };
  }

  private sampleTotal = 0;
}
