import { describe, expect, it } from 'vitest';
import type { PictureReaderClient } from '../../engine/createPictureReader.ts';
import type {
  CutRequest,
  MapReading,
  OpenRequest,
  PhotographReading,
  PictureReading,
} from '../../protocol/pictureReader.ts';
import type { ReaderReply } from '../../protocol/readerReply.ts';
import { openFiles } from '../arrival/openFiles.ts';
import { INFO, settled } from '../testing/fakeEngine.ts';
import { fakeStudio } from '../testing/fakeStudio.ts';
import { completePhotograph, takePhotographMood } from './photographActions.ts';

const FEATURES = [1, 2, 3, 4, 5, 6, 7];
const READING: PhotographReading = {
  width: 300,
  height: 200,
  firstFrame: false,
  preview: { width: 3, height: 2, pixels: new Uint8ClampedArray(24) },
};

const MAP: MapReading = {
  width: 300,
  height: 200,
  regions: [],
  convention: undefined,
  unnamed: true,
  isMask: false,
  exact: 0,
  alternatives: [],
  lossy: true,
  readings: [],
  preview: { width: 1, height: 1, slots: new Uint8Array(1), original: undefined },
};

const PHOTOGRAPH: PictureReading = { kind: 'photograph', photograph: READING };

class FakeReader implements PictureReaderClient {
  readonly cuts: CutRequest[] = [];
  disposed = false;
  /** Answers wait for `release` while this is set. */
  waits: (() => void)[] | undefined;

  readonly opened: OpenRequest[] = [];

  constructor(private readonly answer: ReaderReply<PictureReading>) {}

  open(request: OpenRequest) {
    this.opened.push(request);
    const { as } = request;
    if (as === undefined) return Promise.resolve(this.answer);
    return Promise.resolve({ ok: true, value: as === 'map' ? { kind: as, map: MAP } : PHOTOGRAPH } as const);
  }

  readAs() {
    return Promise.resolve({ ok: false, problem: { code: 'reading-failed' } } as const);
  }

  fit() {
    return Promise.resolve({ ok: false, problem: { code: 'reading-failed' } } as const);
  }

  async cut(request: CutRequest) {
    this.cuts.push(request);
    if (this.waits) await new Promise<void>((resolve) => this.waits?.push(resolve));
    const { width, height } = request;
    return {
      ok: true,
      value: { pixels: new Uint8ClampedArray(4 * width * height).fill(255), features: FEATURES },
    } as const;
  }

  release() {
    for (const one of this.waits ?? []) one();
    this.waits = undefined;
  }

  dispose() {
    this.disposed = true;
  }
}

function setUp(answer: ReaderReply<PictureReading> = { ok: true, value: PHOTOGRAPH }) {
  const readers: FakeReader[] = [];
  const createReader = () => {
    readers.push(new FakeReader(answer));
    return readers.at(-1)!;
  };
  const studio = fakeStudio({ createReader });
  const photograph = () => {
    const { photograph: now } = studio.store.getState();
    if (now?.phase !== 'read') throw new Error(`It is ${now?.phase ?? 'not there'}.`);
    return now;
  };
  return { studio, readers, photograph };
}

/** A model whose mood 7 is the photograph's. */
function withMoods(): typeof INFO.manifest {
  const moods = [3, 7].map((id) => ({ id, name: `Mood ${id}`, swatches: ['#000000', '#000000', '#000000'] }));
  const moodSpace = {
    mean: Array<number>(7).fill(0),
    std: Array<number>(7).fill(1),
    centres: [Array<number>(7).fill(9), FEATURES],
  };
  return { ...INFO.manifest, graphs: {}, moods, moodSpace } as unknown as typeof INFO.manifest;
}

const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);
const FILE = new File([JPEG], 'hills.jpg');

