import { EngineError, toFailure } from '../../src/protocol/errors.ts';
import { filesOf, type GraphName, type ManifestFile } from '../../src/protocol/manifest.ts';
import type { BackendChoice, BackendName, DownloadSize, ModelNeed } from '../../src/protocol/paintEngine.ts';
import type { GraphSession } from '../ort/graphSession.ts';
import { GraphSessions } from '../ort/graphSessions.ts';
import { createGraph, OrtNetworks } from '../ort/ortNetworks.ts';
import { OrtSlidingNetworks } from '../ort/ortSlidingNetworks.ts';
import { loadRuntime, runtimeSize, type Runtime } from '../ort/runtime.ts';
import { planBackends, reasonOf } from './backendOrder.ts';
import type { OpenBundle } from './bundleSource.ts';
import type { RemoteDecoder } from './remoteDecoder.ts';
import { GRAPHS, GROUPS, MEASURED, type Group } from './graphGroups.ts';
import { alone, recallFaster, rememberFaster } from './measurements.ts';
import { readFile, sizeOf, type ReadOptions } from './modelStore.ts';
import { testStep, testTile, type TestRun } from './selfTest.ts';
import { threadsFor } from './threads.ts';
import { testSlidingStep, testWholeTile } from './sliding/slidingSelfTest.ts';
import type { AdapterReport } from './webgpuStatus.ts';

/** The networks of a bundle, by its kind. */
export type BundleNetworks =
  | { readonly kind: 'lattice'; readonly networks: OrtNetworks }
  | { readonly kind: 'sliding'; readonly networks: OrtSlidingNetworks };

export interface LoadOptions extends ReadOptions {
  readonly backend: BackendName | 'auto';
  /** One, unless told. */
  readonly threads?: number | 'auto';
  /** Called when a graph is ready. */
  readonly onGraph: (graph: GraphName) => void;
  /** Called with how many bytes of the engine are here. */
  readonly onEngine?: (bytes: number) => void;
}

export interface Pending extends DownloadSize {
  readonly engine: number;
  readonly graphs: number;
}

/**
 * A bundle and as much of it as was wanted so far. The backend is chosen for each group of graphs: what the address
 * says, else WebGPU if there is a real adapter and it was measured to be the faster, else WASM. A group whose numbers
 * are not the manifest's goes to the next backend.
 */
export class LoadedBundle {
  readonly model: BundleNetworks;
  /** Whether the number of threads was measured, asked for, or is the only one. */
  threadsSettled = true;
  /** Address of the runtime's WebAssembly, after the first `load`. */
  engine = '';
  private readonly sessions = new GraphSessions();
  private readonly choices = new Map<GraphName, BackendChoice>();
  private swatchBytes: Uint8Array | undefined;
  private helps = false;
  private helper?: Promise<LoadedBundle | undefined>;
  private device: GPUDevice | undefined;
  private retired: GraphSession[] = [];

  constructor(
    private readonly bundle: OpenBundle,
    private readonly onDeviceLost: (message: string) => void,
    /** What decodes in this worker's place. */
    private readonly remote?: RemoteDecoder,
  ) {
    const { manifest } = bundle;
    this.model =
      manifest.kind === 'sliding'
        ? { kind: 'sliding', networks: new OrtSlidingNetworks(manifest, this.sessions, remote) }
        : { kind: 'lattice', networks: new OrtNetworks(manifest, this.sessions, remote, () => this.help()) };
  }

  /** Of a bundle of kind `lattice`. @throws EngineError BAD_REQUEST where it is of another: not all kinds do all */
  get networks(): OrtNetworks {
    if (this.model.kind !== 'lattice') throw new EngineError('BAD_REQUEST', 'This model cannot do that.');
    return this.model.networks;
  }

  get manifest() {
    return this.bundle.manifest;
  }

  get backends(): BackendChoice[] {
    return [...this.choices.values()];
  }

  /** Codes x pixels x pixels x RGB; there after the first `load` that has the decoder in it. */
  get swatches(): Uint8Array | undefined {
    return this.swatchBytes;
  }

  /**
   * The files that a need has, each with its graph's name.
   * @throws EngineError GRAPH_MISSING for a graph that is optional and not there
   */
  private filesFor(need: ModelNeed): [GraphName | 'swatches', ManifestFile][] {
    const files = filesOf(this.manifest);
    const graphs: (GraphName | 'swatches')[] = GROUPS[need].flatMap((group) => this.graphsOf(group));
    if (GROUPS[need].includes('decoder')) graphs.push('swatches');
    return graphs.map((graph) => {
      const file = files[graph];
      if (file === undefined) throw new EngineError('GRAPH_MISSING', `The bundle has no graph "${graph}".`);
      return [graph, file];
    });
  }

