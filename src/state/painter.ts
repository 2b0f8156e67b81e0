import { EMPTY_TOKEN, sameLattice } from '../core/lattice.ts';
import type { DocumentHistory } from '../document/documentHistory.ts';
import type { PaintDocument } from '../document/paintDocument.ts';
import type { EngineClient } from '../engine/engineClient.ts';
import { EngineError } from '../protocol/errors.ts';
import type { EngineEvent, PaintRequest } from '../protocol/paintEngine.ts';
import { isRunning, ProgressMeter, stoppedJob, type JobPurpose, type JobState } from './jobState.ts';
import type { Model } from './model.ts';
import { takeToHistory, type PictureKeeper } from './pictureKeeper.ts';
import type { PageStore } from './pageState.ts';
import type { RequestMaker } from './requestMaker.ts';

/** The page's one job: a new one interrupts the one before, and what comes late from an old one is not heard. */
export interface Painter {
  /** A new picture of the layout as it is now. */
  paint(): Promise<void>;
  /** The rest of a stopped picture, under the layout and settings that it was begun with. */
  goOn(): Promise<void>;
  /** Learns what model there is; said only if it fails. */
  inspect(): Promise<void>;
  /** Fetches the model and makes it ready. */
  fetchModel(): Promise<void>;
  /** Makes the pixels of tokens that are there. */
  decode(): Promise<void>;
  /** What failed, once more; what a person was asked about, with a yes. */
  again(): Promise<void>;
  /** Ends the job after its current step, or, before it has begun to paint, at once. */
  stop(): void;
  /** Ends the job at once, keeping what there is: before something replaces the document. */
  interrupt(): void;
  /** Puts a failure, a question or an end out of sight. */
  dismiss(): void;
}

export interface PainterParts {
  readonly document: PaintDocument;
  readonly history: DocumentHistory;
  readonly engine: EngineClient;
  readonly store: PageStore;
  readonly model: Model;
  readonly pictures: PictureKeeper;
  readonly requests: RequestMaker;
  /** Whether the browser asks to save data. */
  readonly savesData: () => boolean;
  /** Milliseconds. */
  readonly now: () => number;
}

interface Session {
  readonly purpose: JobPurpose;
  readonly controller: AbortController;
  readonly meter: ProgressMeter;
  readonly begun: number;
  /** Puts what was painted onto the history; set once the picture is written to. */
  keep: () => void;
}

