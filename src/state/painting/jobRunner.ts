import { EngineError } from '../../protocol/errors.ts';
import type { CallOptions, EngineClient } from '../../engine/engineClient.ts';
import type { EngineEvent, ModelNeed } from '../../protocol/paintEngine.ts';
import { isRunning, ProgressMeter, type JobPurpose, type JobState } from './jobState.ts';
import type { Model } from './model.ts';
import type { PageStore } from '../pageState.ts';

/** What a job is to do. The same plan may be run again, when a person presses "Try again". */
export interface JobPlan {
  readonly purpose: JobPurpose;
  /** What of the model has to be there first: said to those whose browser asks to save data. Nothing, if left out. */
  readonly needs?: () => readonly ModelNeed[];
  /** @returns how it has ended */
  readonly run: (own: OwnJob) => Promise<JobState>;
}

/** A job's own side of it. */
export interface OwnJob {
  readonly purpose: JobPurpose;
  /** Whether no other job has come in its place. */
  readonly current: boolean;
  /** For calls of the engine, which end with the job: it hears the events that come while it is the current one. */
  readonly options: (hear?: (event: EngineEvent) => void) => Required<CallOptions>;
  /** What is done when the job ends, however it does: set once the document is written to. */
  keep: () => void;
  done(): JobState;
}

/** The page's one job: a new one interrupts the one before, and what comes late from an old one is not heard. */
export interface JobRunner {
  run(plan: JobPlan): Promise<void>;
  /** What failed, once more; what a person was asked about, with a yes. */
  again(): Promise<void>;
  /** Ends the job after its current step, or, before it has begun to paint, at once. */
  stop(): void;
  /** Ends the job at once, keeping what there is: before something replaces the document. */
  interrupt(): void;
  /** Puts a failure, a question or an end out of sight. */
  dismiss(): void;
  /** A failure outside of a job, which `again` runs as the plan. */
  fail(plan: JobPlan, error: unknown): void;
  /** A yes to fetching what is needed, before anyone has asked. */
  accept(needs: readonly ModelNeed[]): void;
}

export interface JobRunnerParts {
  readonly engine: Pick<EngineClient, 'stop'>;
  readonly store: PageStore;
  readonly model: Model;
  /** Whether the browser asks to save data. */
  readonly savesData: () => boolean;
  /** Milliseconds. */
  readonly now: () => number;
  /** What the page says when a job was ended before its time. */
  readonly stopped: () => JobState;
}

export function createJobRunner({ engine, store, model, savesData, now, stopped }: JobRunnerParts): JobRunner {
  let session: { readonly own: OwnJob; readonly controller: AbortController } | undefined;
  let last: JobPlan | undefined;
  /** What a person was asked about last, and what they have said yes to. */
  let asked: readonly ModelNeed[] = [];
  const accepted = new Set<ModelNeed>();

  const jobNow = () => store.getState().job;
  const setJob = (job: JobState) => store.setState({ job });

  function open(purpose: JobPurpose): OwnJob {
    interrupt();
    const controller = new AbortController();
    const meter = new ProgressMeter(purpose, now);
    const begun = now();
    const own: OwnJob = {
      purpose,
      get current() {
        return session?.own === own;
      },
      options: (hear) => ({
        signal: controller.signal,
        onEvent(event) {
          if (session?.own !== own) return;
          hear?.(event);
          if (event.type !== 'progress' || jobNow().phase === 'stopping') return;
          const job = meter.take(event);
          if (job) setJob(job);
        },
      }),
      keep: () => undefined,
      done: () => ({ phase: 'done', purpose, seconds: (now() - begun) / 1000 }),
    };
    session = { own, controller };
    setJob({ phase: 'starting', purpose });
    return own;
  }

  async function run(plan: JobPlan): Promise<void> {
    last = plan;
    if (plan.needs !== undefined && (await mustAsk(plan.purpose, plan.needs()))) return;
    const own = open(plan.purpose);
    let end: JobState | undefined;
    try {
      end = await plan.run(own);
    } catch (error) {
      const isStopped = error instanceof EngineError && error.code === 'ABORTED';
      end = isStopped ? undefined : failedState(plan.purpose, error);
    }
    // An interrupted job has ended already, and another one may be under way.
    if (!own.current) return;
    session = undefined;
    own.keep();
    // What is kept says whether there is something to go on with.
    setJob(end === undefined || end.phase === 'stopped' ? stopped() : end);
  }

  /** Whether fetching waits for a yes: sets the question. */
  async function mustAsk(purpose: JobPurpose, needs: readonly ModelNeed[]): Promise<boolean> {
    const wanted = needs.filter((need) => !accepted.has(need));
    if (!savesData() || wanted.length === 0) return false;
    // Where that cannot be told, the job meets the same error, and says it.
    const bytes = await model.missing(wanted).catch(() => 0);
    if (bytes === 0) return false;
    asked = wanted;
    setJob({ phase: 'asking', purpose, bytes });
    return true;
  }

  function accept(needs: readonly ModelNeed[]): void {
    for (const need of needs) accepted.add(need);
    // What painting needs has the decoder in it.
    if (accepted.has('paint')) accepted.add('look');
  }

  function stop(): void {
    const job = jobNow();
    if (job.phase === 'asking') setJob({ phase: 'idle' });
    if (session === undefined || !isRunning(job) || job.phase === 'stopping') return;
    // While it paints the engine is asked to end, so that it says what there is; before that there is nothing to say.
    if (job.phase === 'sample' || job.phase === 'decode') {
      setJob({ phase: 'stopping', purpose: session.own.purpose, done: job.done, total: job.total });
      engine.stop();
    } else {
      session.controller.abort();
    }
  }

  function interrupt(): void {
    const ended = session;
    if (ended === undefined) return;
    session = undefined;
    ended.controller.abort();
    ended.own.keep();
    setJob(stopped());
  }

  return {
    run,
    async again() {
      const job = jobNow();
      if ((job.phase !== 'failed' && job.phase !== 'asking') || last === undefined) return;
      if (job.phase === 'asking') accept(asked);
      await run(last);
    },
    stop,
    interrupt,
    dismiss() {
      if (!isRunning(jobNow())) setJob({ phase: 'idle' });
    },
    fail(plan, error) {
      // A job that was begun meanwhile meets the same error, and says it.
      if (session !== undefined) return;
      last = plan;
      setJob(failedState(plan.purpose, error));
    },
    accept,
  };
}

function failedState(purpose: JobPurpose, error: unknown): JobState {
  const { code, detail, message } = error instanceof EngineError ? error : new EngineError('INTERNAL', String(error));
  return { phase: 'failed', purpose, code, detail: detail ?? message };
}
