import type { ConventionId } from '../../core/conventions/convention.ts';
import { CLASSES } from '../../core/classes.ts';
import { isLattice, LATTICE_LIMITS, layoutHeight, layoutWidth, type Lattice } from '../../core/lattice.ts';
import { cropFor, latticeFor } from '../../core/mapCrop.ts';
import type { Rect } from '../../core/rect.ts';
import type { MapReaderClient } from '../../engine/createMapReader.ts';
import { recallMap, rememberMap } from '../../io/rememberedMaps.ts';
import type { MapReading } from '../../protocol/mapReader.ts';
import type { ReaderReply } from '../../protocol/readerReply.ts';
import type { PageStore } from '../pageState.ts';
import { kindOf, type ReadImport } from './mapImport.ts';

/** Reads one map after another, shows what it understood, and makes layouts of it. */
export interface MapImporter {
  /** What is being read, for those who would read it in another way. */
  readonly file: File | undefined;
  /** The map as it is seen in the dialog: slots of regions. */
  readonly preview: MapReading['preview'] | undefined;
  /** Opens a file and the dialog for it. A file that was being read is left. */
  open(file: File): Promise<void>;
  readAs(convention: ConventionId | 'unknown'): Promise<void>;
  setClass(key: string, classId: number): void;
  setLattice(lattice: Lattice): void;
  setFit(fit: ReadImport['fit']): void;
  /** @param place 0..1 */
  setPlace(place: number): void;
  /**
   * The layout: class ids [16 * rows, 16 * columns] of the lattice chosen. Remembers the classes for the next map of the
   * kind. @returns undefined where the map was left meanwhile, or where it cannot be had; the dialog then says why
   */
  take(): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Without a dialog: what was remembered or found, the middle cut out. For maps one after the other. */
  convert(file: File): Promise<ReaderReply<ConvertedMap>>;
  /** Leaves the map; work on it ends at once. */
  close(): void;
}

/** A map that was made the layout of a lattice which the model paints. */
export interface ConvertedMap {
  readonly lattice: Lattice;
  /** Class ids [16 * rows, 16 * columns]. */
  readonly layout: Uint8Array<ArrayBuffer>;
}

export function createMapImporter(store: PageStore, createReader: () => MapReaderClient): MapImporter {
  let reader: MapReaderClient | undefined;
  let file: File | undefined;
  let preview: MapReading['preview'] | undefined;

  const limits = () => store.getState().bundle.manifest?.lattice ?? LATTICE_LIMITS;
  /** The page's format, unless the picture that is there was extended: what is longer is not painted at once. */
  const formatFor = (map: { readonly width: number; readonly height: number }): Lattice => {
    const { lattice } = store.getState();
    return isLattice(lattice, limits()) ? lattice : latticeFor(map, lattice, limits());
  };
  const classesNow = () => store.getState().bundle.manifest?.classes ?? CLASSES;
  const readNow = (): ReadImport | undefined => {
    const { mapImport } = store.getState();
    return mapImport?.phase === 'read' ? mapImport : undefined;
  };
  const patch = (part: Partial<ReadImport>) => {
    const now = readNow();
    if (now) store.setState({ mapImport: { ...now, ...part } });
  };

  async function read(as?: ConventionId | 'unknown'): Promise<void> {
    const asked = file;
    if (!asked) return;
    const before = readNow();
    const { name } = asked;
    store.setState({ mapImport: { phase: 'reading', name } });
    reader ??= createReader();
    const reply = await reader.read({ file: asked, classes: classesNow(), ...(as !== undefined && { as }) });
    if (file !== asked) return;
    if (!reply.ok) {
      store.setState({ mapImport: { phase: 'failed', name, sentence: reply.sentence } });
      return;
    }
    const { preview: seen, ...reading } = reply.value;
    preview = seen;
    const { lattice, fit, place } = before ?? { lattice: formatFor(reading), fit: 'cut', place: 0.5 };
    store.setState({ mapImport: { phase: 'read', name, ...withChoices(reading), lattice, fit, place } });
  }

  function close(): void {
    reader?.dispose();
    reader = undefined;
    file = undefined;
    preview = undefined;
    if (store.getState().mapImport) store.setState({ mapImport: undefined });
  }

  // However the dialog was closed.
  store.subscribe((state, before) => {
    if (before.dialog === 'map' && state.dialog !== 'map') close();
  });

  return {
    get file() {
      return file;
    },
    get preview() {
      return preview;
    },
    open(next) {
      close();
      file = next;
      store.setState({ dialog: 'map' });
      return read();
    },
    readAs: read,
    setClass(key, classId) {
      const regions = readNow()?.regions.map((region) => (region.key === key ? { ...region, classId } : region));
      if (regions) patch({ regions });
    },
    setLattice(lattice) {
      if (isLattice(lattice, limits())) patch({ lattice });
    },
    setFit: (fit) => patch({ fit }),
    setPlace: (place) => patch({ place: Math.min(1, Math.max(0, place)) }),
    async take() {
      const now = readNow();
      const asked = file;
      if (!now || !reader) return undefined;
      store.setState({ mapImport: { ...now, phase: 'taking' } });
      const reply = await fitted(reader, now, cropOf(now), now.lattice);
      if (file !== asked) return undefined;
      if (!reply.ok) {
        store.setState({ mapImport: { phase: 'failed', name: now.name, sentence: reply.sentence } });
        return undefined;
      }
      rememberMap(kindOf(now), Object.fromEntries(now.regions.map(({ key, classId }) => [key, classId])));
      return reply.value;
    },
    async convert(next) {
      // A reader of its own: the dialog may be open for another map.
      const own = createReader();
      try {
        const reply = await own.read({ file: next, classes: classesNow() });
        if (!reply.ok) return reply;
        if (reply.value.kind === 'photograph' && reply.value.convention === undefined) {
          return { ok: false, sentence: `“${next.name}” looks like a photograph: open it alone to complete it.` };
        }
        const reading = withChoices(reply.value);
        const lattice = formatFor(reading);
        const layout = await fitted(own, reading, cropFor(reading, lattice, 0.5), lattice);
        return layout.ok ? { ok: true, value: { lattice, layout: layout.value } } : layout;
      } finally {
        own.dispose();
      }
    },
    close,
  };
}

/** The part of the map that becomes the layout. */
export function cropOf({ width, height, lattice, fit, place }: ReadImport): Rect {
  return fit === 'stretch' ? { x: 0, y: 0, width, height } : cropFor({ width, height }, lattice, place);
}

function withChoices<R extends Pick<ReadImport, 'convention' | 'regions'>>(reading: R): R {
  const choices = recallMap(kindOf(reading));
  const regions = reading.regions.map((region) => ({ ...region, classId: choices[region.key] ?? region.classId }));
  return { ...reading, regions };
}

function fitted(
  reader: MapReaderClient,
  { regions }: Pick<ReadImport, 'regions'>,
  crop: Rect,
  lattice: Lattice,
): Promise<ReaderReply<Uint8Array<ArrayBuffer>>> {
  const classIds = Uint8Array.from(regions, ({ classId }) => classId);
  return reader.fit({ crop, width: layoutWidth(lattice), height: layoutHeight(lattice), classIds });
}
