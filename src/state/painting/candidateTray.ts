import type { Lattice } from '../../core/lattice.ts';
import type { Rect } from '../../core/rect.ts';
import type { Region } from '../../core/region/region.ts';

/** One of several ways to fill a region. Its pixels are the `CandidatePixels`'. */
export interface TrayCandidate {
  readonly seed: number;
  readonly tokens: Int16Array<ArrayBuffer> | undefined;
  /** log p in nats; undefined until all are there. */
  readonly score: number | undefined;
}

/** Candidates to choose from: they stay until the tray is closed. */
export interface CandidateTray {
  readonly lattice: Lattice;
  readonly region: Region;
  /** What of the picture the thumbnails show, in layout pixels. */
  readonly view: Rect;
  /** In the order in which they were drawn. */
  readonly candidates: readonly TrayCandidate[];
  /** The layout that they were sampled for, by its hash. */
  readonly layoutHash: number;
  /** Rises when a thumbnail has other pixels. */
  readonly revision: number;
  /** The one that is in the picture. */
  readonly taken: number | undefined;
  /** The one that a person points at, or has the focus on: it is seen in the picture's place. */
  readonly pointed: number | undefined;
}

/** Indices of the candidates, the likeliest first; in the order in which they were drawn until that is known. */
export function rankedCandidates({ candidates }: Pick<CandidateTray, 'candidates'>): number[] {
  const order = [...candidates.keys()];
  if (candidates.some(({ score }) => score === undefined)) return order;
  return order.toSorted((a, b) => candidates[b]!.score! - candidates[a]!.score!);
}
