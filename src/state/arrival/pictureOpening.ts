import type { Problem } from '../../core/problem.ts';
import type { PictureReaderClient } from '../../engine/createPictureReader.ts';

/** A file on its way to a dialog, until what it is is known. */
export type PictureOpening =
  | { readonly phase: 'reading'; readonly name: string }
  /** It comes from another page: how much of it is here. Bytes; the whole is not always known. */
  | { readonly phase: 'fetching'; readonly name: string; readonly done: number; readonly total: number | undefined }
  | { readonly phase: 'failed'; readonly name: string; readonly problem: Problem };

/** A picture that was opened, and the worker that has it decoded. */
export interface OpenedPicture {
  readonly file: File;
  readonly reader: PictureReaderClient;
}
