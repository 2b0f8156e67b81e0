/**
 * The border between the page and the worker that reads segmentation maps: they may have 67 million pixels, and what is
 * done with them would stop the page for seconds.
 */
import type { LayoutClass } from '../core/classes.ts';
import type { ConventionId } from '../core/conventions/convention.ts';
import type { MapRegion } from '../core/conventions/mapRegion.ts';
import type { PictureKind } from '../core/photo/pictureKind.ts';
import type { Rect } from '../core/rect.ts';
import type { ReaderReply } from './readerReply.ts';

/** Pixels of a side. Smaller maps have less than a lattice has, larger ones nobody makes. */
export const MAP_SIDE = { minimum: 64, maximum: 8192 } as const;

export interface ReadRequest {
  readonly file: Blob;
  /** Of the bundle: their colours are those of our own maps. */
  readonly classes: readonly LayoutClass[];
  /** What a person has chosen instead of what was found. */
  readonly as?: ConventionId | 'unknown';
}

/** What was understood of a map. */
export interface MapReading {
  readonly width: number;
  readonly height: number;
  /** The largest first. A pixel's slot is its region's place here. */
  readonly regions: readonly MapRegion[];
  /** Undefined: unknown; the regions are the map's values, or clusters of its colours. */
  readonly convention: ConventionId | undefined;
  /** Pixels whose value was known, 0..1; the others took the nearest region. */
  readonly exact: number;
  readonly alternatives: readonly ConventionId[];
  /** The format does not keep colours exactly. */
  readonly lossy: boolean;
  /** What it seems to be by its pixels: a person may read a photograph as a map. */
  readonly kind: PictureKind;
  /** The map made small enough to look at: slots, row by row. */
  readonly preview: { readonly width: number; readonly height: number; readonly slots: Uint8Array<ArrayBuffer> };
}

export interface FitRequest {
  /** The part of the map that becomes the layout. */
  readonly crop: Rect;
  /** Pixels of the layout. */
  readonly width: number;
  readonly height: number;
  /** Class ids by slot. */
  readonly classIds: Uint8Array<ArrayBuffer>;
}

export interface MapReader {
  /** Reads a file and keeps its map for `fit`. The same file again, with another `as`, is not decoded again. */
  read(request: ReadRequest): Promise<ReaderReply<MapReading>>;
  /** The map that was read last, at the size of a layout: class ids [height, width], by majority. */
  fit(request: FitRequest): Promise<ReaderReply<Uint8Array<ArrayBuffer>>>;
}
