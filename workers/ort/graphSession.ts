import type { BackendName } from '../../src/protocol/paintEngine.ts';
import type { Ort, Runtime } from './runtime.ts';

type Feeds = Record<string, Ort.Tensor>;

/** One graph on one backend. Every `create` and `run` goes through the runtime's chain. */
export class GraphSession {
  private constructor(
    readonly runtime: Runtime,
    readonly backend: BackendName,
    private readonly session: Ort.InferenceSession,
    /** The device that onnxruntime made for itself (it ignores one that it is given); on WebGPU alone. */
    readonly device: GPUDevice | undefined,
  ) {}

  static async create(
    runtime: Runtime,
    backend: BackendName,
    bytes: Uint8Array,
    options: Ort.InferenceSession.SessionOptions = {},
  ): Promise<GraphSession> {
    const session = await runtime.chain.run(() =>
      runtime.ort.InferenceSession.create(bytes, {
        executionProviders: [backend],
        graphOptimizationLevel: 'all',
        ...options,
      }),
    );
    // Known to be there once a WebGPU session is.
    const device = backend === 'webgpu' ? await runtime.ort.env.webgpu.device : undefined;
    return new GraphSession(runtime, backend, session, device);
  }

  /** @param feeds tensors by input name, which stay the caller's */
  run(feeds: Feeds): Promise<Record<string, Ort.Tensor>> {
    return this.runtime.chain.run(() => this.session.run(feeds)) as Promise<Record<string, Ort.Tensor>>;
  }

  float(data: Float32Array, dims: readonly number[]): Ort.Tensor {
    return new this.runtime.ort.Tensor('float32', data, dims);
  }

  int(data: Int32Array, dims: readonly number[]): Ort.Tensor {
    return new this.runtime.ort.Tensor('int32', data, dims);
  }

  async dispose(): Promise<void> {
    await this.runtime.chain.run(() => this.session.release());
  }
}

/** The data of an output that a graph is known to have, copied out of the runtime's hands. */
export function takeFloats(outputs: Record<string, Ort.Tensor>, name: string): Float32Array {
  const tensor = outputs[name];
  if (tensor === undefined) throw new Error(`The graph has no output "${name}".`);
  const data = tensor.data as Float32Array;
  tensor.dispose();
  return data;
}
