import { ANY, CLASSES } from '../core/classes.ts';
import type { Side } from '../core/extend.ts';
import { redo, undo } from './work/documentActions.ts';
import { isRunning } from './painting/jobState.ts';
import { pickAndOpen } from './arrival/openFiles.ts';
import { canExtend, extendPicture, paintPanorama } from './painting/extendActions.ts';
import { isLive } from './painting/live.ts';
import type { PageState } from './pageState.ts';
import { goOn, repaintChanges, startPainting } from './painting/paintActions.ts';
import { canRepaint, canRepaintPart, isPaintable, isPicture, isWhole } from './painting/possible.ts';
import { pickPhotograph } from './photo/photographActions.ts';
import { setMeasuring } from './measurement/measurementActions.ts';
import { repaintMarked, sampleCandidates, setMarking } from './painting/regionActions.ts';
import { canGoOn } from './painting/requestMaker.ts';
import { chooseAll, copySelection, cutSelection, pasteSelection, roughenLayout } from './work/layoutActions.ts';
import { setSeed } from './settings/settingsActions.ts';
import { saveProject } from './work/projectActions.ts';
import { saveLayoutPng, savePair, savePicture } from './exporting/saveActions.ts';
import type { Studio } from './studio.ts';
import { chooseClass, chooseTool, openDialog, setPage, stepBrushSize } from './view/toolActions.ts';

