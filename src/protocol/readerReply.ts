import type { Problem } from '../core/problem.ts';

/** What a worker that reads or makes files answers. Never a rejection; a failure is a problem that the page has a sentence for. */
export type ReaderReply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };
