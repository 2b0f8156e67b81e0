import type { Stored } from '../../../io/browserStorage.ts';
import { bytes, counted } from '../format.ts';

const PARTS: Record<Stored, string> = {
  models: 'Models',
  page: 'The page and its engine',
  work: 'What you painted',
};

/** Words about what is kept in this browser. */
export const storage = {
  heading: 'Kept in this browser',
  note: 'Nothing of it leaves this machine. What is deleted here is fetched again when it is wanted; what you painted is gone.',
  parts: PARTS,
  size: (part: Stored, size: number) =>
    part === 'work' ? counted(size, 'painting', 'paintings') : size === 0 ? 'nothing' : bytes(size),
  looking: 'Looking',
  remove: 'Delete',
  sure: 'Really delete?',
  delete: (part: Stored) => `Delete: ${PARTS[part]}`,
  really: (part: Stored) => `Really delete: ${PARTS[part]}`,
  deleted: (part: Stored) => `${PARTS[part]}: deleted.`,
  keep: 'Ask the browser to keep it',
  promised: 'The browser has promised to keep it.',
  refused:
    'The browser did not promise to keep it: when room is short it may clear it. Save what matters as a project.',
};

export type StorageMessages = typeof storage;
