/**
 * The border between the page and the worker that reads pictures from elsewhere, segmentation maps and photographs: they may
 * have 67 million pixels, and what is done with them would stop the page for seconds.
 */
import type { LayoutClass } from '../core/classes.ts';
import type { ConventionId } from '../core/conventions/convention.ts';
import type { OtherReading } from '../core/conventions/otherReadings.ts';
import type { ReadMap } from '../core/conventions/readLabelMap.ts';
import type { MoodFeatures } from '../core/photo/moodFeatures.ts';
import type { PictureKind } from '../core/photo/pictureKind.ts';
import type { Rect, Size } from '../core/rect.ts';
import type { Thumbnail } from '../core/thumbnail.ts';
import type { ReaderReply } from './readerReply.ts';

/** Pixels of a map's side. Smaller maps have less than a lattice has, larger ones nobody makes. */
export const MAP_SIDE = { minimum: 64, maximum: 8192 } as const;

/** A photograph's side has at least so many pixels; all of it has at most so many, which take 268 MB while it is unpacked. */
export const PHOTOGRAPH_SIZE = { minimumSide: 64, maximumPixels: 2 ** 26 } as const;

export interface OpenRequest {
  readonly file: Blob;
  /** Of the bundle: their colours are those of our own maps. */
  readonly classes: readonly LayoutClass[];
  /** What a person says that it is; by its pixels, if left out. */
  readonly as?: PictureKind;
}

/** What a file is, and what was understood of it. */
export type PictureReading =
  | { readonly kind: 'map'; readonly map: MapReading }
  | { readonly kind: 'photograph'; readonly photograph: PhotographReading };

/** What was understood of a map: its pixels, by region, stay with the reader. */
export interface MapReading extends Omit<ReadMap, 'slots'> {
  /** What every convention would give that knows anything of the map, the likeliest first. */
  readonly readings: readonly OtherReading[];
  /** The map made small enough to look at. */
  readonly preview: MapPreview;
}

export interface MapPreview extends Size {
  /** Of regions, row by row. */
  readonly slots: Uint8Array<ArrayBuffer>;
  /** The file's own colours, RGBA; undefined where it has numbers alone. */
  readonly original: Uint8ClampedArray<ArrayBuffer> | undefined;
}

export interface ReadAsRequest {
  readonly classes: readonly LayoutClass[];
  /** What a person has chosen instead of what was found. */
  readonly as: ConventionId | 'unknown';
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

export interface PhotographReading {
  /** Upright, as its EXIF orientation says. What `cut` counts in; larger photographs are scaled down to 4,096. Pixels. */
  readonly width: number;
  readonly height: number;
  /** The file may be an animation, of which this is the first frame. */
  readonly firstFrame: boolean;
  /** All of it, made small. */
  readonly preview: Thumbnail;
}

export interface CutRequest {
  /** Within the photograph. */
  readonly crop: Rect;
  /** Pixels of what is made of it. */
  readonly width: number;
  readonly height: number;
}

export interface PhotographCut {
  /** RGBA [height, width], opaque, sRGB. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly features: MoodFeatures;
}

export interface PictureReader {
  /** Decodes a file, says what it is, and keeps it for what follows. */
  open(request: OpenRequest): Promise<ReaderReply<PictureReading>>;
  /** The map that was opened, in another way. */
  readAs(request: ReadAsRequest): Promise<ReaderReply<MapReading>>;
  /** The map that was read last, at the size of a layout: class ids [height, width], by majority. */
  fit(request: FitRequest): Promise<ReaderReply<Uint8Array<ArrayBuffer>>>;
  /** A part of the photograph that was opened, at another size. */
  cut(request: CutRequest): Promise<ReaderReply<PhotographCut>>;
}
