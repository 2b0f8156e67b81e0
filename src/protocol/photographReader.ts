/** The border between the page and the worker that reads photographs: decoding one may take a second. */
import type { MoodFeatures } from '../core/photo/moodFeatures.ts';
import type { PictureKind } from '../core/photo/pictureKind.ts';
import type { Rect } from '../core/rect.ts';
import type { ReaderReply } from './readerReply.ts';

/** A side has at least so many pixels; all of it has at most so many, which take 268 MB while it is unpacked. */
export const PHOTOGRAPH_SIZE = { minimumSide: 64, maximumPixels: 2 ** 26 } as const;

export interface PhotographReading {
  /** Upright, as its EXIF orientation says. What `cut` counts in; larger photographs are scaled down to 4,096. Pixels. */
  readonly width: number;
  readonly height: number;
  /** What it seems to be by its pixels. */
  readonly kind: PictureKind;
  /** The file may be an animation, of which this is the first frame. */
  readonly firstFrame: boolean;
  /** All of it, made small: RGBA. */
  readonly preview: PhotographPreview;
}

export interface PhotographPreview {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
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

export interface PhotographReader {
  /** Decodes a file and keeps it for `cut`. */
  read(file: File): Promise<ReaderReply<PhotographReading>>;
  /** A part of the photograph that was read last, at another size. */
  cut(request: CutRequest): Promise<ReaderReply<PhotographCut>>;
}
