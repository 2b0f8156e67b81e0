import type { Problem } from '../../core/problem.ts';

/** A file on its way to a dialog, until what it is is known. */
export type PictureOpening =
  | { readonly phase: 'reading'; readonly name: string }
  /** It comes from another page: how much of it is here. Bytes; the whole is not always known. */
  | { readonly phase: 'fetching'; readonly name: string; readonly done: number; readonly total: number | undefined }
  | { readonly phase: 'failed'; readonly name: string; readonly problem: Problem };
