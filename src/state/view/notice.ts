import type { RestartReason } from '../../engine/engineClient.ts';
import type { Problem } from '../../core/problem.ts';
import type { AutosaveTrouble } from '../../io/autosave.ts';
import type { EngineErrorCode } from '../../protocol/errors.ts';

/** Something to say beside the job. It stays until it is dismissed or another one takes its place. */
export type Notice =
  | { readonly kind: 'restarted'; readonly reason: RestartReason }
  | { readonly kind: 'autosave'; readonly trouble: AutosaveTrouble }
  /** What could not be saved for a while is saved now. */
  | { readonly kind: 'kept' }
  /** The work of last time cannot be read: it is kept, and the page begins another one. */
  | { readonly kind: 'unreadable' }
  /** Another of the person's pictures was opened, or a new one begun. `back`: the id of the one that was open. */
  | { readonly kind: 'opened'; readonly title: string; readonly back: string | undefined }
  | { readonly kind: 'begun'; readonly back: string | undefined }
  /** A file takes a while to be made. */
  | { readonly kind: 'making-file' }
  /** The storage was slow: the last picture can be opened now. */
  | { readonly kind: 'answered'; readonly last: string }
  | { readonly kind: 'saved' }
  | { readonly kind: 'copied' }
  /** The next picture is painted in a photograph's mood: its English name. */
  | { readonly kind: 'mood-found'; readonly name: string }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'engine-problem'; readonly code: EngineErrorCode }
  | { readonly kind: 'bundle-opened'; readonly title: string }
  /** A picture came with a link: beside the work, or in its place. */
  | { readonly kind: 'shared'; readonly title: string; readonly beside: boolean }
  /** A newer version of the page waits until its tabs are closed. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'other-codebook'; readonly bundle: string };

/**
 * How each of them goes: by itself when it was read, as there is nothing to do about it, nothing to answer, and nothing that goes
 * on; or when a person dismisses it. A problem is one of those, and is said at once.
 */
const GOING: Readonly<Record<Notice['kind'], 'passes' | 'stays' | 'problem'>> = {
  restarted: 'passes',
  kept: 'passes',
  saved: 'passes',
  copied: 'passes',
  'mood-found': 'passes',
  'bundle-opened': 'passes',
  shared: 'passes',
  opened: 'passes',
  begun: 'passes',
  'making-file': 'stays',
  answered: 'stays',
  newer: 'stays',
  autosave: 'problem',
  unreadable: 'problem',
  problem: 'problem',
  'engine-problem': 'problem',
  'other-codebook': 'problem',
};

/** Whether it goes when it was read. One that offers the picture of before stays. */
export function isPassing(notice: Notice): boolean {
  return GOING[notice.kind] === 'passes' && !('back' in notice && notice.back !== undefined);
}

export function isProblem({ kind }: Notice): boolean {
  return GOING[kind] === 'problem';
}