export function createPainter(parts: PainterParts): Painter {
  const { document, engine, store, model, pictures, requests, now } = parts;
  let session: Session | undefined;
  let accepted = false;

  const jobNow = () => store.getState().job;
  const setJob = (job: JobState) => store.setState({ job });

  /** Runs a job to its end, whatever that is. */
  async function run(purpose: JobPurpose, task: (own: Session) => Promise<JobState>): Promise<void> {
    interrupt();
    const meter = new ProgressMeter(purpose, now);
    const own: Session = { purpose, controller: new AbortController(), meter, begun: now(), keep: () => undefined };
    session = own;
    setJob({ phase: 'starting', purpose });
    let end: JobState;
    try {
      end = await task(own);
    } catch (error) {
      end = endOf(own, error);
    }
    // An interrupted job has ended already, and another one may be under way.
    if (session !== own) return;
    session = undefined;
    own.keep();
    setJob(end);
  }

  function endOf({ purpose }: Session, error: unknown): JobState {
    return error instanceof EngineError && error.code === 'ABORTED' ? stoppedState() : failedState(purpose, error);
  }

  function stoppedState(): JobState {
    const { origin } = store.getState();
    return origin === undefined || origin.finished ? { phase: 'idle' } : stoppedJob(document);
  }

  function listen(own: Session): (event: EngineEvent) => void {
    return (event) => {
      if (session !== own) return;
      if (event.type === 'tokens') document.putTokens(event.cells, event.tokens);
      if (event.type === 'tile') {
        document.putTile(event.rect, event.pixels);
        if (store.getState().coverage === 'none') store.setState({ coverage: 'partial' });
      }
      if (event.type !== 'progress' || jobNow().phase === 'stopping') return;
      // What is stored already is read in a moment, and not fetched.
      if (event.phase === 'download' && store.getState().bundle.download?.missing === 0) return;
      const job = own.meter.take(event);
      if (job) setJob(job);
    };
  }

  async function sample(own: Session, request: Omit<PaintRequest, 'jobId'>): Promise<JobState> {
    // The document may have been given another format while the model was fetched.
    if (!sameLattice(request.lattice, document.lattice)) throw new EngineError('ABORTED', 'Another format.');
    const forced = request.forced;
    const takeBack = takeToHistory(parts, forced === undefined ? 'paint' : 'go-on');
    own.keep = takeBack;
    pictures.begin(forced === undefined, requests.originOf(request));
    const { signal } = own.controller;
    const { tokens, finished } = await engine.paint(request, { signal, onEvent: listen(own) });
    if (session !== own) return { phase: 'idle' };
    putMissing(document, tokens);
    pictures.end(finished);
    return finished ? doneState(own) : stoppedState();
  }

  function doneState({ purpose, begun }: Session): JobState {
    return { phase: 'done', purpose, seconds: (now() - begun) / 1000 };
  }

  /** Whether fetching waits for a yes: sets the question. */
  async function mustAsk(purpose: JobPurpose): Promise<boolean> {
    if (!parts.savesData() || accepted) return false;
    const info = await model.inspect().catch(() => undefined);
    if (info === undefined || (store.getState().bundle.download ?? info.download).missing === 0) return false;
    setJob({ phase: 'asking', purpose });
    return true;
  }

  async function paint(): Promise<void> {
    if (await mustAsk('paint')) return;
    await run('paint', async (own) => {
      await model.ensure('paint', own.controller.signal, listen(own));
      return sample(own, requests.fresh());
    });
  }

  async function goOn(): Promise<void> {
    if (await mustAsk('go-on')) return;
    await run('go-on', async (own) => {
      const complete = !document.tokens.includes(EMPTY_TOKEN);
      await model.ensure(complete ? 'look' : 'paint', own.controller.signal, listen(own));
      if (complete) return look(own);
      const request = requests.resumed();
      if (request === undefined) throw new EngineError('BAD_REQUEST', 'This picture cannot go on.');
      return sample(own, request);
    });
  }

  async function inspect(): Promise<void> {
    dismiss();
    try {
      await model.inspect();
    } catch (error) {
      // A job that was begun meanwhile meets the same error, and says it.
      if (session === undefined) setJob(failedState('inspect', error));
    }
  }

  async function fetchModel(): Promise<void> {
    accepted = true;
    await run('fetch', async (own) => {
      await model.ensure('paint', own.controller.signal, listen(own));
      return doneState(own);
    });
  }

  async function decode(): Promise<void> {
    if (await mustAsk('decode')) return;
    await run('decode', async (own) => {
      await model.ensure('look', own.controller.signal, listen(own));
      return look(own);
    });
  }

  /** Makes the pixels of the tokens that are there. */
  async function look(own: Session): Promise<JobState> {
    const { lattice } = document;
    const tokens = document.tokens.slice();
    await engine.decode({ lattice, tokens }, { signal: own.controller.signal, onEvent: listen(own) });
    if (session === own) pictures.end(!tokens.includes(EMPTY_TOKEN));
    return doneState(own);
  }

  const starts: Record<JobPurpose, () => Promise<void>> = { paint, 'go-on': goOn, fetch: fetchModel, inspect, decode };

  function stop(): void {
    const job = jobNow();
    if (job.phase === 'asking') setJob({ phase: 'idle' });
    if (session === undefined || !isRunning(job) || job.phase === 'stopping') return;
    // While it paints the engine is asked to end, so that it says what there is; before that there is nothing to say.
    if (job.phase === 'sample' || job.phase === 'decode') {
      setJob({ phase: 'stopping', purpose: session.purpose, done: job.done, total: job.total });
      engine.stop();
    } else {
      session.controller.abort();
    }
  }

  function interrupt(): void {
    const own = session;
    if (own === undefined) return;
    session = undefined;
    own.controller.abort();
    own.keep();
    setJob(stoppedState());
  }

  function dismiss(): void {
    if (!isRunning(jobNow())) setJob({ phase: 'idle' });
  }

  return {
    paint,
    goOn,
    inspect,
    fetchModel,
    decode,
    async again() {
      const job = jobNow();
      if (job.phase !== 'failed' && job.phase !== 'asking') return;
      if (job.phase === 'asking') accepted = true;
      await starts[job.purpose]();
    },
    stop,
    interrupt,
    dismiss,
  };
}

function failedState(purpose: JobPurpose, error: unknown): JobState {
  const { code, detail, message } = error instanceof EngineError ? error : new EngineError('INTERNAL', String(error));
  return { phase: 'failed', purpose, code, detail: detail ?? message };
}

/** The last word of a job repeats all tokens, so that nothing depends on any one event. */
function putMissing(document: PaintDocument, tokens: Int16Array): void {
  const cells: number[] = [];
  for (const [cell, token] of tokens.entries()) {
    if (token !== EMPTY_TOKEN && token !== document.tokens[cell]) cells.push(cell);
  }
  if (cells.length === 0) return;
  document.putTokens(
    Uint16Array.from(cells),
    Int16Array.from(cells, (cell) => tokens[cell]!),
  );
}
