import type { Problem } from '../../core/problem.ts';
import type { EngineErrorCode } from '../../protocol/errors.ts';
import type { BackendChoice } from '../../protocol/paintEngine.ts';
import type { Failed, JobPurpose, JobState, Running } from '../../state/painting/jobState.ts';
import type { CommandGroup, CommandId } from '../../state/commands.ts';
import type { Notice } from '../../state/view/notice.ts';
import type { BundleState, Theme } from '../../state/pageState.ts';
import type { ArrivalMessages } from './en/arrival.ts';
import type { MapMessages } from './en/maps.ts';
import type { StorageMessages } from './en/storage.ts';
import type { ExportMessages } from './en/exporting.ts';
import type { FailureMessages } from './en/failure.ts';
import type { FindingMessages } from './en/finding.ts';
import type { GalleryMessages } from './en/gallery.ts';
import type { PicturesMessages } from './en/pictures.ts';
import type { PhotoMessages } from './en/photo.ts';
import type { HistoryMessages } from './en/history.ts';
import type { MeasurementMessages } from './en/measurement.ts';
import type { RegionMessages } from './en/region.ts';
import type { ReplayMessages } from './en/replay.ts';
import type { ShareMessages } from './en/sharing.ts';
import type { Formats } from './formatsOf.ts';

/** What happened, and what to do about it. */
export interface ErrorText {
  readonly what: string;
  readonly advice: string;
}

