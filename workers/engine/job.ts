import type { EngineEvent, JobId } from '../../src/protocol/paintEngine.ts';
import { EngineError } from '../../src/protocol/errors.ts';

/** One run of the engine for the page. It is cancelled by a flag that its loop looks at before each step. */
export class Job {
  private readonly controller = new AbortController();

  constructor(readonly id: JobId) {}

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get cancelled(): boolean {
    return this.controller.signal.aborted;
  }

  cancel(): void {
    this.controller.abort(new EngineError('ABORTED', 'The job was stopped.'));
  }
}

/** Tells the page of a job's event. */
export type Send = (event: EngineEvent, transfer?: Transferable[]) => void;
