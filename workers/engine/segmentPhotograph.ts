import { cellCount } from '../../src/core/lattice.ts';
import { resizeBicubic } from '../../src/core/segment/bicubic.ts';
import { photographLayout, planesOf, segmenterSize } from '../../src/core/segment/photographLayout.ts';
import { cellPixelsOf, pictureSize } from '../../src/core/picturePixels.ts';
import { reduced } from '../../src/core/segment/rgbImage.ts';
import type { EncodeRequest } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import type { Job, Send } from './job.ts';
import { yieldToMessages } from './yieldToMessages.ts';

/** Pixels along a side of a cell at which layouts are found: docs/bundle.md. */
const SEEN_CELL_PIXELS = 8;

/**
 * The layout of a photograph; docs/bundle.md has the steps.
 * @returns class ids [16 * rows, 16 * columns]
 * @throws EngineError ABORTED before or after the network's one run: half of a layout is none
 */
export async function segmentPhotograph(
  networks: Pick<Networks, 'segment'>,
  { lattice, pixels }: EncodeRequest,
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
  const cellPixels = cellPixelsOf(pixels, total);
  const { width: across, height: down } = pictureSize(lattice, cellPixels);
  const half = reduced(pixels, across, down, cellPixels / SEEN_CELL_PIXELS);
  const { width, height } = segmenterSize(half);
  const logits = await networks.segment(width, height, planesOf(resizeBicubic(half, width, height)));
  await told(total);
  return photographLayout(half, logits);
}
