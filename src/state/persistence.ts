import * as v from 'valibot';
import { BRUSH_SHAPES, BRUSH_SIZE } from '../core/brush.ts';
import { isClassId } from '../core/classes.ts';
import { FILL_REACHES } from '../core/fill.ts';
import { SHAPES } from '../core/shapes.ts';
import { TOOLS } from '../core/tools.ts';
import { orElse } from '../io/orElse.ts';
import { moodSchema, settingsSchema, wholeNumber, zoomSchema } from '../io/schemas.ts';
import { MOST_TITLE, WORK_ORIGINS } from '../io/workInfo.ts';
import { MOST_CANDIDATES } from '../protocol/paintEngine.ts';
import { LANGUAGES } from '../core/language.ts';
import { exportChoiceSchema } from './exporting/exportChoice.ts';
import { MOST_RIM, THEMES, type PageState } from './pageState.ts';
import { pictureOriginSchema } from './picture/pictureOrigin.ts';

/**
 * Where a key of the state is kept: with the work in this browser's storage, in a link that is given away, in the
 * picture's file, as a habit of this browser's (needed before the first paint), or nowhere.
 */
export type Place = 'autosave' | 'link' | 'file' | 'browser' | 'never';

/** Every key of the state; one that is missing does not compile. */
export const PERSISTENCE = {
  tool: ['autosave'],
  brush: ['autosave'],
  pressure: ['autosave'],
  mirrored: ['autosave'],
  reach: ['autosave'],
  shape: ['autosave'],
  classId: ['autosave'],
  otherClassId: ['autosave'],
  selected: ['never'],
  copied: ['never'],
  mood: ['autosave', 'link', 'file'],
  zoom: ['autosave', 'link', 'file'],
  settings: ['autosave', 'link', 'file'],
  seedLocked: ['autosave'],
  seedChosen: ['autosave'],
  // The document's own: kept with its pixels.
  lattice: ['autosave', 'link', 'file'],
  cellPixels: ['never'],
  coverage: ['never'],
  origin: ['autosave', 'link', 'file'],
  changed: ['never'],
  changes: ['never'],
  live: ['autosave'],
  rim: ['autosave'],
  marking: ['never'],
  markSize: ['autosave'],
  marked: ['never'],
  candidates: ['autosave'],
  tray: ['never'],
  measurement: ['never'],
  history: ['never'],
  historyOpen: ['never'],
  job: ['never'],
  bundle: ['never'],
  backend: ['never'],
  backends: ['never'],
  swatches: ['never'],
  view: ['autosave'],
  overlay: ['autosave'],
  comparing: ['never'],
  hasBefore: ['never'],
  fullScreen: ['never'],
  dialog: ['never'],
  opening: ['never'],
  mapImport: ['never'],
  mapQueue: ['never'],
  photograph: ['never'],
  // The document's own: kept with its pixels, and not in a link.
  ownCells: ['never'],
  offered: ['never'],
  notice: ['never'],
  title: ['autosave', 'file'],
  from: ['autosave'],
  exported: ['autosave'],
  trouble: ['never'],
  theme: ['browser'],
  language: ['browser'],
  spoken: ['never'],
  opened: ['never'],
  beginning: ['never'],
} as const satisfies Record<keyof PageState, readonly Place[]>;

type KeysIn<P extends Place> = {
  [K in keyof PageState]: P extends (typeof PERSISTENCE)[K][number] ? K : never;
}[keyof PageState];

/** What autosave keeps of the state beside the document itself. */
export type SavedKey = Exclude<KeysIn<'autosave'>, 'lattice'>;

/** What comes back from the storage is read as if a stranger had written it; a key that cannot be is left as it is. */
const SCHEMAS: { readonly [K in SavedKey]: v.GenericSchema<unknown, PageState[K]> } = {
  tool: v.picklist(TOOLS),
  brush: v.object({ shape: v.picklist(BRUSH_SHAPES), size: wholeNumber(BRUSH_SIZE.minimum, BRUSH_SIZE.maximum) }),
  pressure: v.boolean(),
  mirrored: v.boolean(),
  reach: v.picklist(FILL_REACHES),
  shape: v.picklist(SHAPES),
  classId: v.pipe(v.number(), v.check(isClassId)),
  otherClassId: v.pipe(v.number(), v.check(isClassId)),
  mood: moodSchema,
  zoom: zoomSchema,
  settings: settingsSchema,
  seedLocked: v.boolean(),
  seedChosen: v.boolean(),
  origin: v.optional(pictureOriginSchema),
  live: v.optional(v.boolean()),
  rim: wholeNumber(0, MOST_RIM),
  markSize: wholeNumber(BRUSH_SIZE.minimum, BRUSH_SIZE.maximum),
  candidates: wholeNumber(1, MOST_CANDIDATES),
  view: v.picklist(['layout', 'picture']),
  overlay: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  title: v.pipe(v.string(), v.maxLength(MOST_TITLE)),
  from: v.picklist(WORK_ORIGINS),
  exported: exportChoiceSchema,
};

export const SAVED_KEYS = Object.keys(SCHEMAS) as readonly SavedKey[];

export const FILE_KEYS: readonly SavedKey[] = SAVED_KEYS.filter((key) =>
  (PERSISTENCE[key] as readonly Place[]).includes('file'),
);

export function savedState(state: PageState): Pick<PageState, SavedKey> {
  return Object.fromEntries(SAVED_KEYS.map((key) => [key, state[key]])) as unknown as Pick<PageState, SavedKey>;
}

/** What a project takes along: how the picture was made, and not which tool was in hand. */
export function fileState(state: PageState): Readonly<Record<string, unknown>> {
  return Object.fromEntries(FILE_KEYS.map((key) => [key, state[key]]));
}

/** @param keys which of them are taken; what else there is, is left */
export function restoredState(
  page: unknown,
  keys: readonly SavedKey[] = SAVED_KEYS,
): Partial<Pick<PageState, SavedKey>> {
  if (typeof page !== 'object' || page === null) return {};
  const entries = keys.flatMap((key) => {
    if (!(key in page)) return [];
    const result = v.safeParse<v.GenericSchema>(SCHEMAS[key], (page as Record<string, unknown>)[key]);
    return result.success ? [[key, result.output] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Whether a change of the state is to be saved. */
export function changesSaved(before: PageState, after: PageState): boolean {
  return SAVED_KEYS.some((key) => before[key] !== after[key]);
}

/** Habits of this browser's: where each lies, and what it can be beside what the system has. */
const HABITS: {
  readonly [K in 'theme' | 'language']: { readonly key: string; readonly values: readonly PageState[K][] };
} = {
  theme: { key: 'plein-air-theme', values: THEMES },
  language: { key: 'plein-air-language', values: LANGUAGES },
};

/** Where the browser forbids storage, and for what it does not know, the page follows the system each time. */
export function readHabit<K extends keyof typeof HABITS>(name: K): PageState[K] | 'system' {
  const { key, values } = HABITS[name];
  const stored = orElse(null, () => localStorage.getItem(key));
  return values.find((value) => value === stored) ?? 'system';
}

export function writeHabit<K extends keyof typeof HABITS>(name: K, value: PageState[K]): void {
  orElse(undefined, () => localStorage.setItem(HABITS[name].key, value));
}
