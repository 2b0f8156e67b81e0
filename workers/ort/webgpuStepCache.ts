import { takeFloats, type GraphSession } from './graphSession.ts';
import type { StepBatch, StepCache } from './networks.ts';
import type { Ort } from './runtime.ts';
import { stepFeeds } from './stepFeeds.ts';

/**
 * The cache as one buffer of the device. It never comes back: the new rows stay on the device and are copied into
 * their places there, and the logits alone are read.
 */
export class WebGpuStepCache implements StepCache {
  private readonly buffer: GPUBuffer;
  private readonly tensor: Ort.Tensor;

  /** @param initial [rows, cacheWidth] */
  constructor(
    private readonly session: GraphSession,
    private readonly device: GPUDevice,
    initial: Float32Array<ArrayBuffer>,
    private readonly width: number,
    private readonly cacheWidth: number,
  ) {
    this.buffer = device.createBuffer({
      size: initial.byteLength,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
    });
    device.queue.writeBuffer(this.buffer, 0, initial);
    this.tensor = session.runtime.ort.Tensor.fromGpuBuffer(this.buffer, {
      dataType: 'float32',
      dims: [initial.length / cacheWidth, cacheWidth],
    }) as Ort.Tensor;
  }

  async step(batch: StepBatch): Promise<Float32Array> {
    const { session, cacheWidth } = this;
    const outputs = await session.run(stepFeeds(session, batch, this.width, this.tensor));
    const fresh = outputs['new'];
    if (fresh === undefined) throw new Error('The graph has no output "new".');
    try {
      const encoder = this.device.createCommandEncoder();
      const bytes = cacheWidth * 4;
      const source = fresh.gpuBuffer;
      for (let lane = 0; lane < batch.lanes; lane++) {
        encoder.copyBufferToBuffer(source, lane * bytes, this.buffer, batch.target[lane]! * bytes, bytes);
      }
      this.device.queue.submit([encoder.finish()]);
    } finally {
      // Tensors on the device that nobody disposes of pile up.
      fresh.dispose();
    }
    return takeFloats(outputs, 'logits');
  }

  dispose(): void {
    this.tensor.dispose();
    this.buffer.destroy();
  }
}
