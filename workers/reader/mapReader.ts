import { conventionsWith } from '../../src/core/conventions/conventions.ts';
import type { LabelMap } from '../../src/core/conventions/labelMap.ts';
import { readLabelMap, type ReadMap } from '../../src/core/conventions/readLabelMap.ts';
import { IoError } from '../../src/core/ioError.ts';
import { pictureKindOf } from '../../src/core/photo/pictureKind.ts';
import { containsRect, isEmptyRect } from '../../src/core/rect.ts';
import { resampleIds } from '../../src/core/resampleIds.ts';
import type { FitRequest, MapReader, MapReading, ReadRequest } from '../../src/protocol/mapReader.ts';
import type { ReaderReply } from '../../src/protocol/readerReply.ts';
import { decodeMapFile } from './decodeMapFile.ts';
import { reply } from './reply.ts';

/** Rows that are looked at to tell a map from a photograph. */
const ROWS = 96;
/** The longest side of what is shown of a map, pixels. */
const PREVIEW_SIDE = 640;

/** Reads maps, one at a time, and keeps the last one. */
export class LabelMapReader implements MapReader {
  private decoded: { readonly file: Blob; readonly map: LabelMap } | undefined;
  private map: ReadMap | undefined;

  read({ file, classes, as }: ReadRequest): Promise<ReaderReply<MapReading>> {
    return reply('map', async () => {
      // A File is another object each time that it crosses; what it is stays the same.
      const what = file instanceof File ? `“${file.name}”` : 'The map';
      if (!this.decoded || !isSameFile(this.decoded.file, file)) {
        this.decoded = undefined;
        this.map = undefined;
        this.decoded = { file, map: await decodeMapFile(file, what) };
      }
      this.map = readLabelMap(this.decoded.map, conventionsWith(classes), as);
      const { width, height, regions, convention, exact, alternatives, lossy } = this.map;
      const preview = previewOf(this.map);
      const kind = pictureKindOf(sampledRows(this.decoded.map), width);
      return { width, height, regions, convention, exact, alternatives, lossy, preview, kind };
    });
  }

  fit({ crop, width, height, classIds }: FitRequest): Promise<ReaderReply<Uint8Array<ArrayBuffer>>> {
    return reply('map', () => {
      const { map } = this;
      if (!map) throw new IoError('No map has been read.');
      const whole = { x: 0, y: 0, width: map.width, height: map.height };
      if (isEmptyRect(crop) || !containsRect(whole, crop)) throw new IoError('That part is not on the map.');
      return resampleIds({ ...map, ids: map.slots }, crop, width, height, classIds);
    });
  }
}

function isSameFile(a: Blob, b: Blob): boolean {
  if (!(a instanceof File) || !(b instanceof File)) return a === b;
  return a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
}

/** Some rows of a map's values, from the top to the bottom. */
function sampledRows({ width, height, values }: LabelMap): Uint32Array {
  const rows = Math.min(ROWS, height);
  const sampled = new Uint32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const start = Math.floor(((row + 0.5) * height) / rows) * width;
    sampled.set(values.subarray(start, start + width), row * width);
  }
  return sampled;
}

function previewOf(map: ReadMap): MapReading['preview'] {
  const scale = Math.min(1, PREVIEW_SIDE / Math.max(map.width, map.height));
  const width = Math.max(1, Math.round(map.width * scale));
  const height = Math.max(1, Math.round(map.height * scale));
  const whole = { x: 0, y: 0, width: map.width, height: map.height };
  return { width, height, slots: resampleIds({ ...map, ids: map.slots }, whole, width, height) };
}