/** The order of the groups is the one of the help sheet. */
export const COMMAND_GROUPS = ['tools', 'classes', 'edit', 'picture', 'view', 'page'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

interface CommandShape {
  readonly group: CommandGroup;
  /** As tinykeys reads them: `code` for keys by their place, `key` for letters with Ctrl. The first one is shown. */
  readonly keys: readonly string[];
  /** When the key is let go of: what is done only while it is held. */
  readonly release?: (studio: Studio) => void;
  /** Whether it can be done now; always, if left out. */
  readonly when?: (state: PageState) => boolean;
  readonly run: (studio: Studio) => void;
}

const isSelected = ({ selected }: PageState) => selected;

/** Keys of classes, by their place on the number row: 1..9, 0, -, =. */
const CLASS_KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map((digit) => `Digit${digit}`).concat('Minus', 'Equal');

export type ClassCommandId = `class-${(typeof CLASSES)[number]['id']}`;

const classCommands = Object.fromEntries(
  CLASSES.map(({ id }, index): [string, CommandShape] => [
    `class-${id}`,
    { group: 'classes', keys: [CLASS_KEYS[index]!], run: (studio) => chooseClass(studio, id) },
  ]),
) as Record<ClassCommandId, CommandShape>;

function toggling(key: 'mirrored' | 'historyOpen' | 'seedLocked' | 'fullScreen'): (studio: Studio) => void {
  return ({ store }) => store.setState((state) => ({ ...state, [key]: !state[key] }));
}

function extending(side: Side, key: string): CommandShape {
  return {
    group: 'picture',
    keys: [key],
    when: (state) => canExtend(state, side),
    run: (studio) => void extendPicture(studio, side),
  };
}

/** All that can be done by name; labels are the strings of the same names in `ui/i18n`. */
const TABLE = {
  brush: { group: 'tools', keys: ['KeyB'], run: (studio) => chooseTool(studio, 'brush') },
  eraser: { group: 'tools', keys: ['KeyE'], run: (studio) => chooseTool(studio, 'eraser') },
  line: { group: 'tools', keys: ['KeyL'], run: (studio) => chooseTool(studio, 'line') },
  polyline: { group: 'tools', keys: ['KeyP'], run: (studio) => chooseTool(studio, 'polyline') },
  rectangle: { group: 'tools', keys: ['KeyU'], run: (studio) => chooseTool(studio, 'rectangle') },
  ellipse: { group: 'tools', keys: ['KeyO'], run: (studio) => chooseTool(studio, 'ellipse') },
  fill: { group: 'tools', keys: ['KeyG'], run: (studio) => chooseTool(studio, 'fill') },
  select: { group: 'tools', keys: ['KeyM'], run: (studio) => chooseTool(studio, 'select') },
  pick: { group: 'tools', keys: ['KeyI'], run: (studio) => chooseTool(studio, 'pick') },
  pan: { group: 'tools', keys: ['KeyH'], run: (studio) => chooseTool(studio, 'pan') },
  smaller: { group: 'tools', keys: ['BracketLeft'], run: (studio) => stepBrushSize(studio, -1) },
  larger: { group: 'tools', keys: ['BracketRight'], run: (studio) => stepBrushSize(studio, 1) },
  mirror: { group: 'tools', keys: ['KeyS'], run: toggling('mirrored') },
  // Back and forth between two.
  'swap-classes': {
    group: 'classes',
    keys: ['KeyX'],
    run: (studio) => chooseClass(studio, studio.store.getState().otherClassId),
  },
  ...classCommands,
  undo: { group: 'edit', keys: ['$mod+z'], when: ({ history }) => history.canUndo, run: undo },
  redo: {
    group: 'edit',
    keys: ['$mod+Shift+z', '$mod+y'],
    when: ({ history }) => history.canRedo,
    run: redo,
  },
  history: { group: 'edit', keys: ['KeyY'], run: toggling('historyOpen') },
  cut: { group: 'edit', keys: ['$mod+x'], when: isSelected, run: cutSelection },
  copy: { group: 'edit', keys: ['$mod+c'], when: isSelected, run: copySelection },
  paste: { group: 'edit', keys: ['$mod+v'], when: ({ copied }) => copied, run: pasteSelection },
  'choose-all': { group: 'edit', keys: ['$mod+a'], run: chooseAll },
  'choose-nothing': {
    group: 'edit',
    keys: ['$mod+d'],
    when: isSelected,
    run: ({ selection }) => selection.choose(undefined),
  },
  'clear-selection': {
    group: 'edit',
    keys: ['Delete', 'Backspace'],
    when: isSelected,
    run: ({ selection }) => selection.clear('erase'),
  },
  'flip-across': { group: 'edit', keys: ['Shift+KeyH'], run: ({ selection }) => selection.flip('across') },
  'flip-over': { group: 'edit', keys: ['Shift+KeyV'], run: ({ selection }) => selection.flip('over') },
  roughen: { group: 'edit', keys: ['Shift+KeyR'], run: roughenLayout },
  clear: { group: 'edit', keys: ['$mod+Delete', '$mod+Backspace'], run: ({ history }) => history.fill(ANY, 'clear') },
  paint: { group: 'picture', keys: ['$mod+Enter'], when: isPaintable, run: startPainting },
  'go-on': {
    group: 'picture',
    keys: ['$mod+Shift+Enter'],
    when: (state) => !isRunning(state.job) && canGoOn(state),
    run: goOn,
  },
  repaint: {
    group: 'picture',
    keys: ['$mod+Alt+Enter'],
    when: (state) => state.changed > 0 && canRepaint(state),
    run: repaintChanges,
  },
  live: {
    group: 'picture',
    keys: ['Shift+KeyL'],
    when: canRepaint,
    run: (studio) => setPage(studio, { live: !isLive(studio.store.getState()) }),
  },
  mark: {
    group: 'picture',
    keys: ['KeyA'],
    when: (state) => state.marking || (isWhole(state) && canRepaint(state)),
    run: (studio) => setMarking(studio, !studio.store.getState().marking),
  },
  again: {
    group: 'picture',
    keys: ['Shift+KeyA'],
    when: (state) => state.marked > 0 && canRepaintPart(state),
    run: repaintMarked,
  },
  candidates: {
    group: 'picture',
    keys: ['Shift+KeyC'],
    when: (state) => (isWhole(state) || state.marked === 0) && !isRunning(state.job) && canRepaint(state),
    run: sampleCandidates,
  },
  measure: {
    group: 'picture',
    keys: ['KeyT'],
    when: (state) => state.measurement.open || canRepaintPart(state),
    run: (studio) => setMeasuring(studio, !studio.store.getState().measurement.open),
  },
  'extend-left': extending('left', 'Alt+Shift+ArrowLeft'),
  'extend-right': extending('right', 'Alt+Shift+ArrowRight'),
  'extend-top': extending('top', 'Alt+Shift+ArrowUp'),
  'extend-bottom': extending('bottom', 'Alt+Shift+ArrowDown'),
  panorama: {
    group: 'picture',
    keys: [],
    when: (state) => canExtend(state, 'right'),
    run: (studio) => void paintPanorama(studio),
  },
  stop: {
    group: 'picture',
    keys: ['Escape'],
    when: ({ job }) => isRunning(job) || job.phase === 'asking',
    run: ({ painter }) => painter.stop(),
  },
  'roll-seed': { group: 'picture', keys: ['KeyR'], run: (studio) => setSeed(studio, studio.randomSeed()) },
  'lock-seed': { group: 'picture', keys: ['KeyK'], run: toggling('seedLocked') },
  save: { group: 'picture', keys: ['$mod+s'], when: isPicture, run: (studio) => void savePicture(studio, 1) },
  'save-large': {
    group: 'picture',
    keys: ['$mod+Shift+s'],
    when: isPicture,
    run: (studio) => void savePicture(studio, 2),
  },
  export: { group: 'picture', keys: ['$mod+e'], run: (studio) => openDialog(studio, 'export') },
  'save-pair': { group: 'picture', keys: [], when: isPicture, run: (studio) => void savePair(studio) },
  'save-project': { group: 'picture', keys: ['$mod+Alt+s'], run: (studio) => void saveProject(studio) },
  'save-layout': { group: 'picture', keys: [], run: (studio) => void saveLayoutPng(studio, 'plein-air') },
  'save-layout-coco-stuff': {
    group: 'picture',
    keys: [],
    run: (studio) => void saveLayoutPng(studio, 'coco-stuff'),
  },
  'save-layout-gaugan': { group: 'picture', keys: [], run: (studio) => void saveLayoutPng(studio, 'gaugan') },
  'save-layout-ade20k': { group: 'picture', keys: [], run: (studio) => void saveLayoutPng(studio, 'ade20k') },
  'zoom-in': { group: 'view', keys: ['Shift+Equal', 'NumpadAdd'], run: ({ viewport }) => viewport.zoomBy(1.25) },
  'zoom-out': { group: 'view', keys: ['Shift+Minus', 'NumpadSubtract'], run: ({ viewport }) => viewport.zoomBy(0.8) },
  'zoom-fit': { group: 'view', keys: ['Shift+Digit0'], run: ({ viewport }) => viewport.fit() },
  'zoom-real': { group: 'view', keys: ['Shift+Digit1'], run: ({ viewport }) => viewport.setZoom(1) },
  compare: {
    group: 'view',
    keys: ['KeyC'],
    when: isPicture,
    run: (studio) => setPage(studio, { comparing: 'layout' }),
    release: (studio) => setPage(studio, { comparing: undefined }),
  },
  'compare-before': {
    group: 'view',
    keys: ['KeyD'],
    // What a job writes into is no picture of the history yet.
    when: ({ hasBefore, job }) => hasBefore && !isRunning(job),
    run: (studio) => setPage(studio, { comparing: 'before' }),
    release: (studio) => setPage(studio, { comparing: undefined }),
  },
  replay: {
    group: 'picture',
    keys: ['Shift+KeyP'],
    when: ({ coverage, job }) => coverage === 'whole' && !isRunning(job),
    run: (studio) => openDialog(studio, 'replay'),
  },
  'full-screen': { group: 'view', keys: ['KeyF'], when: isPicture, run: toggling('fullScreen') },
  'other-view': {
    group: 'view',
    keys: ['KeyV'],
    run: ({ store }) => store.setState(({ view }) => ({ view: view === 'layout' ? 'picture' : 'layout' })),
  },
  share: {
    group: 'page',
    keys: ['Shift+KeyS'],
    when: ({ bundle, origin }) => bundle.manifest !== undefined || origin !== undefined,
    run: (studio) => openDialog(studio, 'share'),
  },
  open: { group: 'page', keys: ['$mod+o'], run: (studio) => void pickAndOpen(studio) },
  photograph: { group: 'page', keys: ['Shift+KeyO'], run: (studio) => void pickPhotograph(studio) },
  starters: { group: 'page', keys: ['KeyN'], run: (studio) => openDialog(studio, 'starters') },
  pictures: { group: 'page', keys: ['Shift+KeyN'], run: (studio) => openDialog(studio, 'pictures') },
  gallery: { group: 'page', keys: ['Shift+KeyG'], run: (studio) => openDialog(studio, 'gallery') },
  find: { group: 'page', keys: ['$mod+k'], run: (studio) => openDialog(studio, 'commands') },
  help: { group: 'page', keys: ['Shift+Slash', 'F1'], run: (studio) => openDialog(studio, 'help') },
  storage: { group: 'page', keys: [], run: (studio) => openDialog(studio, 'storage') },
  about: { group: 'page', keys: [], run: (studio) => openDialog(studio, 'about') },
} as const satisfies Record<string, CommandShape>;

export type CommandId = keyof typeof TABLE;

export interface Command extends CommandShape {
  readonly id: CommandId;
}

export const COMMANDS: readonly Command[] = (Object.entries(TABLE) as [CommandId, CommandShape][]).map(
  ([id, command]) => ({ id, ...command }),
);

const BY_ID = new Map(COMMANDS.map((command) => [command.id, command]));

export function commandOf(id: CommandId): Command {
  return BY_ID.get(id)!;
}

/** The command that paints with a class; `any` has one too. */
export function classCommandId(classId: number): ClassCommandId | undefined {
  return classId >= 1 && classId <= ANY ? (`class-${classId}` as ClassCommandId) : undefined;
}

export function isPossible({ when }: Command, state: PageState): boolean {
  return when?.(state) ?? true;
}

/** @returns whether it was possible */
export function runCommand(studio: Studio, id: CommandId): boolean {
  const command = commandOf(id);
  if (!isPossible(command, studio.store.getState())) return false;
  command.run(studio);
  return true;
}