/** All words of the page. A language is one object of this shape; one that misses a word does not compile. */
export interface Messages {
  readonly title: string;
  readonly formats: Formats;
  /** What a bundle and a starter have English names for: classes, moods, titles. English, and what is not here, stays as it is. */
  readonly names: Readonly<Record<string, string>>;
  readonly commands: Record<CommandId, string>;
  readonly commandGroups: Record<CommandGroup, string>;
  readonly errors: Record<EngineErrorCode, ErrorText>;
  /** What was done, by the history's labels; unknown ones have no name. */
  readonly changes: Record<string, string>;
  readonly header: {
    readonly label: string;
    readonly undo: (what: string | undefined) => string;
    readonly redo: (what: string | undefined) => string;
    readonly more: string;
    readonly theme: string;
    readonly themes: Record<Theme, string>;
    readonly language: string;
    /** The first of those that the browser asks for. */
    readonly systemLanguage: string;
    readonly openFiles: string;
    readonly openFolder: string;
    readonly saveMenu: string;
  };
  readonly layout: {
    readonly heading: string;
    readonly canvas: string;
    readonly description: string;
    readonly tools: string;
    /** What a phone's row of tools has no room for. */
    readonly moreTools: string;
    readonly palette: string;
    readonly size: string;
    readonly sizeValue: (pixels: number) => string;
    readonly shape: string;
    readonly shapes: { readonly round: string; readonly square: string };
    readonly pressure: string;
    readonly figure: string;
    readonly reach: string;
    readonly reaches: { readonly area: string; readonly everywhere: string };
    readonly chosen: string;
    readonly edges: string;
    readonly zoom: string;
    /** Over the layout, where a person may not know how to begin; `picture.begin` goes on with the sentence. */
    readonly begin: string;
  };
  readonly picture: {
    readonly heading: string;
    readonly canvas: (state: 'none' | 'partial' | 'whole') => string;
    readonly overlay: string;
    readonly view: string;
    readonly begin: string;
    readonly leaveFullScreen: string;
    readonly showLayout: string;
    readonly showPicture: string;
  };
  readonly settings: {
    readonly heading: string;
    readonly format: string;
    readonly formatValue: (width: number, height: number) => string;
    readonly presets: string;
    readonly width: string;
    readonly height: string;
    readonly formatNote: string;
    readonly less: (what: string) => string;
    readonly more: (what: string) => string;
    readonly mood: string;
    readonly anyMood: string;
    readonly moodOfPhoto: string;
    readonly seed: string;
    readonly seedNote: (locked: boolean) => string;
    readonly variety: string;
    readonly varietyValue: (step: number | undefined) => string;
    readonly advanced: string;
    readonly temperature: string;
    readonly topK: string;
    readonly topP: string;
    readonly temperatureNote: string;
    readonly topKNote: string;
    readonly topPNote: string;
    readonly guidance: string;
    readonly guidanceValue: (value: number) => string;
    readonly guidanceNote: string;
    readonly zoom: string;
    /** 1 far to 3 near. */
    readonly zoomValue: (zoom: number) => string;
    wholePictures: string;
  };
  readonly job: {
    readonly label: string;
    readonly paint: string;
    readonly paintNew: string;
    readonly paintAll: string;
    readonly stop: string;
    readonly goOn: string;
    readonly fetch: string;
    readonly fetchYes: string;
    readonly notNow: string;
    readonly again: string;
    readonly dismiss: string;
    readonly details: string;
    readonly modelSize: (bytes: number) => string;
    readonly savesData: (bytes: number) => string;
    readonly ready: string;
    readonly starting: (purpose: JobPurpose) => string;
    readonly progress: (job: Running) => string;
    readonly rest: (job: Running) => string;
    readonly stopping: string;
    readonly stopped: (done: number, total: number) => string;
    readonly done: (job: Extract<JobState, { phase: 'done' }>) => string;
    readonly nothingLost: (job: Failed) => string;
    /** For those who hear the page, at the beginning, in the middle and at the end. */
    readonly announce: (job: Running, percent: 0 | 50 | 100) => string;
  };
  readonly backend: (choices: readonly BackendChoice[]) => string;
  readonly backendDetails: (choices: readonly BackendChoice[]) => readonly string[];
  readonly local: string;
  /** Whose model paints, where it is not the page's own. */
  readonly model: (title: string, bundle: Pick<BundleState, 'from' | 'host'>) => string;
  readonly notices: { readonly [K in OwnNotice['kind']]: (notice: Extract<OwnNotice, { kind: K }>) => string };
  readonly dialogs: {
    readonly close: string;
    readonly starters: {
      readonly heading: string;
      readonly note: string;
      readonly loading: string;
      readonly none: string;
      readonly blank: string;
      readonly recent: string;
    };
    readonly help: {
      readonly heading: string;
      readonly note: string;
      readonly canvasHeading: string;
      readonly canvas: readonly (readonly [keys: string, what: string])[];
      readonly or: string;
    };
    readonly about: {
      readonly heading: string;
      readonly intro: string;
      readonly local: string;
      readonly localText: string;
      readonly rights: string;
      readonly rightsText: string;
      readonly model: (title: string) => string;
      readonly modelFrom: (bundle: Pick<BundleState, 'from' | 'host'>) => string;
      readonly trainedOn: string;
      readonly measured: string;
      readonly limits: string;
      readonly licence: string;
      readonly segmenter: string;
      readonly segmenterText: (source: string, licence: string) => string;
      readonly noModel: string;
      readonly machine: string;
      readonly version: (version: string) => string;
    };
  };
  readonly arrival: ArrivalMessages;
  readonly maps: MapMessages;
  readonly share: ShareMessages;
  readonly exporting: ExportMessages;
  readonly failure: FailureMessages;
  readonly finding: FindingMessages;
  readonly gallery: GalleryMessages;
  readonly photo: PhotoMessages;
  readonly pictures: PicturesMessages;
  readonly history: HistoryMessages;
  readonly problems: ProblemMessages;
  readonly measurement: MeasurementMessages;
  readonly region: RegionMessages;
  readonly replay: ReplayMessages;
  readonly storage: StorageMessages;
  readonly keys: Readonly<Record<string, string>>;
}

/** The others say what the engine failed with, or which problem there is. */
type OwnNotice = Exclude<Notice, { readonly kind: 'problem' | 'engine-problem' }>;

/** A sentence for every problem: what is wrong, and what to do if that is not plain. */
export type ProblemMessages = { readonly [K in Problem['code']]: (problem: Extract<Problem, { code: K }>) => string };

/** What a bundle or a starter calls something, in the language of the page where that has a word for it. */
export function nameIn({ names }: Messages, name: string): string {
  return names[name] ?? name;
}

/** The words for a notice. */
export function noticeText(words: Messages, notice: Notice): string {
  if (notice.kind === 'problem') return problemText(words, notice.problem);
  if (notice.kind === 'engine-problem') {
    const { what, advice } = words.errors[notice.code];
    return words.formats.sentences([what, advice]);
  }
  if (notice.kind === 'mood-found') return words.notices['mood-found']({ ...notice, name: nameIn(words, notice.name) });
  // Each kind has words of its own; TypeScript does not see that the two belong together.
  const text = words.notices[notice.kind] as (notice: Notice) => string;
  return text(notice);
}

/** The words for a problem. */
export function problemText({ problems }: Messages, problem: Problem): string {
  const text = problems[problem.code] as (problem: Problem) => string;
  return text(problem);
}