  /**
   * What a load has still to do: bytes of the model to read, those of them that are to be fetched, bytes of the engine to fetch,
   * and graphs to prepare.
   */
  async pendingFor(need: ModelNeed, backend: LoadOptions['backend']): Promise<Pending> {
    const pending = this.pendingFiles(need);
    const graphs = pending.filter(([name]) => name !== 'swatches').length;
    const { missing: engine } = graphs === 0 ? { missing: 0 } : await this.engineSize(backend);
    return { ...(await sizeOf(pending.map(([, file]) => file))), engine, graphs };
  }

  private pendingFiles(need: ModelNeed): [GraphName | 'swatches', ManifestFile][] {
    return this.filesFor(need).filter(([name]) =>
      name === 'swatches' ? this.swatchBytes === undefined : !this.sessions.has(name),
    );
  }

  /**
   * Of several needs together, with the engine: a file that more than one of them has counts once.
   * @throws EngineError GRAPH_MISSING for a graph that is optional and not there
   */
  async downloadSize(needs: readonly ModelNeed[], backend: LoadOptions['backend']): Promise<DownloadSize> {
    const model = await sizeOf(new Map(needs.flatMap((need) => this.filesFor(need))).values());
    const engine = await this.engineSize(backend);
    return { total: model.total + engine.total, missing: model.missing + engine.missing };
  }

  private async engineSize(backend: LoadOptions['backend']): Promise<DownloadSize> {
    const { order } = await planBackends(backend);
    return runtimeSize(order.includes('webgpu'));
  }

  /** Under which the number of threads is remembered: each worker has a part of the bundle that it is there for. */
  threadsKey(need: ModelNeed): string {
    return this.keyOf(need === 'look' ? 'decoder' : 'step');
  }

  /** Makes ready what is not; a second call with the same need does nothing. */
  async load(need: ModelNeed, options: LoadOptions): Promise<void> {
    const groups = GROUPS[need].filter((group) => this.graphsOf(group).some((graph) => !this.sessions.has(graph)));
    if (groups.length === 0) {
      await this.read(need, options);
      return;
    }
    const { adapter, order } = await planBackends(options.backend);
    const threads = (part: ModelNeed) => threadsFor(options.threads ?? 1, part, this.threadsKey(part));
    const { count, settled } = await threads(need);
    this.threadsSettled = settled;
    // Neither waits for the other: they come over one connection, and the engine has to be compiled.
    const { signal, onEngine } = options;
    const [runtime, files] = await Promise.all([
      loadRuntime(order.includes('webgpu'), count, { signal, ...(onEngine && { onBytes: onEngine }) }),
      this.read(need, options),
    ]);
    this.engine = runtime.url;
    if (need === 'sample') this.helps = order[0] === 'wasm' && (await threads('look')).count === 1;
    try {
      for (const group of groups) {
        options.signal.throwIfAborted();
        await this.place(runtime, group, order, adapter, files, options);
      }
    } finally {
      // Not before all groups have their place: a device goes with its last session (onnxruntime #27634).
      const retired = this.retired.splice(0);
      for (const session of retired) await session.dispose().catch(() => undefined);
    }
  }

  /** The graphs that are not ready yet. */
  private async read(need: ModelNeed, options: LoadOptions): Promise<ReadonlyMap<GraphName, Uint8Array>> {
    const files = new Map<GraphName, Uint8Array>();
    for (const [name, file] of this.pendingFiles(need)) {
      const bytes = await readFile(this.bundle, file, options);
      if (name === 'swatches') this.swatchBytes = bytes;
      else files.set(name, bytes);
    }
    return files;
  }

  async dispose(): Promise<void> {
    await (await this.helper)?.dispose();
    await this.sessions.dispose();
  }

  /** A decoder of this worker's own, beside one that has a single thread; without it that one does the work alone. */
  private async help(): Promise<OrtNetworks | undefined> {
    if (!this.helps || this.remote === undefined) return undefined;
    const { signal } = new AbortController();
    const bundle = new LoadedBundle(this.bundle, this.onDeviceLost);
    this.helper ??= bundle
      .load('look', { backend: 'wasm', signal, onBytes: () => undefined, onGraph: () => undefined })
      .then(() => bundle)
      .catch(() => undefined);
    return (await this.helper)?.networks;
  }

