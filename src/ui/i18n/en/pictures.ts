import type { AutosaveTrouble } from '../../../io/autosave.ts';
import { bytes, counted, date } from './format.ts';

const TROUBLES: Record<AutosaveTrouble, string> = {
  full: 'This browser’s storage is full, so your work is not stored. The page keeps trying. Make room, or save a project.',
  unavailable: 'This browser does not store your work. The page keeps trying. Save a project before you leave.',
  silent:
    'This browser’s storage does not answer, so the page opened without your last picture, which is still there. Reload the page to try again.',
};

const nameOf = (title: string) => (title === '' ? 'this picture' : `“${title}”`);

/** Words of a person's pictures, and of keeping them. */
export const pictures = {
  heading: 'Your pictures',
  note: 'Everything you make is kept in this browser until you delete it.',
  loading: 'Looking for your pictures',
  none: 'There is nothing here yet. What you paint appears here by itself.',
  failed: 'This browser’s storage does not answer. Reload the page to try again.',
  stored: 'Saved in this browser.',
  begin: 'New picture',
  open: (title: string) => `Open ${nameOf(title)}`,
  untitled: 'Untitled',
  unreadable: 'Cannot be read',
  marks: { here: 'Open here', elsewhere: 'Open in another tab', nowhere: '' },
  link: 'From a link',
  date,
  size: (width: number, height: number) => `${width} × ${height}`,
  more: (title: string) => `More for ${nameOf(title)}`,
  rename: 'Rename…',
  title: 'Title',
  apply: 'Rename',
  duplicate: 'Duplicate',
  copyOf: (title: string) => `Copy of ${title === '' ? 'untitled' : title}`,
  saveProject: 'Save as a project',
  saveRaw: 'Save as a file',
  remove: 'Delete',
  deleted: (title: string) => `${title === '' ? 'The picture' : `“${title}”`} is deleted.`,
  undo: 'Undo',
  full: 'This browser has no room left. Delete pictures that you do not need any more, or save them as projects first.',
  room: (count: number, used: number) => `${counted(count, 'picture', 'pictures')}, ${bytes(used)}.`,
  back: 'Back to the one before',
  openLast: 'Open it',
  troubles: TROUBLES,
  saveNow: 'Save a project',
  unsaved: {
    heading: 'This picture is not stored',
    note: 'This browser could not store the picture that you have open. Save it as a project before another one takes its place.',
    save: 'Save the project',
    replace: 'Replace it anyway',
    keep: 'Keep it',
  },
};

export type PicturesMessages = typeof pictures;
