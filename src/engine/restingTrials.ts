/** How long the engine rests before something is tried out. Milliseconds. */
const REST = 5_000;

/**
 * Trials that wait until the engine has nothing to do: one after the other, each given up when a job comes, and begun anew
 * at the next rest. One that fails is not tried again.
 */
export class RestingTrials {
  private readonly trials = new Map<string, (signal: AbortSignal) => Promise<unknown>>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private controller: AbortController | undefined;

  constructor(private readonly rest: number = REST) {}

  /** @param name one of each name waits */
  offer(name: string, trial: (signal: AbortSignal) => Promise<unknown>): void {
    this.trials.set(name, trial);
  }

  /** The engine has something to do. */
  interrupt(): void {
    clearTimeout(this.timer);
    this.controller?.abort();
  }

  /** The engine has nothing to do from now on. */
  begin(): void {
    this.interrupt();
    if (this.trials.size > 0) this.timer = setTimeout(() => void this.run(), this.rest);
  }

  private async run(): Promise<void> {
    const controller = new AbortController();
    this.controller = controller;
    for (const [name, trial] of this.trials) {
      await trial(controller.signal).catch(() => undefined);
      if (controller.signal.aborted) return;
      this.trials.delete(name);
    }
  }
}
