import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import type { Replay } from '../../src/core/replay.ts';
import type { FileProgress } from '../../src/protocol/fileMaker.ts';

/** Frames of a replay, whatever the picture's size. */
const GIF_FRAMES = 48;
const FRAME_MILLISECONDS = 110;
const LAST_MILLISECONDS = 2_500;
/** Pictures with more pixels are halved until they have no more: each of 48 frames is compressed whole. */
const MOST_PIXELS = 1024 * 1024;
/** What is there stays under the next frame. */
const LEAVE = 1;
/** Every so many pixels one counts for the palette. */
const SAMPLE = 5;

/**
 * A replay as an animated GIF: 48 frames in 5.3 seconds, and the picture for 2.5 more, for ever. A frame has what has changed; the rest
 * is transparent, over the frame before. A cell changes twice, so the file is about as large as two pictures.
 */
export function encodeReplayGif(replay: Replay, onProgress: FileProgress): Uint8Array<ArrayBuffer> {
  const { width, height } = replay;
  let shrink = 1;
  while ((width / shrink) * (height / shrink) > MOST_PIXELS) shrink *= 2;
  const size = { width: width / shrink, height: height / shrink };
  const gif = GIFEncoder();
  // Of the finished picture: what comes before has no other colours, but for the ground.
  const ground = [...replay.frame(0).subarray(0, 3)];
  const palette = [...quantize(sampled(replay.frame(replay.steps)), 254), ground];
  // No pixel is given the last one: of two that are alike the first is taken.
  const transparentIndex = palette.push(ground) - 1;
  let before: Uint8Array | undefined;
  for (let frame = 0; frame < GIF_FRAMES; frame++) {
    const last = frame === GIF_FRAMES - 1;
    const pixels = shrunk(replay.frame(Math.round((replay.steps * frame) / (GIF_FRAMES - 1))), width, shrink);
    const now = applyPalette(pixels, palette);
    const changed = before ? now.map((index, at) => (index === before?.[at] ? transparentIndex : index)) : now;
    before = now;
    gif.writeFrame(changed, size.width, size.height, {
      ...(frame === 0 && { palette }),
      transparent: frame > 0,
      transparentIndex,
      dispose: LEAVE,
      delay: last ? LAST_MILLISECONDS : FRAME_MILLISECONDS,
    });
    onProgress(frame + 1, GIF_FRAMES);
  }
  gif.finish();
  return new Uint8Array(gif.bytes());
}

function sampled(pixels: Uint8ClampedArray): Uint8Array {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  const few = Uint32Array.from({ length: Math.ceil(words.length / SAMPLE) }, (_, at) => words[at * SAMPLE]!);
  return new Uint8Array(few.buffer);
}

/** Every pixel, or one of each square of so many a side. */
function shrunk(pixels: Uint8ClampedArray, width: number, by: number): Uint8ClampedArray {
  if (by === 1) return pixels;
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  const across = width / by;
  const few = Uint32Array.from(
    { length: words.length / by ** 2 },
    (_, at) => words[Math.floor(at / across) * by * width + (at % across) * by]!,
  );
  return new Uint8ClampedArray(few.buffer);
}
