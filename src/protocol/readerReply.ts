/** What a worker that reads files answers. Never a rejection; a failure is one sentence for a person. */
export type ReaderReply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly sentence: string };