  /** Names the files of a group. */
  private keyOf(group: Group): string {
    return this.graphsOf(group)
      .map((graph) => filesOf(this.manifest)[graph]?.sha256.slice(0, 16))
      .join(' ');
  }

  private graphsOf(group: Group): readonly GraphName[] {
    return GRAPHS[this.manifest.kind][group];
  }

  private async place(
    runtime: Runtime,
    group: Group,
    order: readonly BackendName[],
    adapter: AdapterReport,
    files: ReadonlyMap<GraphName, Uint8Array>,
    options: LoadOptions,
  ): Promise<void> {
    const measured = order.length > 1 && options.backend === 'auto' && MEASURED.has(group);
    const graphs = this.graphsOf(group);
    const key = this.keyOf(group);
    const remembered = measured ? await recallFaster(adapter.name, key) : undefined;
    const tries = remembered === 'wasm' ? (['wasm'] as const) : order;
    let best: { backend: BackendName; sessions: GraphSession[]; milliseconds: number } | undefined;
    let failed: string | undefined;
    let isFull = false;
    for (const backend of tries) {
      const sessions: GraphSession[] = [];
      try {
        for (const graph of graphs) sessions.push(await this.open(runtime, graph, backend, files));
        // A step costs a few milliseconds, and the page wants to know how many.
        const compared = measured && remembered === undefined;
        const test = () => this.test(group, group === 'step' || compared);
        const run = await (compared ? alone(test) : test());
        if (!run.passed) throw new Error(`its numbers on ${backend} are not the manifest's`);
        if (best === undefined || run.milliseconds < best.milliseconds) {
          this.retired.push(...(best?.sessions ?? []));
          best = { backend, sessions, milliseconds: run.milliseconds };
        } else this.retired.push(...sessions);
      } catch (error) {
        failed = `${group} on ${backend}: ${(error as Error).message}`;
        isFull ||= toFailure(error).code === 'OUT_OF_MEMORY';
        this.retired.push(...sessions);
        for (const graph of graphs) this.sessions.drop(graph);
        continue;
      }
      // Without a measurement to make, the first backend that passes is the one.
      if (!measured || remembered !== undefined) break;
    }
    if (best === undefined && isFull) throw new EngineError('OUT_OF_MEMORY', 'There is no room for the model.', failed);
    if (best === undefined) throw new EngineError('NO_BACKEND', 'No backend passed the self-test.', failed);
    graphs.forEach((graph, n) => this.sessions.set(graph, best.sessions[n]!));
    this.watch(best.sessions[0]!.device);
    if (measured && remembered === undefined && failed === undefined)
      await rememberFaster(adapter.name, key, best.backend);
    const reason = reasonOf(best.backend, order, options.backend, failed !== undefined);
    const webgpu =
      failed !== undefined && best.backend === 'wasm' && order.includes('webgpu') ? 'failed' : adapter.status;
    for (const graph of graphs) {
      const { backend, milliseconds } = best;
      this.choices.set(graph, { graph, backend, reason, webgpu, milliseconds, threads: runtime.threads });
      options.onGraph(graph);
    }
  }

  private async open(
    runtime: Runtime,
    graph: GraphName,
    backend: BackendName,
    files: ReadonlyMap<GraphName, Uint8Array>,
  ): Promise<GraphSession> {
    const session = await createGraph(runtime, graph, backend, files.get(graph)!, this.manifest.kind);
    return this.sessions.set(graph, session);
  }

  private test(group: Group, timed: boolean): Promise<TestRun> {
    const { model, manifest } = this;
    if (group !== 'step' && group !== 'decoder') return Promise.resolve({ passed: true, milliseconds: 0 });
    if (model.kind === 'sliding') {
      const test = group === 'step' ? testSlidingStep : testWholeTile;
      return test(model.networks, manifest, { timed });
    }
    const test = group === 'step' ? testStep : testTile;
    return test(model.networks, manifest, { timed });
  }

  private watch(device: GPUDevice | undefined): void {
    if (device === undefined || device === this.device) return;
    this.device = device;
    void device.lost.then(({ reason, message }) => {
      if (reason !== 'destroyed') this.onDeviceLost(message);
    });
  }
}
