import { classesNow, pictureFileOf, saveMade, type FileParts } from '../exporting/madeFiles.ts';
import type { Painter } from '../painting/painter.ts';
import { replaceWork, type ReplacingParts } from '../work/replaceWork.ts';
import { IoError, type Problem } from '../../core/problem.ts';
import type { MapImporter } from './mapImporter.ts';
import type { MapQueue, QueueItem, QueueResult } from './mapQueue.ts';

/** A file that is no picture, with what is to be said of it. */
interface BadFile {
  readonly file: File;
  readonly problem: Problem;
}

/** Runs a queue of maps, and keeps what became of them until the next one or until it is left. */
export interface MapQueueRunner {
  /** @param bad what came with them and cannot be read: it is named among them */
  start(files: readonly File[], bad?: readonly BadFile[]): Promise<void>;
  /** Ends the queue after the current step; what is done stays. */
  stop(): void;
  /** All that is done as one ZIP: for each map its layout and its picture. Has to be called from a click or a key. */
  save(): Promise<void>;
}

interface QueueParts extends FileParts, ReplacingParts {
  readonly maps: MapImporter;
  readonly painter: Painter;
}

export function createMapQueueRunner(parts: QueueParts): MapQueueRunner {
  const { painter, store } = parts;
  let results: QueueResult[] = [];
  let current = 0;

  async function start(files: readonly File[], bad: readonly BadFile[] = []): Promise<void> {
    const own = ++current;
    results = [];
    const items: QueueItem[] = [
      ...files.map(({ name }): QueueItem => ({ name, state: 'waiting' })),
      ...bad.map(({ file: { name }, problem }): QueueItem => ({ name, state: 'failed', problem })),
    ];
    const show = (running: boolean) => store.setState({ mapQueue: { items: [...items], running } });
    const mark = (index: number, item: Omit<QueueItem, 'name'>) => {
      items[index] = { name: files[index]!.name, ...item };
      show(true);
    };
    const isCurrent = () => own === current;
    show(true);
    store.setState({ dialog: 'queue' });
    for (const [index, file] of files.entries()) {
      mark(index, { state: 'reading' });
      // oxlint-disable-next-line no-await-in-loop -- one picture at a time is what the machine can do.
      const end = await paintMap(parts, file, isCurrent, () => mark(index, { state: 'painting' }));
      if (!isCurrent()) return;
      if ('result' in end) results.push(end.result);
      mark(index, 'result' in end ? { state: 'done' } : end.item);
    }
    show(false);
  }

  return {
    start,
    stop() {
      current++;
      painter.stop();
      const { mapQueue } = store.getState();
      if (mapQueue) store.setState({ mapQueue: leftOf(mapQueue) });
    },
    async save() {
      const { mapQueue } = store.getState();
      if (!mapQueue || results.length === 0) return;
      const files = results.flatMap(({ name, layout, picture }) => [
        { name: `${name}-layout.png`, data: layout },
        { name: `${name}-picture.png`, data: picture },
      ]);
      await saveMade(parts, { file: 'zip', files }, 'landscapes.zip', 'application/zip');
    },
  };
}

type End = { readonly result: QueueResult } | { readonly item: Omit<QueueItem, 'name'> };

/** @param isCurrent whether the queue goes on: one that was stopped while a map was read leaves the work alone */
async function paintMap(parts: QueueParts, file: File, isCurrent: () => boolean, onPaint: () => void): Promise<End> {
  const { document, files, maps, painter, store } = parts;
  const reply = await maps.convert(file);
  if (!isCurrent()) return { item: { state: 'left' } };
  if (!reply.ok) return { item: { state: 'failed', problem: reply.problem } };
  onPaint();
  const { lattice, layout } = reply.value;
  const isPlaced = await replaceWork(parts, { lattice, layout, label: 'map' });
  if (!isPlaced || !isCurrent()) return { item: { state: 'left' } };
  await painter.paint();
  const { job, origin } = store.getState();
  const picture = pictureFileOf(parts, 1);
  if (job.phase !== 'done' || !origin?.finished || !picture) return { item: { state: 'left' } };
  try {
    const [layoutBytes, pictureBytes] = await Promise.all([
      files.make({ file: 'layout', layout: document.layout, classes: classesNow(parts) }),
      files.make({ file: 'picture', picture }),
    ]);
    return { result: { name: baseOf(file.name), layout: layoutBytes, picture: pictureBytes } };
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    return { item: { state: 'failed', problem: error.problem } };
  }
}

const OPEN: ReadonlySet<QueueItem['state']> = new Set(['waiting', 'reading', 'painting']);

function leftOf({ items }: MapQueue): MapQueue {
  return {
    items: items.map((item) => (OPEN.has(item.state) ? { name: item.name, state: 'left' } : item)),
    running: false,
  };
}

/** A file's name without its ending, and without what a ZIP's reader would take for a folder. */
function baseOf(name: string): string {
  return name.replace(/\.[^.]*$/, '').replaceAll(/[\\/:*?"<>|]/g, '-') || 'map';
}
