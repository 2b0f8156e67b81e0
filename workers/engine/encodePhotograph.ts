import { cellCount } from '../../src/core/lattice.ts';
import type { EncodeRequest } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import type { Job } from './job.ts';
import type { Send } from './paintPicture.ts';
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
  const tokens = await networks.encode(lattice, planesOf(pixels));
  job.signal.throwIfAborted();
  told(total);
  return Int16Array.from(tokens);
}

/** RGBA bytes -> RGB planes in [-1, 1]: [3, height, width] */
function planesOf(pixels: Uint8ClampedArray): Float32Array {
  const plane = pixels.length / CHANNELS;
  const rgb = new Float32Array(3 * plane);
  for (let at = 0; at < plane; at++) {
    for (let channel = 0; channel < 3; channel++) {
      rgb[channel * plane + at] = pixels[CHANNELS * at + channel]! / 127.5 - 1;
    }
  }
  return rgb;
}
