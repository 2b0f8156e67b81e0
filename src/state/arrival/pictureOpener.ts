import { IoError } from '../../core/problem.ts';
import type { PictureKind } from '../../core/photo/pictureKind.ts';
import type { OpenRequest } from '../../protocol/pictureReader.ts';
import type { ReaderReply } from '../../protocol/readerReply.ts';
import type { PictureReaderClient } from '../../engine/createPictureReader.ts';
import { fetchPicture } from '../../io/fetchPicture.ts';
import { orElse } from '../../io/orElse.ts';
import { classesNow } from '../exporting/madeFiles.ts';
import type { MapImporter } from '../maps/mapImporter.ts';
import type { DialogName, PageStore } from '../pageState.ts';
import { moodOf, readFeatures } from '../photo/moodOf.ts';
import type { PhotographImporter } from '../photo/photographImporter.ts';
import type { OpenedPicture, PictureOpening } from './pictureOpening.ts';

/** Opens one picture after another, as the segmentation map or the photograph that it is. */
export interface PictureOpener {
  /**
   * Reads a file and shows the dialog of what it is; one that was being read is left.
   * @param as what a person says that it is; by its pixels, if left out
   */
  open(file: File, as?: PictureKind): Promise<void>;
  /** Fetches a picture from the address of another page, and opens it. */
  openAddress(address: string): Promise<void>;
  /** Reads a photograph for its mood alone, in which the next picture is painted: no dialog, unless it takes a while. */
  openForMood(file: File): Promise<void>;
  /** What is open, read as the other kind. */
  reopen(as: PictureKind): Promise<void>;
}

/** The dialogs that are about a picture which was opened: leaving them leaves it. */
const DIALOGS: ReadonlySet<DialogName | undefined> = new Set(['reading', 'map', 'photograph']);

/** What is read sooner goes to its dialog with nothing before it. Milliseconds. */
const PATIENCE = 250;

export function createPictureOpener(
  store: PageStore,
  importers: { readonly maps: MapImporter; readonly photographs: PhotographImporter },
  createReader: () => PictureReaderClient,
): PictureOpener {
  const { maps, photographs } = importers;
  let opened: OpenedPicture | undefined;
  let fetching: AbortController | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;

  function show(opening: PictureOpening, soon = false): void {
    clearTimeout(patience);
    store.setState({ opening });
    if (soon || DIALOGS.has(store.getState().dialog)) store.setState({ dialog: 'reading' });
    else patience = setTimeout(() => store.setState({ dialog: 'reading' }), PATIENCE);
  }

  /** Leaves what is open; work on it ends at once. */
  function leave(): void {
    clearTimeout(patience);
    fetching?.abort();
    fetching = undefined;
    opened?.reader.dispose();
    opened = undefined;
    maps.leave();
    photographs.leave();
    if (store.getState().opening) store.setState({ opening: undefined });
  }

  // However the dialog was closed.
  store.subscribe((state, before) => {
    if (DIALOGS.has(before.dialog) && !DIALOGS.has(state.dialog)) leave();
  });

  /**
   * Begins with a file, and says what goes wrong.
   * @returns what was read of it; undefined if nothing was, or it was left meanwhile
   */
  async function read<T>(file: File, reading: (now: OpenedPicture) => Promise<ReaderReply<T>>) {
    leave();
    const { name } = file;
    const now = { file, reader: createReader() };
    opened = now;
    show({ phase: 'reading', name });
    const reply = await reading(now);
    if (opened !== now) return undefined;
    if (!reply.ok) {
      show({ phase: 'failed', name, problem: reply.problem }, true);
      return undefined;
    }
    clearTimeout(patience);
    store.setState({ opening: undefined, notice: undefined });
    return { now, value: reply.value };
  }

  const request = (file: File, as?: PictureKind): OpenRequest => {
    const classes = classesNow({ store });
    return { file, classes, ...(as && { as }) };
  };

  async function open(file: File, as?: PictureKind): Promise<void> {
    const reading = await read(file, ({ reader }) => reader.open(request(file, as)));
    if (reading?.value.kind === 'map') maps.show(reading.now, reading.value.map);
    else if (reading) await photographs.show(reading.now, reading.value.photograph);
  }

  return {
    open,
    async openForMood(file) {
      const reading = await read(file, ({ reader }) => readFeatures(reader, request(file, 'photograph')));
      if (!reading) return;
      leave();
      // It took a while: that is over, and nothing is asked.
      if (store.getState().dialog === 'reading') store.setState({ dialog: undefined });
      const mood = moodOf(store.getState().bundle.manifest, reading.value);
      if (mood) store.setState({ mood: mood.id, notice: { kind: 'mood-found', name: mood.name } });
    },
    async openAddress(address) {
      leave();
      const own = new AbortController();
      fetching = own;
      const name = nameOf(address);
      show({ phase: 'fetching', name, done: 0, total: undefined });
      try {
        const onProgress = (done: number, total: number | undefined) => {
          if (fetching === own) store.setState({ opening: { phase: 'fetching', name, done, total } });
        };
        const file = await fetchPicture(address, name, { signal: own.signal, onProgress });
        if (fetching === own) await open(file);
      } catch (error) {
        if (fetching !== own) return;
        if (!(error instanceof IoError)) throw error;
        show({ phase: 'failed', name, problem: error.problem }, true);
      }
    },
    async reopen(as) {
      if (opened) await open(opened.file, as);
    },
  };
}

/** As a person knows it: the last part of an address. */
function nameOf(address: string): string {
  return orElse('picture', () => {
    const { hostname, pathname, protocol } = new URL(address);
    if (protocol === 'data:') return 'picture';
    return decodeURIComponent(pathname.split('/').findLast((part) => part !== '') ?? hostname);
  });
}
