import type { Thumbnail } from '../core/thumbnail.ts';
import type { DocumentHistory } from '../document/documentHistory.ts';
import type { PictureOrigin } from './pictureOrigin.ts';
import type { Coverage } from './pageState.ts';

/** What the history notes of each picture: how it was made and what it looks like. */
export interface PictureResult {
  /** Undefined where there is no picture, or nobody knows how it was made. */
  readonly origin: PictureOrigin | undefined;
  readonly coverage: Coverage;
  readonly thumbnail: Thumbnail;
  /** When it was first noted, in milliseconds since 1970. */
  readonly time: number;
  readonly bytes: number;
}

export type PictureHistory = DocumentHistory<PictureResult>;
