import { EngineError } from '../../src/protocol/errors.ts';
import {
  ENGINE_CALLS,
  PROTOCOL_VERSION,
  type AnswerOf,
  type BundleSource,
  type CallName,
  type EngineEvent,
  type JobId,
  type LoadRequest,
  type PaintEngine,
  type Reply,
  type RequestOf,
} from '../../src/protocol/paintEngine.ts';
import { bundleAnswers, type Answers } from './bundleAnswers.ts';
import { keyOf, openBundle, type OpenBundle } from './bundleSource.ts';
import { serveDecoder } from './decoderService.ts';
import { Job } from './job.ts';
import { LoadedBundle } from './loadedBundle.ts';
import { remoteDecoder, type RemoteDecoder } from './remoteDecoder.ts';
import { reply } from './reply.ts';
import { rememberThreads } from './threads.ts';

/**
 * The engine behind the interface, in either worker. One job at a time: a new one cancels the one before and waits for its
 * end.
 */
export class PainterEngine implements PaintEngine {
  private events: MessagePort | undefined;
  private opened: { readonly key: string; readonly bundle: Promise<OpenBundle> } | undefined;
  private loaded: { readonly key: string; readonly bundle: LoadedBundle } | undefined;
  private remote: RemoteDecoder | undefined;
  private job: Job | undefined;
  private last: Promise<unknown> = Promise.resolve();

  private readonly answers: Answers = {
    inspect: async ({ source, backend }) => {
      const bundle = await this.unloaded(source);
      return { manifest: bundle.manifest, download: await bundle.downloadSize(['paint'], backend) };
    },
    downloadSize: async ({ source, backend, needs }) => (await this.unloaded(source)).downloadSize(needs, backend),
    rememberThreads: async ({ source, need, threads }) =>
      rememberThreads((await this.unloaded(source)).threadsKey(need), threads),
    load: (request, job) => this.load(request, job),
    ...bundleAnswers(
      () => this.ready(),
      (event, transfer) => this.send(event, transfer),
    ),
  };

  hello(_protocol: number, events: MessagePort): Promise<{ readonly protocol: number }> {
    this.events = events;
    return Promise.resolve({ protocol: PROTOCOL_VERSION });
  }

  ping(): Promise<void> {
    return Promise.resolve();
  }

  useDecoder(port: MessagePort): Promise<void> {
    this.remote = remoteDecoder(port);
    return Promise.resolve();
  }

  serveDecoder(port: MessagePort): Promise<void> {
    serveDecoder(port, () => this.ready().model);
    return Promise.resolve();
  }

  call<Name extends CallName>(name: Name, jobId: JobId, request: RequestOf<Name>): Promise<Reply<AnswerOf<Name>>> {
    const answer = this.answers[name];
    if (ENGINE_CALLS[name].isJob) return this.run(jobId, (job) => answer(request, job));
    return reply(() => answer(request, new Job(jobId)));
  }

  cancel(jobId: JobId): Promise<void> {
    if (this.job?.id === jobId) this.job.cancel();
    return Promise.resolve();
  }

  private async load(request: LoadRequest, job: Job): Promise<void> {
    const bundle = await this.use(request.source);
    const jobId = job.id;
    const { total: bytes, missing, engine, graphs } = await bundle.pendingFor(request.need, request.backend);
    // What is stored already is read in a moment, and not fetched.
    this.send({ type: 'plan', jobId, bytes: missing === 0 ? 0 : bytes, engine, graphs });
    let fetched = 0;
    let ready = 0;
    await bundle.load(request.need, {
      backend: request.backend,
      threads: request.threads,
      signal: job.signal,
      onBytes: (count) => {
        fetched += count;
        if (missing === 0) return;
        this.send({ type: 'progress', jobId, phase: 'download', done: fetched, total: bytes, unit: 'bytes' });
      },
      onEngine: (done) => {
        if (engine > 0) this.send({ type: 'engine', jobId, done });
      },
      onGraph: () => {
        ready++;
        this.send({ type: 'progress', jobId, phase: 'prepare', done: ready, total: graphs, unit: 'graphs' });
      },
    });
    const { pixels } = bundle.manifest.decoder.swatches;
    if (bundle.swatches !== undefined) {
      this.send({ type: 'swatches', jobId, pixels, rgb: Uint8Array.from(bundle.swatches) });
    }
    const { backends: choices, threadsSettled, engine: address } = bundle;
    this.send({ type: 'backend', jobId, threadsSettled, choices, engine: address });
  }

  private ready(): LoadedBundle {
    if (this.loaded === undefined) throw new EngineError('BAD_REQUEST', 'No bundle is loaded.');
    return this.loaded.bundle;
  }

  /** Opens a bundle once; a failure is forgotten, so that a retry tries. */
  private open(source: BundleSource): Promise<OpenBundle> {
    const key = keyOf(source);
    if (this.opened?.key !== key) {
      const bundle = openBundle(source).catch((error: unknown) => {
        this.opened = undefined;
        throw error;
      });
      this.opened = { key, bundle };
    }
    return this.opened.bundle;
  }

  /** To ask what it has: nothing of it is loaded. */
  private async unloaded(source: BundleSource): Promise<LoadedBundle> {
    return new LoadedBundle(await this.open(source), () => undefined);
  }

  /** The loaded bundle, or a new one in its place. */
  private async use(source: BundleSource): Promise<LoadedBundle> {
    const key = keyOf(source);
    const opened = await this.open(source);
    if (this.loaded?.key === key) return this.loaded.bundle;
    await this.loaded?.bundle.dispose();
    const onDeviceLost = (message: string) => {
      this.loaded = undefined;
      this.send({ type: 'failure', jobId: this.job?.id ?? 0, code: 'DEVICE_LOST', message });
    };
    const bundle = new LoadedBundle(opened, onDeviceLost, this.remote);
    this.loaded = { key, bundle };
    return bundle;
  }

  private run<T>(jobId: JobId, task: (job: Job) => Promise<T>): Promise<Reply<T>> {
    this.job?.cancel();
    const job = new Job(jobId);
    this.job = job;
    const before = this.last;
    const result = reply(async () => {
      await before;
      try {
        job.signal.throwIfAborted();
        return await task(job);
      } finally {
        if (this.job === job) this.job = undefined;
        this.send({ type: 'end', jobId });
      }
    });
    this.last = result;
    return result;
  }

  private send(event: EngineEvent, transfer: Transferable[] = []): void {
    this.events?.postMessage(event, transfer);
  }
}
