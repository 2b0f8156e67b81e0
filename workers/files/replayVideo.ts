import {
  BufferTarget,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from 'mediabunny';
import { REPLAY_SECONDS, type Replay } from '../../src/core/replay.ts';
import type { FileProgress, VideoFormat } from '../../src/protocol/fileMaker.ts';

const FRAMES_PER_SECOND = 30;
/** How long the finished picture is seen at the end. */
const HELD_SECONDS = 2;
const PLAYED_FRAMES = REPLAY_SECONDS * FRAMES_PER_SECOND;
const FRAMES = PLAYED_FRAMES + HELD_SECONDS * FRAMES_PER_SECOND;

/**
 * A replay as a film, in the picture's own size: all of its moments in 6 seconds, and the finished picture for 2 more. It is made frame
 * by frame, however long that takes and whoever looks: the browser's encoder waits for the frames, and the frames for it.
 * @throws DOMException where the browser's encoder fails
 */
export async function encodeReplayVideo(
  replay: Replay,
  { container, codec, name }: VideoFormat,
  onProgress: FileProgress,
): Promise<Uint8Array<ArrayBuffer>> {
  const format = container === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat();
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new VideoSampleSource({ codec, fullCodecString: name, quality: QUALITY_HIGH });
  output.addVideoTrack(source, { frameRate: FRAMES_PER_SECOND });
  await output.start();
  for (let frame = 0; frame < FRAMES; frame++) {
    const step = Math.min(replay.steps, Math.round((replay.steps * frame) / (PLAYED_FRAMES - 1)));
    // Copies the pixels: the replay writes the next moment into the same ones. Microseconds.
    const picture = new VideoFrame(replay.frame(step), {
      format: 'RGBX',
      codedWidth: replay.width,
      codedHeight: replay.height,
      timestamp: Math.round((frame * 1e6) / FRAMES_PER_SECOND),
      duration: Math.round(1e6 / FRAMES_PER_SECOND),
    });
    const sample = new VideoSample(picture);
    await source.add(sample);
    sample.close();
    onProgress(frame + 1, FRAMES);
  }
  await output.finalize();
  return new Uint8Array(target.buffer!);
}
