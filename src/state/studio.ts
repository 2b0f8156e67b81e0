import { createCellRegion, type CellRegion } from '../document/cellRegion.ts';
import { createLayoutSelection, type LayoutSelection } from '../document/layoutSelection.ts';
import type { PaintDocument } from '../document/paintDocument.ts';
import type { EngineClient } from '../engine/engineClient.ts';
import type { BundleSource } from '../protocol/paintEngine.ts';
import { createFileMaker, type FileMakerClient } from '../engine/createFileMaker.ts';
import { createPictureReader, type PictureReaderClient } from '../engine/createPictureReader.ts';
import { regionSize } from '../core/region/region.ts';
import { createPictureOpener, type PictureOpener } from './arrival/pictureOpener.ts';
import { createGalleryDecoder, type GalleryDecoder } from './gallery/galleryDecoder.ts';
import { createMapImporter, type MapImporter } from './maps/mapImporter.ts';
import { createMapQueueRunner, type MapQueueRunner } from './maps/mapQueueRunner.ts';
import { createCodeTiles, type CodeTiles } from './measurement/codeTiles.ts';
import { createMeasurer, type Measurer } from './measurement/measurer.ts';
import { createModel, type Model } from './painting/model.ts';
import { createPainter, type Painter } from './painting/painter.ts';
import { createPictureKeeper, type PictureKeeper } from './picture/pictureKeeper.ts';
import type { PageStore } from './pageState.ts';
import { createPhotographCompleter, type PhotographCompleter } from './photo/photographCompleter.ts';
import { createPhotographSegmenter, type PhotographSegmenter } from './photo/photographSegmenter.ts';
import { createPhotographImporter, type PhotographImporter } from './photo/photographImporter.ts';
import type { PictureHistory } from './picture/pictureResult.ts';
import { watchEmptiness } from './work/beginning.ts';
import { createCandidateChooser, type CandidateChooser } from './painting/candidateChooser.ts';
import { createRepainter, type Repainter } from './painting/repainter.ts';
import { createRequestMaker } from './painting/requestMaker.ts';
import { SeenLayouts } from './painting/seenLayouts.ts';
import { createJobRunner } from './painting/jobRunner.ts';
import { stoppedJob, type JobState } from './painting/jobState.ts';
import { createWorkStore, type WorkStore } from '../io/workStore.ts';
import { createWorkKeeper, type WorkKeeper } from './work/workKeeper.ts';
import { createUnsavedQuestion, type UnsavedQuestion } from './work/unsavedQuestion.ts';

/** What commands do to the canvases' window on the picture; the canvas's own viewport is one. */
export interface ViewportControl {
  fit(): void;
  setZoom(zoom: number): void;
  zoomBy(factor: number): void;
}

/** All that actions work with. Made once, in main.ts; tests make theirs with a fake engine. */
export interface Studio {
  readonly document: PaintDocument;
  readonly history: PictureHistory;
  readonly selection: LayoutSelection;
  readonly viewport: ViewportControl;
  readonly store: PageStore;
  readonly model: Model;
  readonly pictures: PictureKeeper;
  readonly painter: Painter;
  readonly repainter: Repainter;
  readonly candidates: CandidateChooser;
  /** What the model thinks of the picture. */
  readonly measurer: Measurer;
  readonly codeTiles: CodeTiles;
  /** The cells of the picture that are marked. */
  readonly region: CellRegion;
  /** Opens pictures from elsewhere. */
  readonly opener: PictureOpener;
  readonly maps: MapImporter;
  readonly queue: MapQueueRunner;
  readonly photographs: PhotographImporter;
  readonly segmenter: PhotographSegmenter;
  readonly completer: PhotographCompleter;
  readonly gallery: GalleryDecoder;
  readonly works: WorkKeeper;
  /** Makes the files that a person saves. */
  readonly files: FileMakerClient;
  /** Asked before work is replaced that is nowhere kept. */
  readonly unsaved: UnsavedQuestion;
  readonly randomSeed: () => number;
}

