/**
 * The border between the page and the worker that makes files: a PNG of the largest picture takes seconds, in which the page
 * would stand still.
 */
import type { LayoutClass } from '../core/classes.ts';
import type { ExportedConvention } from '../core/conventions/convention.ts';
import type { Lattice } from '../core/lattice.ts';
import type { Layout } from '../core/layout.ts';
import type { OwnPixels } from '../core/photo/ownPixels.ts';
import type { ReplayedPicture } from '../core/replay.ts';
import type { RgbaImage } from '../core/resample.ts';
import type { ReaderReply } from './readerReply.ts';

/** What a picture can be written in; not every browser makes all of them. */
export const PICTURE_FORMATS = ['png', 'jpeg', 'webp'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export interface PictureFile extends RgbaImage {
  /** 2: twice the width and height, by Lanczos-3. */
  readonly scale: 1 | 2;
  /** How it was made; `io/pictureFile.ts` reads it. */
  readonly metadata: object;
}

/** All that a project holds. */
export interface ProjectParts {
  readonly lattice: Lattice;
  readonly layout: Layout;
  readonly tokens: Int16Array;
  readonly picture: PictureFile | undefined;
  readonly own?: OwnPixels | undefined;
  readonly page: Readonly<Record<string, unknown>>;
  readonly classes?: readonly LayoutClass[];
}

export interface NamedFile {
  readonly name: string;
  readonly data: Uint8Array;
}

/** A file, and what it is made of. */
export type FileRequest =
  /** PNG, if it is not told: it alone says how the picture was made. */
  | { readonly file: 'picture'; readonly picture: PictureFile; readonly format?: PictureFormat }
  /** The layout beside the picture. @property picture RGBA of the layout's cells */
  | {
      readonly file: 'pair';
      readonly layout: Layout;
      readonly classes: readonly LayoutClass[];
      readonly picture: Uint8ClampedArray;
      readonly format?: PictureFormat;
    }
  | { readonly file: 'layout'; readonly layout: Layout; readonly classes: readonly LayoutClass[] }
  | { readonly file: 'map'; readonly layout: Layout; readonly convention: ExportedConvention }
  | { readonly file: 'project'; readonly parts: ProjectParts }
  | { readonly file: 'zip'; readonly files: readonly NamedFile[] }
  | ({ readonly file: 'gif' } & ReplayedPicture)
  | ({ readonly file: 'video'; readonly format: VideoFormat } & ReplayedPicture);

/** What a film is made in. */
export interface VideoFormat {
  readonly container: 'mp4' | 'webm';
  readonly codec: 'avc' | 'vp9' | 'vp8';
  /** The codec, its profile and its level, as WebCodecs wants them. */
  readonly name: string;
}

/** Hears how many frames of how many are done. */
export type FileProgress = (done: number, total: number) => void;

/** A QR code: modules of a side, and the dark ones as the path of an SVG. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

export interface FileMaker {
  make(request: FileRequest, onProgress?: FileProgress): Promise<ReaderReply<Uint8Array<ArrayBuffer>>>;
  /** @param text at most 2,953 bytes, which is what a code can hold */
  qrCode(text: string): Promise<ReaderReply<QrCode>>;
}