describe('a photograph that is opened', () => {
  it('is completed by the layout that it shows, where the model finds one', async () => {
    const { studio, photograph } = setUp();
    const bundle = (segmenter: object | undefined) => ({
      ...studio.store.getState().bundle,
      manifest: { ...INFO.manifest, graphs: { segmenter } } as unknown as typeof INFO.manifest,
    });
    studio.store.setState({ bundle: bundle({}) });
    await openFiles(studio, [FILE]);
    expect(photograph().layout).toBe('own');
    studio.store.setState({ bundle: bundle(undefined) });
    expect(photograph().layout).toBe('any');
    await openFiles(studio, [FILE]);
    expect(photograph().layout).toBe('any');
  });

  it('is cut to the lattice nearest to it, with its upper half kept', async () => {
    const { studio, readers, photograph } = setUp();
    await openFiles(studio, [FILE]);
    expect(studio.store.getState().dialog).toBe('photograph');
    const { lattice, kept, cut } = photograph();
    expect(lattice.columns).toBeGreaterThan(lattice.rows);
    expect(kept).toBe((lattice.rows * lattice.columns) / 2);
    expect(cut).toBe(true);
    expect(readers[0]!.cuts[0]).toMatchObject({ width: 16 * lattice.columns, height: 16 * lattice.rows });
    expect(studio.photographs.document.lattice).toEqual(lattice);
    studio.store.setState({ dialog: undefined });
    expect(studio.store.getState().photograph).toBeUndefined();
    expect(readers[0]!.disposed).toBe(true);
  });

  it('is cut once more where another part was asked for meanwhile, and not for every one on the way', async () => {
    const { studio, readers, photograph } = setUp();
    await studio.opener.open(FILE);
    const [reader] = readers;
    reader!.waits = [];
    for (const x of [0.1, 0.2, 0.3, 0.9]) studio.photographs.setCrop({ x, zoom: 2 });
    expect(photograph()).toMatchObject({ x: 0.9, cut: false });
    await settled();
    reader!.release();
    await settled();
    expect(reader!.cuts).toHaveLength(3);
    expect(photograph().cut).toBe(true);
    studio.photographs.setCrop({ zoom: 99, y: -1 });
    expect(photograph()).toMatchObject({ zoom: 4, y: 0 });
  });

  it('keeps what was chosen last where it is cut to another lattice, and what was marked where it is moved', async () => {
    const { studio, photograph } = setUp();
    await studio.opener.open(FILE);
    studio.photographs.keep('left');
    studio.photographs.setLattice({ rows: 8, columns: 8 });
    await settled();
    const { cells } = studio.photographs.kept;
    expect([cells[0], cells[4], cells[59], cells[60]]).toEqual([1, 0, 1, 0]);
    studio.photographs.kept.markRect({ x: 7, y: 7, width: 1, height: 1 }, 1);
    studio.photographs.setCrop({ x: 0 });
    await settled();
    expect(photograph().kept).toBe(33);
  });

  it('that looks like a map is opened as one, and either is read as the other where a person says so', async () => {
    const { studio, readers, photograph } = setUp({ ok: true, value: { kind: 'map', map: MAP } });
    await openFiles(studio, [FILE]);
    expect(studio.store.getState()).toMatchObject({ dialog: 'map', photograph: undefined });
    await studio.opener.reopen('photograph');
    expect(photograph().name).toBe('hills.jpg');
    expect(studio.store.getState()).toMatchObject({ dialog: 'photograph', mapImport: undefined });
    await studio.opener.reopen('map');
    expect(studio.store.getState()).toMatchObject({ dialog: 'map', photograph: undefined });
    expect(readers.map(({ disposed }) => disposed)).toEqual([true, true, false]);
  });

  it('that cannot be read is told of', async () => {
    const { studio } = setUp({ ok: false, problem: { code: 'damaged', file: 'bad.png' } });
    await openFiles(studio, [FILE]);
    expect(studio.store.getState()).toMatchObject({
      dialog: 'reading',
      opening: { phase: 'failed', problem: { code: 'damaged', file: 'bad.png' } },
    });
    studio.store.setState({ dialog: undefined });
    expect(studio.store.getState().opening).toBeUndefined();
  });

  it('is read for its mood alone: all of it is looked at, nothing else of it is taken, and no dialog is shown', async () => {
    const { studio, readers } = setUp({ ok: true, value: { kind: 'map', map: MAP } });
    studio.store.setState((state) => ({ bundle: { ...state.bundle, manifest: withMoods() } }));
    const { lattice } = studio.store.getState();
    await studio.opener.openForMood(FILE);
    expect(readers[0]!.opened[0]).toMatchObject({ as: 'photograph' });
    expect(readers[0]!.cuts).toEqual([{ crop: { x: 0, y: 0, width: 300, height: 200 }, width: 512, height: 341 }]);
    expect(studio.store.getState()).toMatchObject({
      mood: 7,
      notice: { kind: 'mood-found', name: 'Mood 7' },
      dialog: undefined,
      photograph: undefined,
      opening: undefined,
      lattice,
    });
    expect(readers[0]!.disposed).toBe(true);
  });

  it('that another one has replaced gives no mood', async () => {
    const { studio, readers } = setUp();
    studio.store.setState((state) => ({ mood: 3, bundle: { ...state.bundle, manifest: withMoods() } }));
    const first = studio.opener.openForMood(FILE);
    readers[0]!.waits = [];
    await settled();
    await studio.opener.open(FILE);
    readers[0]!.release();
    await first;
    expect(studio.store.getState()).toMatchObject({ mood: 3, dialog: 'photograph', notice: undefined });
    expect(readers.map(({ disposed }) => disposed)).toEqual([true, false]);
  });

  it('has the nearest mood as soon as the model says what its moods are like, and gives it to the picture', async () => {
    const { studio, photograph } = setUp();
    await studio.opener.open(FILE);
    expect(photograph().mood).toBeUndefined();
    studio.store.setState((state) => ({ bundle: { ...state.bundle, manifest: withMoods() } }));
    expect(photograph().mood).toBe(7);
    takePhotographMood(studio);
    expect(studio.store.getState()).toMatchObject({ mood: 7, dialog: undefined });
    expect(studio.engine.names).toEqual([]);
  });

  it('is not completed while nothing of it is kept', async () => {
    const { studio } = setUp();
    await studio.opener.open(FILE);
    studio.photographs.kept.clear();
    await completePhotograph(studio);
    expect(studio.store.getState().dialog).toBe('photograph');
    studio.photographs.keep('top');
    void completePhotograph(studio);
    await settled();
    expect(studio.store.getState()).toMatchObject({ dialog: undefined, view: 'picture' });
    expect(studio.engine.names).toEqual(['inspect']);
  });
});
