import * as Comlink from 'comlink';
import { replayOf } from '../../src/core/replay.ts';
import type { FileMaker, FileProgress, FileRequest, QrCode } from '../../src/protocol/fileMaker.ts';
import type { ReaderReply } from '../../src/protocol/readerReply.ts';
import { encodeLayoutPng } from './layoutPng.ts';
import { encodeMapPng } from './mapPng.ts';
import { encodePairPng } from './pairPng.ts';
import { encodePicturePng } from './picturePng.ts';
import { encodeProject } from './projectZip.ts';
import { encodeQrCode } from './qrCode.ts';
import { encodeReplayGif } from './replayGif.ts';
import { zipOf } from './zip.ts';

/** Makes files, one at a time. */
export class WorkerFileMaker implements FileMaker {
  make(request: FileRequest, onProgress?: FileProgress): Promise<ReaderReply<Uint8Array<ArrayBuffer>>> {
    const reply = replyOf(() => bytesOf(request, onProgress));
    return Promise.resolve(reply.ok ? Comlink.transfer(reply, [reply.value.buffer]) : reply);
  }

  qrCode(text: string): Promise<ReaderReply<QrCode>> {
    return Promise.resolve(replyOf(() => encodeQrCode(text)));
  }
}

function bytesOf(request: FileRequest, onProgress: FileProgress = () => undefined): Uint8Array<ArrayBuffer> {
  switch (request.file) {
    case 'picture':
      return encodePicturePng(request.picture);
    case 'pair':
      return encodePairPng(request.layout, request.classes, request.picture);
    case 'layout':
      return encodeLayoutPng(request.layout, request.classes);
    case 'map':
      return encodeMapPng(request.layout, request.convention);
    case 'project':
      return encodeProject(request.parts);
    case 'zip':
      return zipOf(request.files);
    case 'gif':
      return encodeReplayGif(replayOf(request.lattice, request.window, request.picture, request.ground), onProgress);
    default:
      return request satisfies never;
  }
}

function replyOf<T>(task: () => T): ReaderReply<T> {
  try {
    return { ok: true, value: task() };
  } catch (error) {
    // What an array that has no room throws.
    if (error instanceof RangeError) return { ok: false, sentence: NO_MEMORY };
    return { ok: false, sentence: `The file could not be made: ${String(error)}` };
  }
}

const NO_MEMORY =
  'There was not enough memory to make this file. Close other tabs, or save the picture at its own size.';
