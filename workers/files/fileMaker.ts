import * as Comlink from 'comlink';
import { IoError } from '../../src/core/problem.ts';
import { replayOf } from '../../src/core/replay.ts';
import { doubled } from '../../src/core/resample.ts';
import type { FileMaker, FileProgress, FileRequest, QrCode } from '../../src/protocol/fileMaker.ts';
import type { ReaderReply } from '../../src/protocol/readerReply.ts';
import { replyOf } from '../replyOf.ts';
import { encodeCanvasImage } from './canvasImage.ts';
import { encodeLayoutPng } from './layoutPng.ts';
import { encodeMapPng } from './mapPng.ts';
import { encodePair } from './pairImage.ts';
import { encodePicturePng } from './picturePng.ts';
import { encodeProject } from './projectZip.ts';
import { encodeQrCode } from './qrCode.ts';
import { encodeReplayGif } from './replayGif.ts';
import { zipOf } from './zip.ts';

/** Makes files, one at a time. */
export class WorkerFileMaker implements FileMaker {
  async make(request: FileRequest, onProgress?: FileProgress): Promise<ReaderReply<Uint8Array<ArrayBuffer>>> {
    const reply = await replyOf('making', () => bytesOf(request, onProgress));
    return reply.ok ? Comlink.transfer(reply, [reply.value.buffer]) : reply;
  }

  qrCode(text: string): Promise<ReaderReply<QrCode>> {
    return replyOf('making', () => encodeQrCode(text));
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

function bytesOf(request: FileRequest, onProgress: FileProgress = () => undefined): Bytes | Promise<Bytes> {
  switch (request.file) {
    case 'picture':
      return pictureIn(request);
    case 'pair':
      return encodePair(request.layout, request.classes, request.picture, request.format ?? 'png');
    case 'layout':
      return encodeLayoutPng(request.layout, request.classes);
    case 'map':
      return encodeMapPng(request.layout, request.convention);
    case 'project':
      return encodeProject(request.parts);
    case 'zip':
      return zipOf(request.files);
    case 'gif':
      return encodeReplayGif(replayOf(request), onProgress);
    case 'video':
      return film(request, onProgress);
    default:
      return request satisfies never;
  }
}

/** The picture in its own size or twice that. */
function pictureIn({ picture, format = 'png' }: FileRequest & { file: 'picture' }): Bytes | Promise<Bytes> {
  if (format === 'png') return encodePicturePng(picture);
  return encodeCanvasImage(picture.scale === 2 ? doubled(picture) : picture, format);
}

/** What makes films is fetched by who makes one. */
async function film(request: FileRequest & { file: 'video' }, onProgress: FileProgress): Promise<Bytes> {
  const { encodeReplayVideo } = await import('./replayVideo.ts').catch(() => {
    throw new IoError({ code: 'part-unfetched' });
  });
  try {
    return await encodeReplayVideo(replayOf(request), request.format, onProgress);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new IoError({ code: 'no-film' });
  }
}
