import { clampBrushSize } from '../../core/brush.ts';
import { segmenterOf } from '../../protocol/manifest.ts';
import { isLattice, LATTICE_LIMITS, sameLattice, type Lattice } from '../../core/lattice.ts';
import type { Problem } from '../../core/problem.ts';
import { latticeFor } from '../../core/mapCrop.ts';
import { pictureSize } from '../../core/picturePixels.ts';
import { cellPixelsNow } from '../settings/formats.ts';
import type { MoodFeatures } from '../../core/photo/moodFeatures.ts';
import { MOST_ZOOM, photographCrop } from '../../core/photo/photographCrop.ts';
import { createCellRegion, type CellRegion } from '../../document/cellRegion.ts';
import { createPaintDocument } from '../../document/createPaintDocument.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';
import type { Thumbnail } from '../../core/thumbnail.ts';
import type { PhotographReading } from '../../protocol/pictureReader.ts';
import type { OpenedPicture } from '../arrival/pictureOpening.ts';
import { halfOf } from '../painting/halves.ts';
import type { PageStore } from '../pageState.ts';
import { moodOf } from './moodOf.ts';
import type { KeepPreset, PhotographLayout, ReadPhotograph } from './photographImport.ts';

/** Cuts one photograph after another to a lattice, and knows what of it is kept. */
export interface PhotographImporter {
  /** All of it, made small. */
  readonly preview: Thumbnail | undefined;
  /** The part that is cut out, as a picture of its own: what the dialog shows. */
  readonly document: PaintDocument;
  /** The cells of it that are kept. */
  readonly kept: CellRegion;
  /** Shows the dialog for a photograph that was opened. */
  show(opened: OpenedPicture, reading: PhotographReading): Promise<void>;
  setLattice(lattice: Lattice): void;
  setCrop(crop: Partial<Pick<ReadPhotograph, 'zoom' | 'x' | 'y'>>): void;
  keep(preset: KeepPreset): void;
  set(choice: Partial<Pick<ReadPhotograph, 'tool' | 'takesMood'>>): void;
  setBrushSize(size: number): void;
  setLayout(layout: PhotographLayout): void;
  /** Leaves the photograph. */
  leave(): void;
}

export function createPhotographImporter(store: PageStore): PhotographImporter {
  // As small as there are until a photograph is cut.
  const cut = createPaintDocument({ rows: 8, columns: 8 });
  const kept = createCellRegion(cut);
  let opened: OpenedPicture | undefined;
  let features: MoodFeatures | undefined;
  let preview: Thumbnail | undefined;
  let cutting = false;
  /** What is kept of a lattice at first: what was chosen last of another one. */
  let preset: KeepPreset = 'top';
  let isShown = false;

  const limits = () => store.getState().bundle.manifest?.lattice ?? LATTICE_LIMITS;
  const segments = () => segmenterOf(store.getState().bundle.manifest) !== undefined;
  const readNow = (): ReadPhotograph | undefined => {
    const { photograph } = store.getState();
    return photograph?.phase === 'read' ? photograph : undefined;
  };
  const patch = (part: Partial<ReadPhotograph>) => {
    const now = readNow();
    if (now) store.setState({ photograph: { ...now, ...part } });
  };
  const fail = (problem: Problem) => {
    if (opened) store.setState({ photograph: { phase: 'failed', name: opened.file.name, problem } });
  };

  kept.subscribe(() => patch({ kept: kept.size }));
  // The moods may come later than the photograph.
  store.subscribe((state, before) => {
    if (state.bundle.manifest !== before.bundle.manifest) {
      patch({ mood: moodNow(), ...(readNow()?.layout === 'own' && !segments() && { layout: 'any' }) });
      if (cut.cellPixels !== cellPixelsNow(state)) void recut();
    }
  });

  function moodNow(): number | undefined {
    return features && moodOf(store.getState().bundle.manifest, features)?.id;
  }

  async function show(next: OpenedPicture, reading: PhotographReading): Promise<void> {
    opened = next;
    const { name } = next.file;
    const { width, height, firstFrame } = reading;
    preview = reading.preview;
    const lattice = latticeFor(reading, store.getState().lattice, limits());
    store.setState({
      dialog: 'photograph',
      photograph: {
        phase: 'read',
        name,
        width,
        height,
        firstFrame,
        lattice,
        zoom: 1,
        x: 0.5,
        y: 0.5,
        kept: 0,
        tool: 'brush',
        brushSize: 64,
        // Anything would have nothing to do with what is kept of it.
        layout: segments() ? 'own' : 'any',
        mood: undefined,
        takesMood: true,
        cut: false,
      },
    });
    await recut();
  }

  /** Cuts what is asked for now: once more, where that has changed meanwhile. */
  async function recut(): Promise<void> {
    patch({ cut: false });
    if (cutting) return;
    cutting = true;
    try {
      for (let asked = readNow(); asked && !asked.cut; asked = readNow()) {
        const { lattice, zoom, x, y } = asked;
        const cellPixels = cellPixelsNow(store.getState());
        const request = {
          crop: photographCrop(asked, asked),
          ...pictureSize(lattice, cellPixels),
        };
        const own = opened;
        if (!own) return;
        const reply = await own.reader.cut(request);
        if (own !== opened) continue;
        if (!reply.ok) {
          fail(reply.problem);
          return;
        }
        features = reply.value.features;
        put(lattice, reply.value.pixels);
        const now = readNow();
        const isSame = now?.zoom === zoom && now.x === x && now.y === y && sameLattice(now.lattice, lattice);
        const isWanted = isSame && cellPixels === cellPixelsNow(store.getState());
        patch({ mood: moodNow(), cut: isWanted });
      }
    } finally {
      cutting = false;
    }
  }

  function put(lattice: Lattice, picture: Uint8ClampedArray): void {
    if (isShown && sameLattice(lattice, cut.lattice)) {
      cut.putPicture(picture);
      return;
    }
    isShown = true;
    cut.reset({ lattice, picture });
    kept.setRect(halfOf(preset, lattice));
  }

  function leave(): void {
    opened = undefined;
    features = undefined;
    preview = undefined;
    preset = 'top';
    isShown = false;
    if (store.getState().photograph) store.setState({ photograph: undefined });
  }

  return {
    get preview() {
      return preview;
    },
    document: cut,
    kept,
    show,
    setLattice(lattice) {
      if (!isLattice(lattice, limits())) return;
      patch({ lattice });
      void recut();
    },
    setCrop({ zoom, x, y }) {
      patch({
        ...(zoom !== undefined && { zoom: clamp(zoom, 1, MOST_ZOOM) }),
        ...(x !== undefined && { x: clamp(x, 0, 1) }),
        ...(y !== undefined && { y: clamp(y, 0, 1) }),
      });
      void recut();
    },
    keep(next) {
      preset = next;
      kept.setRect(halfOf(next, cut.lattice));
    },
    set: patch,
    setBrushSize: (size) => patch({ brushSize: clampBrushSize(size) }),
    setLayout: (layout) => patch({ layout }),
    leave,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
