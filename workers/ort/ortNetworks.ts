import { cellCount, SUB_CELLS, type Lattice } from '../../src/core/lattice.ts';
import type { Logits } from '../../src/core/segment/likeliestClasses.ts';
import type { GraphName, LatticeManifest, Manifest } from '../../src/protocol/manifest.ts';
import type { BackendName } from '../../src/protocol/paintEngine.ts';
import { GraphSession, takeFloats } from './graphSession.ts';
import type { GraphSessions } from './graphSessions.ts';
import { ENCODER_CELL_PIXELS, type Decoder, type Networks, type StepCache, type Told } from './networks.ts';
import type { Runtime } from './runtime.ts';
import { WasmStepCache } from './wasmStepCache.ts';
import { WebGpuStepCache } from './webgpuStepCache.ts';

/** Creates the session of a graph. On WebGPU the lattice model's new keys and values stay on the device. */
export function createGraph(
  runtime: Runtime,
  graph: GraphName,
  backend: BackendName,
  bytes: Uint8Array,
  kind: Manifest['kind'],
): Promise<GraphSession> {
  const resident = graph === 'step' && backend === 'webgpu' && kind === 'lattice';
  return GraphSession.create(
    runtime,
    backend,
    bytes,
    resident ? { preferredOutputLocation: { logits: 'cpu', new: 'gpu-buffer' } } : {},
  );
}

/** The networks of a bundle of kind `lattice`, over sessions, unless its decoder is another worker's. */
export class OrtNetworks implements Networks {
  readonly codes: number;
  readonly width: number;
  readonly channels: number;
  readonly halo: Networks['halo'];
  readonly cellPixels: number;
  readonly window: Networks['window'];
  readonly zooms: boolean;
  readonly distilled: boolean;

  constructor(
    private readonly manifest: LatticeManifest,
    private readonly sessions: GraphSessions,
    private readonly remote?: Decoder,
    readonly helper?: Networks['helper'],
  ) {
    this.codes = manifest.codebook.codes;
    this.width = manifest.transformer.width;
    this.channels = manifest.decoder.features.channels;
    this.cellPixels = manifest.lattice.cellPixels;
    this.halo = { features: manifest.decoder.features.halo, upsampler: manifest.decoder.upsampler.halo };
    this.window = manifest.window;
    this.zooms = manifest.zooms !== undefined;
    this.distilled = manifest.guidance === 'distilled';
  }

  get decodesBeside(): boolean {
    return this.remote !== undefined;
  }

  async context(lattice: Lattice, subCells: Uint8Array, known: Int16Array, told: Told): Promise<Float32Array> {
    const { rows, columns } = lattice;
    const session = this.sessions.get('context');
    const outputs = await session.run({
      layout: session.int(Int32Array.from(subCells), [1, rows * SUB_CELLS, columns * SUB_CELLS]),
      known: session.int(Int32Array.from(known), [1, rows, columns]),
      mood: session.int(Int32Array.of(told.mood), [1]),
      ...(this.zooms && { zoom: session.int(Int32Array.of(told.zoom), [1]) }),
      ...(this.distilled && { guidance: session.float(Float32Array.of(told.guidance), [1]) }),
    });
    return takeFloats(outputs, 'features');
  }

  padLanes(lanes: number): number {
    // On WASM a lane has the same bits whatever runs beside it (tested), and each lane costs. On WebGPU every new
    // shape compiles shaders, so steps come in few sizes.
    return this.sessions.get('step').backend === 'wasm' ? lanes : 2 ** Math.ceil(Math.log2(lanes));
  }

  openCache(rows: number, initial?: Float32Array<ArrayBuffer>): StepCache {
    const session = this.sessions.get('step');
    const { cacheWidth } = this.manifest.transformer;
    const content = initial ?? new Float32Array(rows * cacheWidth);
    if (content.length !== rows * cacheWidth)
      throw new RangeError('The cache does not have the size that its rows need.');
    if (session.device === undefined) return new WasmStepCache(session, content, this.width, cacheWidth);
    return new WebGpuStepCache(session, session.device, content, this.width, cacheWidth);
  }

  async features(lattice: Lattice, tokens: Int32Array): Promise<Float32Array> {
    if (this.remote) return this.remote.features(lattice, tokens);
    const session = this.sessions.get('features');
    const outputs = await session.run({ tokens: session.int(tokens, [1, lattice.rows, lattice.columns]) });
    return takeFloats(outputs, 'features');
  }

  async upsample(lattice: Lattice, features: Float32Array): Promise<Float32Array> {
    if (this.remote) return this.remote.upsample(lattice, features);
    const session = this.sessions.get('upsampler');
    const dims = [1, this.channels, lattice.rows, lattice.columns];
    return takeFloats(await session.run({ features: session.float(features, dims) }), 'rgb');
  }

  async encode(lattice: Lattice, rgb: Float32Array): Promise<Int32Array> {
    const session = this.sessions.get('encoder');
    const dims = [1, 3, lattice.rows * ENCODER_CELL_PIXELS, lattice.columns * ENCODER_CELL_PIXELS];
    const outputs = await session.run({ rgb: session.float(rgb, dims) });
    const tokens = outputs['tokens'];
    if (tokens === undefined || tokens.size !== cellCount(lattice)) throw new Error('The encoder gave no tokens.');
    return tokens.data as Int32Array;
  }

  async segment(width: number, height: number, rgb: Float32Array): Promise<Logits> {
    const session = this.sessions.get('segmenter');
    const outputs = await session.run({ rgb: session.float(rgb, [1, 3, height, width]) });
    const [, classes, rows, columns] = outputs['logits']?.dims ?? [];
    const values = takeFloats(outputs, 'logits');
    if (!classes || !rows || !columns) throw new Error('The segmenter gave no logits.');
    return { classes, height: rows, width: columns, values };
  }
}
