import { cellCount, type Lattice } from '../../src/core/lattice.ts';
import { cellPixelsOf, pictureSize } from '../../src/core/picturePixels.ts';
import type { EncodeRequest } from '../../src/protocol/paintEngine.ts';
import { ENCODER_CELL_PIXELS, type Networks } from '../ort/networks.ts';
import type { Job, Send } from './job.ts';
import { yieldToMessages } from './yieldToMessages.ts';

const CHANNELS = 4;

/**
 * The tokens of a photograph, each the code nearest to what the encoder sees at its cell. In one run, not in tiles: on
 * WASM the largest lattice that a model paints takes about a second, and tiles would pay for halos of six cells.
 * @returns [rows, columns]
 */
export async function encodePhotograph(
  networks: Networks,
  { lattice, pixels }: EncodeRequest,
  job: Job,
  send: Send,
): Promise<Int16Array<ArrayBuffer>> {
  const total = cellCount(lattice);
  const told = (done: number) => send({ type: 'progress', jobId: job.id, phase: 'encode', done, total, unit: 'cells' });
  told(0);
  await yieldToMessages();
  job.signal.throwIfAborted();
  const tokens = await networks.encode(lattice, encoderPlanes(pixels, lattice));
  job.signal.throwIfAborted();
  told(total);
  return Int16Array.from(tokens);
}

/**
 * What the encoder sees of a photograph: a mean over squares where it is finer, each pixel several times where it is coarser.
 * @param pixels RGBA of the lattice
 * @returns RGB planes in [-1, 1]: [3, ENCODER_CELL_PIXELS * rows, ENCODER_CELL_PIXELS * columns]
 */
function encoderPlanes(pixels: Uint8ClampedArray, lattice: Lattice): Float32Array {
  const cellPixels = cellPixelsOf(pixels, cellCount(lattice));
  const { width } = pictureSize(lattice, cellPixels);
  const seen = pictureSize(lattice, ENCODER_CELL_PIXELS);
  const plane = seen.width * seen.height;
  const step = cellPixels / ENCODER_CELL_PIXELS;
  const rgb = new Float32Array(3 * plane);
  for (let y = 0; y < seen.height; y++) {
    for (let x = 0; x < seen.width; x++) {
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        let count = 0;
        for (let below = y * step; below < (y + 1) * step; below++) {
          for (let beside = x * step; beside < (x + 1) * step; beside++) {
            sum += pixels[CHANNELS * (Math.floor(below) * width + Math.floor(beside)) + channel]!;
            count++;
          }
        }
        rgb[channel * plane + y * seen.width + x] = sum / count / 127.5 - 1;
      }
    }
  }
  return rgb;
}