export interface StudioParts {
  readonly document: PaintDocument;
  readonly history: PictureHistory;
  readonly selection?: LayoutSelection;
  readonly viewport: ViewportControl;
  readonly engine: EngineClient;
  readonly store: PageStore;
  readonly bundle: BundleSource;
  readonly createReader?: () => PictureReaderClient;
  readonly workStore?: WorkStore;
  readonly files?: FileMakerClient;
  readonly savesData?: () => boolean;
  readonly now?: () => number;
  readonly randomSeed?: () => number;
}

export function createStudio(parts: StudioParts): Studio {
  const { document, history, viewport, engine, store, bundle, savesData, now } = parts;
  const randomSeed = parts.randomSeed ?? rollSeed;
  const model = createModel(engine, store, bundle);
  const pictures = createPictureKeeper(document, history, store);
  const seen = new SeenLayouts(document);
  const requests = createRequestMaker(document, store, seen, randomSeed);
  const jobs = createJobRunner({
    engine,
    store,
    model,
    savesData: savesData ?? (() => false),
    now: now ?? (() => performance.now()),
    stopped: () => stoppedState(document, store),
  });
  const works = createWorkKeeper(document, history, store, parts.workStore ?? createWorkStore());
  const parted = { document, history, engine, store, model, pictures, requests, jobs, seen, works };
  const painter = createPainter(parted);
  const repainter = createRepainter(parted);
  const candidates = createCandidateChooser(parted);
  const measurer = createMeasurer(parted);
  const codeTiles = createCodeTiles({ ...parted, measurer });
  const region = createCellRegion(document);
  region.subscribe(() => store.setState({ marked: region.size }));
  history.subscribe(() => store.setState({ history: history.getState() }));
  document.subscribe((part) => {
    if (part === 'all') store.setState({ lattice: document.lattice });
    const { cellPixels } = document;
    if (cellPixels !== store.getState().cellPixels) store.setState({ cellPixels });
    const ownCells = document.own ? regionSize(document.own.kept) : 0;
    if (ownCells !== store.getState().ownCells) store.setState({ ownCells });
  });
  // With a job under way its own failure says so.
  engine.onRestart((reason) => {
    const { phase } = store.getState().job;
    if (phase === 'idle' || phase === 'done' || phase === 'stopped') {
      store.setState({ notice: { kind: 'restarted', reason } });
    }
  });
  watchEmptiness({ document, store });
  const createReader = parts.createReader ?? createPictureReader;
  const maps = createMapImporter(store, createReader);
  const photographs = createPhotographImporter(store);
  const opener = createPictureOpener(store, { maps, photographs }, createReader);
  const segmenter = createPhotographSegmenter(parted);
  const completer = createPhotographCompleter(parted, repainter, segmenter);
  const files = parts.files ?? createFileMaker();
  const unsaved = createUnsavedQuestion(store);
  const queue = createMapQueueRunner({ ...parted, files, maps, painter, unsaved });
  const gallery = createGalleryDecoder(engine, model, store);
  const selection = parts.selection ?? createLayoutSelection(document, history);
  selection.subscribe(() => {
    const selected = selection.rect !== undefined;
    if (selected !== store.getState().selected) store.setState({ selected });
  });
  return {
    ...parted,
    selection,
    viewport,
    painter,
    repainter,
    candidates,
    measurer,
    codeTiles,
    region,
    opener,
    maps,
    queue,
    photographs,
    segmenter,
    completer,
    gallery,
    files,
    unsaved,
    randomSeed,
  };
}

function rollSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]!;
}

/** What the page says of a picture that no job is at work on. */
function stoppedState(document: PaintDocument, store: PageStore): JobState {
  const { origin } = store.getState();
  return origin === undefined || origin.finished ? { phase: 'idle' } : stoppedJob(document);
}
