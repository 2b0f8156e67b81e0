import { cellCount, layoutHeight, layoutWidth } from '../../src/core/lattice.ts';
import { resizeBicubic } from '../../src/core/segment/bicubic.ts';
import { photographLayout, planesOf, segmenterSize } from '../../src/core/segment/photographLayout.ts';
import { halved } from '../../src/core/segment/rgbImage.ts';
import type { SegmentRequest } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import type { Job } from './job.ts';
import type { Send } from './paintPicture.ts';
import { yieldToMessages } from './yieldToMessages.ts';

/**
 * The layout of a photograph; docs/bundle.md has the steps.
 * @returns class ids [16 * rows, 16 * columns]
 * @throws EngineError ABORTED before or after the network's one run: half of a layout is none
 */
export async function segmentPhotograph(
  networks: Pick<Networks, 'segment'>,
  { lattice, pixels }: SegmentRequest,
  job: Job,
  send: Send,
): Promise<Uint8Array<ArrayBuffer>> {
  const total = cellCount(lattice);
  const told = async (done: number) => {
    send({ type: 'progress', jobId: job.id, phase: 'segment', done, total, unit: 'cells' });
    await yieldToMessages();
    job.signal.throwIfAborted();
  };
  await told(0);
  const half = halved(pixels, layoutWidth(lattice), layoutHeight(lattice));
  const { width, height } = segmenterSize(half);
  const logits = await networks.segment(width, height, planesOf(resizeBicubic(half, width, height)));
  await told(total);
  return photographLayout(half, logits);
}
