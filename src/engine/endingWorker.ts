import * as Comlink from 'comlink';
import { isUnfetched } from './isUnfetched.ts';
import type { Problem } from '../core/problem.ts';
import type { ReaderReply } from '../protocol/readerReply.ts';

/** A worker that reads files: what is asked of one that ends is answered with a failure, where Comlink waits for ever. */
export interface EndingWorker<T> {
  readonly remote: T;
  /** The first of what the worker answers and its end. */
  readonly race: <R>(answer: Promise<ReaderReply<R>>) => Promise<ReaderReply<R>>;
  /** Ends it at once. */
  readonly dispose: () => void;
}

/** @param stopped said of what was being done when it is disposed of; died: when it ends by itself */
export function endingWorker<T>(worker: Worker, stopped: Problem, died: Problem): EndingWorker<T> {
  let end: ((failure: ReaderReply<never>) => void) | undefined;
  const ended = new Promise<ReaderReply<never>>((resolve) => {
    end = resolve;
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    end?.({ ok: false, problem: isUnfetched(event) ? { code: 'part-unfetched' } : died });
  });
  worker.addEventListener('messageerror', () => end?.({ ok: false, problem: died }));
  return {
    // As in workerHandle.ts: Comlink's own type takes unions apart.
    remote: Comlink.wrap<T>(worker) as unknown as T,
    race: (answer) => Promise.race([answer, ended]),
    dispose() {
      end?.({ ok: false, problem: stopped });
      worker.terminate();
    },
  };
}
