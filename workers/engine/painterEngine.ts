import { EngineError } from '../../src/protocol/errors.ts';
import {
  PROTOCOL_VERSION,
  type BundleInfo,
  type BundleSource,
  type DecodeRequest,
  type DownloadSize,
  type EncodeRequest,
  type EngineEvent,
  type HelloReply,
  type JobId,
  type LoadRequest,
  type MeasureRequest,
  type MeasureResult,
  type ModelNeed,
  type PaintEngine,
  type PaintRequest,
  type PaintResult,
  type RepaintRequest,
  type RepaintResult,
  type Reply,
  type TryCodesRequest,
  type SegmentRequest,
  type TimeRequest,
} from '../../src/protocol/paintEngine.ts';
import { keyOf, openBundle, type OpenBundle } from './bundleSource.ts';
import {
  checkDecodeRequest,
  checkEncodeRequest,
  checkMeasureRequest,
  checkPaintRequest,
  checkRepaintRequest,
  checkTryCodesRequest,
} from './checkRequest.ts';
import { serveDecoder } from './decoderService.ts';
import { RemoteDecoder } from './remoteDecoder.ts';
import { decodeTokens } from './decodeTokens.ts';
import { encodePhotograph } from './encodePhotograph.ts';
import { Job } from './job.ts';
import { LoadedBundle } from './loadedBundle.ts';
import { measurePicture } from './measurePicture.ts';
import { paintPicture } from './paintPicture.ts';
import type { Send } from './job.ts';
import { repaintPicture } from './repaintPicture.ts';
import { reply } from './reply.ts';
import { tryCodes } from './tryCodes.ts';
import { rememberThreads } from './threads.ts';
import { timeNetworks } from './timeNetworks.ts';
import { segmentPhotograph } from './segmentPhotograph.ts';
import { paintSliding } from './sliding/paintSliding.ts';
import { sendWhole } from './sliding/sendWhole.ts';

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

  hello(_protocol: number, events: MessagePort): Promise<HelloReply> {
    this.events = events;
    return Promise.resolve({ protocol: PROTOCOL_VERSION });
  }

  ping(): Promise<void> {
    return Promise.resolve();
  }

  useDecoder(port: MessagePort): Promise<void> {
    this.remote = new RemoteDecoder(port);
    return Promise.resolve();
  }

  serveDecoder(port: MessagePort): Promise<void> {
    serveDecoder(port, () => this.ready().model);
    return Promise.resolve();
  }

  inspect(source: BundleSource, backend: LoadRequest['backend']): Promise<Reply<BundleInfo>> {
    return reply(async () => {
      const bundle = await this.open(source);
      return { manifest: bundle.manifest, download: await sizeOf(bundle, ['paint'], backend) };
    });
  }

  downloadSize(
    source: BundleSource,
    backend: LoadRequest['backend'],
    needs: readonly ModelNeed[],
  ): Promise<Reply<DownloadSize>> {
    return reply(async () => sizeOf(await this.open(source), needs, backend));
  }

  load(request: LoadRequest): Promise<Reply<void>> {
    return this.run(request.jobId, async (job) => {
      const bundle = await this.use(request.source);
      const { jobId } = request;
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
    });
  }

  paint(request: PaintRequest): Promise<Reply<PaintResult>> {
    return this.run(request.jobId, async (job) => {
      const { model, manifest } = this.ready();
      checkPaintRequest(request, manifest);
      const send: Send = (event, transfer) => this.send(event, transfer);
      if (model.kind === 'sliding') return paintSliding(model.networks, request, job, send);
      return paintPicture(model.networks, request, job, send);
    });
  }

  decode(request: DecodeRequest): Promise<Reply<void>> {
    return this.run(request.jobId, async (job) => {
      const { model, manifest } = this.ready();
      checkDecodeRequest(request, manifest);
      const { lattice, tokens } = request;
      const send: Send = (event, transfer) => this.send(event, transfer);
      if (model.kind === 'sliding') await sendWhole(model.networks, lattice, tokens, job, send);
      else await decodeTokens(model.networks, request, job, send);
    });
  }

  repaint(request: RepaintRequest): Promise<Reply<RepaintResult>> {
    return this.run(request.jobId, async (job) => {
      const { networks, manifest } = this.ready();
      checkRepaintRequest(request, manifest);
      return repaintPicture(networks, request, job, (event, transfer) => this.send(event, transfer));
    });
  }

  measure(request: MeasureRequest): Promise<Reply<MeasureResult>> {
    return this.run(request.jobId, async (job) => {
      const { networks, manifest } = this.ready();
      checkMeasureRequest(request, manifest);
      return measurePicture(networks, request, job, (event) => this.send(event));
    });
  }

  encode(request: EncodeRequest): Promise<Reply<Int16Array<ArrayBuffer>>> {
    return this.run(request.jobId, async (job) => {
      const { networks, manifest } = this.ready();
      checkEncodeRequest(request, manifest);
      return encodePhotograph(networks, request, job, (event) => this.send(event));
    });
  }

  tryCodes(request: TryCodesRequest): Promise<Reply<void>> {
    return this.run(request.jobId, async (job) => {
      const { networks, manifest } = this.ready();
      checkTryCodesRequest(request, manifest);
      await tryCodes(networks, request, job, (event, transfer) => this.send(event, transfer));
    });
  }

  segment(request: SegmentRequest): Promise<Reply<Uint8Array<ArrayBuffer>>> {
    return this.run(request.jobId, async (job) => {
      const { networks, manifest } = this.ready();
      checkEncodeRequest(request, manifest);
      return segmentPhotograph(networks, request, job, (event) => this.send(event));
    });
  }

  time(request: TimeRequest): Promise<Reply<number>> {
    return this.run(request.jobId, (job) => timeNetworks(this.ready().networks, request.need, job));
  }

  rememberThreads(source: BundleSource, need: ModelNeed, threads: number): Promise<Reply<void>> {
    return reply(async () => {
      const bundle = new LoadedBundle(await this.open(source), () => undefined);
      await rememberThreads(bundle.threadsKey(need), threads);
    });
  }

  cancel(jobId: JobId): Promise<void> {
    if (this.job?.id === jobId) this.job.cancel();
    return Promise.resolve();
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

function sizeOf(
  bundle: OpenBundle,
  needs: readonly ModelNeed[],
  backend: LoadRequest['backend'],
): Promise<DownloadSize> {
  return new LoadedBundle(bundle, () => undefined).downloadSize(needs, backend);
}
