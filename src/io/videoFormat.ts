import type { VideoFormat } from '../protocol/fileMaker.ts';

/**
 * What films are made in, the one that opens in the most places first. Levels are those that the largest picture needs.
 * Names as in WebCodecs' codec registry.
 */
const FORMATS: readonly VideoFormat[] = [
  { container: 'mp4', codec: 'avc', name: 'avc1.640034' },
  { container: 'webm', codec: 'vp9', name: 'vp09.00.52.08' },
  { container: 'webm', codec: 'vp8', name: 'vp8' },
];

/** The first format that this browser can make films of a size in; undefined where it makes none. */
export async function findVideoFormat(width: number, height: number): Promise<VideoFormat | undefined> {
  if (!('VideoEncoder' in globalThis)) return undefined;
  for (const format of FORMATS) {
    const config = { codec: format.name, width, height, framerate: 30 };
    // oxlint-disable-next-line no-await-in-loop -- the first that is there is the one.
    const reply = await VideoEncoder.isConfigSupported(config).catch(() => undefined);
    if (reply?.supported === true) return format;
  }
  return undefined;
}
