import type { ConventionId } from '../../core/conventions/convention.ts';
import { isLattice, LATTICE_LIMITS, layoutHeight, layoutWidth, type Lattice } from '../../core/lattice.ts';
import { cropFor, latticeFor } from '../../core/mapCrop.ts';
import { wholeRect, type Rect, type Size } from '../../core/rect.ts';
import type { PictureReaderClient } from '../../engine/createPictureReader.ts';
import { recallMap, rememberMap } from '../../io/rememberedMaps.ts';
import type { MapPreview, MapReading } from '../../protocol/pictureReader.ts';
import type { ReaderReply } from '../../protocol/readerReply.ts';
import type { OpenedPicture } from '../arrival/pictureOpening.ts';
import { classesNow } from '../exporting/madeFiles.ts';
import type { PageStore } from '../pageState.ts';
import { kindOf, type ReadImport } from './mapImport.ts';

/** Shows what was understood of one map after another, and makes layouts of them. */
export interface MapImporter {
  /** The map as it is seen in the dialog. */
  readonly preview: MapPreview | undefined;
  /** Shows the dialog for a map that was opened. */
  show(opened: OpenedPicture, reading: MapReading): void;
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
  /** Leaves the map. */
  leave(): void;
}

/** A map that was made the layout of a lattice which the model paints. */
export interface ConvertedMap {
  readonly lattice: Lattice;
  /** Class ids [16 * rows, 16 * columns]. */
  readonly layout: Uint8Array<ArrayBuffer>;
}

export function createMapImporter(store: PageStore, createReader: () => PictureReaderClient): MapImporter {
  let opened: OpenedPicture | undefined;
  let preview: MapPreview | undefined;

  const limits = () => store.getState().bundle.manifest?.lattice ?? LATTICE_LIMITS;
  const nearestTo = (map: Size) => latticeFor(map, store.getState().lattice, limits());
  /** The page's format, unless the picture that is there was extended: what is longer is not painted at once. */
  const formatFor = (map: Size): Lattice => {
    const { lattice } = store.getState();
    return isLattice(lattice, limits()) ? lattice : nearestTo(map);
  };
  const readNow = (): ReadImport | undefined => {
    const { mapImport } = store.getState();
    return mapImport?.phase === 'read' ? mapImport : undefined;
  };
  const patch = (part: Partial<ReadImport>) => {
    const now = readNow();
    if (now) store.setState({ mapImport: { ...now, ...part } });
  };

  function understand({ preview: seen, ...reading }: MapReading, name: string, before?: ReadImport): void {
    preview = seen;
    const { lattice, fit, place } = before ?? { lattice: nearestTo(reading), fit: 'cut', place: 0.5 };
    store.setState({ mapImport: { phase: 'read', name, ...withChoices(reading), lattice, fit, place } });
  }

  return {
    get preview() {
      return preview;
    },
    show(next, reading) {
      opened = next;
      understand(reading, next.file.name);
      store.setState({ dialog: 'map' });
    },
    async readAs(convention) {
      const asked = opened;
      const before = readNow();
      if (!asked || !before) return;
      store.setState({ mapImport: { ...before, phase: 'rereading' } });
      const reply = await asked.reader.readAs({ classes: classesNow({ store }), as: convention });
      if (opened !== asked) return;
      if (reply.ok) understand(reply.value, before.name, before);
      else store.setState({ mapImport: { phase: 'failed', name: before.name, problem: reply.problem } });
    },
    setClass(key, classId) {
      const regions = readNow()?.regions.map((region) =>
        region.key === key ? { ...region, classId, guessed: false } : region,
      );
      if (regions) patch({ regions });
    },
    setLattice(lattice) {
      if (isLattice(lattice, limits())) patch({ lattice });
    },
    setFit: (fit) => patch({ fit }),
    setPlace: (place) => patch({ place: Math.min(1, Math.max(0, place)) }),
    async take() {
      const now = readNow();
      const asked = opened;
      if (!now || !asked) return undefined;
      store.setState({ mapImport: { ...now, phase: 'taking' } });
      const reply = await fitted(asked.reader, now, cropOf(now), now.lattice);
      if (opened !== asked) return undefined;
      if (!reply.ok) {
        store.setState({ mapImport: { phase: 'failed', name: now.name, problem: reply.problem } });
        return undefined;
      }
      rememberMap(kindOf(now), Object.fromEntries(now.regions.map(({ key, classId }) => [key, classId])));
      return reply.value;
    },
    async convert(next) {
      // A reader of its own: the dialog may be open for another map.
      const own = createReader();
      try {
        const reply = await own.open({ file: next, classes: classesNow({ store }) });
        if (!reply.ok) return reply;
        if (reply.value.kind === 'photograph') {
          return { ok: false, problem: { code: 'photograph-among-maps', file: next.name } };
        }
        const reading = withChoices(reply.value.map);
        const lattice = formatFor(reading);
        const layout = await fitted(own, reading, cropFor(reading, lattice, 0.5), lattice);
        return layout.ok ? { ok: true, value: { lattice, layout: layout.value } } : layout;
      } finally {
        own.dispose();
      }
    },
    leave() {
      opened = undefined;
      preview = undefined;
      if (store.getState().mapImport) store.setState({ mapImport: undefined });
    },
  };
}

/** The part of the map that becomes the layout. */
export function cropOf(map: ReadImport): Rect {
  return map.fit === 'stretch' ? wholeRect(map) : cropFor(map, map.lattice, map.place);
}

function withChoices<R extends Pick<ReadImport, 'convention' | 'unnamed' | 'regions'>>(reading: R): R {
  const choices = recallMap(kindOf(reading));
  const regions = reading.regions.map((region) => {
    const classId = choices[region.key];
    return classId === undefined ? region : { ...region, classId, guessed: false };
  });
  return { ...reading, regions };
}

function fitted(
  reader: PictureReaderClient,
  { regions }: Pick<ReadImport, 'regions'>,
  crop: Rect,
  lattice: Lattice,
): Promise<ReaderReply<Uint8Array<ArrayBuffer>>> {
  const classIds = Uint8Array.from(regions, ({ classId }) => classId);
  return reader.fit({ crop, width: layoutWidth(lattice), height: layoutHeight(lattice), classIds });
}
