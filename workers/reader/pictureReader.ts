import type { LabelMap } from '../../src/core/conventions/labelMap.ts';
import type { PictureKind } from '../../src/core/photo/pictureKind.ts';
import { IoError } from '../../src/core/problem.ts';
import type { ReaderReply } from '../../src/protocol/readerReply.ts';
import type {
  CutRequest,
  FitRequest,
  MapReading,
  OpenRequest,
  PhotographCut,
  PictureReader,
  PictureReading,
  ReadAsRequest,
} from '../../src/protocol/pictureReader.ts';
import { replyOf } from '../replyOf.ts';
import { isPng, mapOfBitmap, readPngFile } from './decodeMapFile.ts';
import { decodePhotograph } from './decodePhotograph.ts';
import { kindOfBitmap, kindOfMap } from './pictureKinds.ts';
import { OpenedMap } from './readMap.ts';
import { OpenedPhotograph } from './readPhotograph.ts';

/** Reads pictures, one at a time, and keeps the last one. */
export class FilePictureReader implements PictureReader {
  private map: OpenedMap | undefined;
  private photograph: OpenedPhotograph | undefined;

  open(request: OpenRequest): Promise<ReaderReply<PictureReading>> {
    const { file } = request;
    const name = file instanceof File ? file.name : 'picture';
    this.map = undefined;
    this.photograph = undefined;
    return replyOf('reading', async () =>
      (await isPng(file)) ? this.openPng(request, name) : this.openByBrowser(request, name),
    );
  }

  readAs({ classes, as }: ReadAsRequest): Promise<ReaderReply<MapReading>> {
    return replyOf('reading', () => opened(this.map, 'map').read(classes, as));
  }

  fit(request: FitRequest): Promise<ReaderReply<Uint8Array<ArrayBuffer>>> {
    return replyOf('reading', () => opened(this.map, 'map').fit(request));
  }

  cut(request: CutRequest): Promise<ReaderReply<PhotographCut>> {
    return replyOf('reading', () => opened(this.photograph, 'photograph').cut(request));
  }

  /**
   * By its own numbers. What turns out to be a photograph is the browser's to decode, for what its own numbers do not
   * show: which way is up, and colours of any profile. So is what is too large for a map.
   */
  private async openPng(request: OpenRequest, name: string): Promise<PictureReading> {
    const { file, as } = request;
    if (as === 'photograph') return this.openByBrowser(request, name);
    let map: LabelMap;
    try {
      map = await readPngFile(file, name);
    } catch (error) {
      if (as === 'map' || !(error instanceof IoError)) throw error;
      // What is wrong with a PNG is said best by who reads it itself.
      return this.openByBrowser({ ...request, as: 'photograph' }, name).catch(() => Promise.reject(error));
    }
    const kind = as ?? kindOfMap(map);
    return kind === 'map' ? this.keepMap(map, request) : this.openByBrowser({ ...request, as: kind }, name);
  }

  /** By its colours. */
  private async openByBrowser(request: OpenRequest, name: string): Promise<PictureReading> {
    const { bitmap, format } = await decodePhotograph(request.file, name);
    try {
      if ((request.as ?? kindOfBitmap(bitmap)) === 'map') return this.keepMap(mapOfBitmap(bitmap, name), request);
      this.photograph = new OpenedPhotograph(bitmap, format);
      return { kind: 'photograph', photograph: this.photograph.read() };
    } finally {
      bitmap.close();
    }
  }

  private keepMap(map: LabelMap, { classes }: OpenRequest): PictureReading {
    this.map = new OpenedMap(map);
    return { kind: 'map', map: this.map.read(classes) };
  }
}

function opened<T>(picture: T | undefined, kind: PictureKind): T {
  if (!picture) throw new Error(`No ${kind} has been read.`);
  return picture;
}
