import { EMPTY_TOKEN } from '../../core/lattice.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';
import type { EngineClient } from '../../engine/engineClient.ts';
import { EngineError } from '../../protocol/errors.ts';
import type { EngineEvent, PaintRequest } from '../../protocol/paintEngine.ts';
import { decodeWithin, leaveUndecoded, showTile } from './decodeWithin.ts';
import type { JobPlan, JobRunner, OwnJob } from './jobRunner.ts';
import { stoppedJob, type JobState } from './jobState.ts';
import type { Model } from './model.ts';
import { takeToHistory, type PictureKeeper } from '../picture/pictureKeeper.ts';
import type { PageStore } from '../pageState.ts';
import type { PictureHistory } from '../picture/pictureResult.ts';
import { putMissing } from './hearPicture.ts';
import type { RequestMaker } from './requestMaker.ts';

/** Jobs that make whole pictures, and the page's one job as such. */
export interface Painter extends Pick<JobRunner, 'again' | 'stop' | 'interrupt' | 'dismiss'> {
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
}

export interface PainterParts {
  readonly document: PaintDocument;
  readonly history: PictureHistory;
  readonly engine: EngineClient;
  readonly store: PageStore;
  readonly model: Model;
  readonly pictures: PictureKeeper;
  readonly requests: RequestMaker;
  readonly jobs: JobRunner;
}

export function createPainter(parts: PainterParts): Painter {
  const { document, engine, store, model, pictures, requests, jobs } = parts;

  const paint: JobPlan = {
    purpose: 'paint',
    needs: () => ['paint'],
    async run(own) {
      await model.ensure('paint', own.options());
      return sample(own, requests.fresh());
    },
  };

  const goOn: JobPlan = {
    purpose: 'go-on',
    needs: () => [isComplete() ? 'look' : 'paint'],
    async run(own) {
      const complete = isComplete();
      await model.ensure(complete ? 'look' : 'paint', own.options());
      if (complete) return decodeWithin(own, parts);
      const request = requests.resumed();
      if (request === undefined) throw new EngineError('BAD_REQUEST', 'This picture cannot go on.');
      return sample(own, request);
    },
  };

  const fetch: JobPlan = {
    purpose: 'fetch',
    async run(own) {
      await model.ensure('paint', own.options());
      return own.done();
    },
  };

  const decode: JobPlan = {
    purpose: 'decode',
    needs: () => ['look'],
    async run(own) {
      own.keep = () => leaveUndecoded(parts);
      await model.ensure('look', own.options());
      return decodeWithin(own, parts);
    },
  };

  const inspection: JobPlan = {
    purpose: 'inspect',
    async run() {
      await model.inspect();
      return { phase: 'idle' };
    },
  };

  function isComplete(): boolean {
    return !document.tokens.includes(EMPTY_TOKEN);
  }

  function hear(event: EngineEvent): void {
    if (event.type === 'tokens') document.putTokens(event.cells, event.tokens);
    showTile(parts, event);
  }

  async function sample(own: OwnJob, request: PaintRequest): Promise<JobState> {
    const { forced } = request;
    own.keep = takeToHistory(parts, forced === undefined ? 'paint' : 'go-on');
    const made = requests.originOf(request);
    // The rest of a picture lies where that lay, in the coordinates of the noise.
    pictures.begin(forced === undefined, forced === undefined ? made : { ...store.getState().origin, ...made });
    const { tokens, finished } = await engine.call('paint', request, own.options(hear));
    if (!own.current) return { phase: 'idle' };
    putMissing(document, tokens);
    pictures.end(finished);
    return finished ? own.done() : stoppedJob(document);
  }

  return {
    paint: () => jobs.run(paint),
    goOn: () => jobs.run(goOn),
    async inspect() {
      jobs.dismiss();
      try {
        await model.inspect();
      } catch (error) {
        jobs.fail(inspection, error);
      }
    },
    fetchModel() {
      jobs.accept(['paint']);
      return jobs.run(fetch);
    },
    decode: () => jobs.run(decode),
    again: () => jobs.again(),
    stop: () => jobs.stop(),
    interrupt: () => jobs.interrupt(),
    dismiss: () => jobs.dismiss(),
  };
}
