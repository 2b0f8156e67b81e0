const TYPES = ['video/webm;codecs=vp9', 'video/webm'];
const FRAMES_PER_SECOND = 30;

/** Whether this browser records WebM. */
export function canRecordVideo(): boolean {
  return videoType() !== undefined;
}

/**
 * Records a canvas while `play` draws on it.
 * @throws DOMException AbortError when it is stopped
 */
export async function recordVideo(
  canvas: HTMLCanvasElement,
  play: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<Blob> {
  const mimeType = videoType();
  if (mimeType === undefined) throw new TypeError('This browser records no WebM.');
  const stream = canvas.captureStream(FRAMES_PER_SECOND);
  const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: 8_000_000 });
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  const stopped = new Promise((done) => recorder.addEventListener('stop', done));
  recorder.start();
  try {
    await play(signal);
  } finally {
    recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  }
  await stopped;
  signal.throwIfAborted();
  return new Blob(pieces, { type: 'video/webm' });
}

function videoType(): string | undefined {
  return 'MediaRecorder' in globalThis ? TYPES.find((type) => MediaRecorder.isTypeSupported(type)) : undefined;
}
