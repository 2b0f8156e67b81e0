import type { Stored, StorageReport } from '../../../io/browserStorage.ts';
import { bytes, counted } from './format.ts';

const PARTS: Record<Stored, string> = {
  models: 'Models',
  engine: 'Engine',
  page: 'Page',
  work: 'Your pictures',
};

/** Words about what is kept in this browser. */
export const storage = {
  heading: 'Stored in this browser',
  note: 'All of it stays on this device. Models, their engine and the page are downloaded again when needed; deleted pictures are gone.',
  parts: PARTS,
  size: (part: Stored, { parts, former }: Pick<StorageReport, 'parts' | 'former'>) => {
    if (part === 'work') return counted(parts.work, 'picture', 'pictures');
    if (parts[part] === 0) return 'nothing';
    const old = part === 'page' ? 0 : former[part];
    // What a newer one has replaced leaves by itself.
    return old === 0 ? bytes(parts[part]) : `${bytes(parts[part])}, ${bytes(old)} of it no longer used`;
  },
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
