import { LATTICE_LIMITS } from '../../core/lattice.ts';
import type { CallOptions, EngineClient, PageCall, RestartReason } from '../../engine/engineClient.ts';
import { EngineError, type EngineErrorCode } from '../../protocol/errors.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import type { AnswerOf, BundleInfo, CallName, EngineEvent, PaintResult } from '../../protocol/paintEngine.ts';

interface Pending {
  readonly call: CallName;
  readonly request: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: EngineError) => void;
  readonly onEvent: (event: EngineEvent) => void;
}

export const HASH = 'a'.repeat(64);

/** An engine that does what a test tells it to, call by call. */
export class FakeEngine implements EngineClient {
  readonly calls: Pending[] = [];
  stops = 0;
  private readonly listeners = new Set<(reason: RestartReason) => void>();

  load(request: unknown, options?: CallOptions): Promise<void> {
    return this.wait('load', request, options);
  }

  call<Name extends PageCall>(name: Name, request: unknown, options?: CallOptions): Promise<AnswerOf<Name>> {
    return this.wait(name, request, options);
  }

  stop(): void {
    this.stops++;
  }

  onRestart(listener: (reason: RestartReason) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  dispose(): void {}

  restart(reason: RestartReason): void {
    for (const listener of this.listeners) listener(reason);
  }

  get names(): CallName[] {
    return this.calls.map(({ call }) => call);
  }

  /** The latest call, which has to be this one. */
  latest(call: CallName): Pending {
    const pending = this.calls.at(-1);
    if (pending?.call !== call) throw new Error(`The latest call is ${pending?.call ?? 'none'}, not ${call}.`);
    return pending;
  }

  async answer(call: CallName, value?: unknown): Promise<void> {
    this.latest(call).resolve(value);
    await settled();
  }

  async fail(call: CallName, code: EngineErrorCode): Promise<void> {
    this.latest(call).reject(new EngineError(code, `It is ${code}.`));
    await settled();
  }

  private wait<T>(call: CallName, request: unknown, { signal, onEvent }: CallOptions = {}): Promise<T> {
    return new Promise((resolve, reject) => {
      this.calls.push({
        call,
        request,
        resolve: (value) => resolve(value as T),
        reject,
        onEvent: (event) => onEvent?.(event),
      });
      signal?.addEventListener('abort', () => reject(new EngineError('ABORTED', 'Stopped.')));
    });
  }
}

/** All promises that could go on have gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

export const INFO: BundleInfo = {
  manifest: {
    id: 'fake',
    title: 'Fake',
    codebook: { id: HASH, codes: 1024, dimension: 16 },
    decoder: { id: '0123456789abcdef' },
    lattice: { ...LATTICE_LIMITS, cellPixels: 16, subCells: 4 },
    moods: [{ id: 1, name: 'Grey', swatches: ['#111111', '#222222', '#333333'] }],
  } as unknown as Manifest,
  download: { total: 100, missing: 100 },
};

export function tokensEvent(cells: number[], tokens: number[]): EngineEvent {
  return { type: 'tokens', jobId: 1, cells: Uint16Array.from(cells), tokens: Int16Array.from(tokens), candidate: 0 };
}

export function resultOf(tokens: Int16Array<ArrayBuffer>, finished: boolean): PaintResult {
  return { tokens, finished, timing: { sampling: 1, decoding: 1, total: 2, firstTile: 1 } };
}
