import type { Stored } from '../../../io/browserStorage.ts';
import { bytes, counted } from '../format.ts';

const PARTS: Record<Stored, string> = {
  models: 'Models',
  page: 'Page and engine',
  work: 'Your pictures',
};

/** Words about what is kept in this browser. */
export const storage = {
  heading: 'Stored in this browser',
  note: 'All of it stays on this device. Models and the page are downloaded again when needed; deleted pictures are gone.',
  parts: PARTS,
  size: (part: Stored, size: number) =>
    part === 'work' ? counted(size, 'picture', 'pictures') : size === 0 ? 'nothing' : bytes(size),
  looking: 'Measuring',
  remove: 'Delete',
  sure: 'Really delete?',
  delete: (part: Stored) => `Delete ${PARTS[part]}`,
  really: (part: Stored) => `Really delete ${PARTS[part]}`,
  deleted: (part: Stored) => `${PARTS[part]}: deleted.`,
  keep: 'Ask the browser to keep this',
  promised: 'The browser has promised to keep this.',
  refused: 'The browser made no promise: it may clear this when space runs out. Save what matters as a project.',
};

export type StorageMessages = typeof storage;
