import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PictureReaderClient } from '../../engine/createPictureReader.ts';
import type { FitRequest, MapReading, OpenRequest, ReadAsRequest } from '../../protocol/pictureReader.ts';
import { latticeFor } from '../../core/mapCrop.ts';
import { runCommand } from '../commands.ts';
import { fakeStudio, LATTICE } from '../testing/fakeStudio.ts';
import { takeMap } from './mapActions.ts';

const READING: MapReading = {
  width: 200,
  height: 100,
  regions: [
    { key: '7', name: 'grass', classId: 7, guessed: false, color: undefined, share: 0.75 },
    { key: '90', name: 'thing', classId: 12, guessed: false, color: undefined, share: 0.25 },
  ],
  convention: 'ade20k',
  exact: 1,
  alternatives: [],
  lossy: false,
  unnamed: false,
  isMask: false,
  readings: [],
  preview: { width: 2, height: 1, slots: Uint8Array.of(0, 1), original: undefined },
};

class FakeReader implements PictureReaderClient {
  readonly reads: (OpenRequest | ReadAsRequest)[] = [];
  readonly fits: FitRequest[] = [];
  disposed = false;

  open(request: OpenRequest) {
    this.reads.push(request);
    const bad = request.file instanceof File && request.file.name === 'bad.png';
    return Promise.resolve(
      bad
        ? ({ ok: false, problem: { code: 'damaged', file: 'bad.png' } } as const)
        : ({ ok: true, value: { kind: 'map', map: READING } } as const),
    );
  }

  readAs(request: ReadAsRequest) {
    this.reads.push(request);
    const regions = READING.regions.map((region) => ({ ...region, name: undefined, guessed: true }));
    return Promise.resolve({ ok: true, value: { ...READING, convention: undefined, unnamed: true, regions } } as const);
  }

  cut() {
    return Promise.resolve({ ok: false, problem: { code: 'reading-failed' } } as const);
  }

  fit(request: FitRequest) {
    this.fits.push(request);
    const [first = 12] = request.classIds;
    return Promise.resolve({
      ok: true,
      value: new Uint8Array(request.width * request.height).fill(first),
    } as const);
  }

  dispose() {
    this.disposed = true;
  }
}

function setUp() {
  const readers: FakeReader[] = [];
  const createReader = () => {
    const reader = new FakeReader();
    readers.push(reader);
    return reader;
  };
  return { studio: fakeStudio({ createReader }), readers };
}

/** Nearest to a map that is twice as wide as it is high, and about as large as `LATTICE`. */
const NEAREST = latticeFor(READING, LATTICE);

/** Longer than what is painted at once. */
const PANORAMA = { rows: 8, columns: 192 };

const FILE = new File(['…'], 'map.png');

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

describe('the map importer', () => {
  it('shows what was understood, and makes the layout of it as one entry that undo takes back', async () => {
    const { studio, readers } = setUp();
    const before = studio.document.layout.ids.slice();
    await studio.opener.open(FILE);
    expect(studio.store.getState()).toMatchObject({ dialog: 'map', mapImport: { phase: 'read', name: 'map.png' } });
    studio.maps.setClass('7', 10);
    await takeMap(studio, { paint: false });
    expect(readers[0]!.fits[0]).toMatchObject({ crop: { x: 0, y: 0, width: 200, height: 100 } });
    expect(studio.document.layout.ids.every((id) => id === 10)).toBe(true);
    expect(studio.store.getState()).toMatchObject({ dialog: undefined, mapImport: undefined });
    studio.history.undo();
    expect(studio.document.layout.ids).toEqual(before);
  });

  it('is read in another way without being opened again; labels without names are remembered by themselves', async () => {
    const { studio, readers } = setUp();
    await studio.opener.open(FILE);
    await studio.maps.readAs('unknown');
    expect(readers).toHaveLength(1);
    expect(readers[0]!.reads.at(-1)).toMatchObject({ as: 'unknown' });
    expect(studio.store.getState().mapImport).toMatchObject({
      phase: 'read',
      unnamed: true,
      regions: [{ guessed: true }, {}],
    });
    studio.maps.setClass('7', 10);
    expect(studio.store.getState().mapImport).toMatchObject({ regions: [{ classId: 10, guessed: false }, {}] });
    await takeMap(studio, { paint: false });
    await studio.opener.open(FILE);
    expect(studio.store.getState().mapImport).toMatchObject({ regions: [{ classId: 7 }, {}] });
  });

  it('proposes the size nearest to the map', async () => {
    const { studio } = setUp();
    await studio.opener.open(FILE);
    expect(studio.store.getState().mapImport).toMatchObject({ lattice: NEAREST });
    expect(NEAREST.columns).toBe(2 * NEAREST.rows);
  });

  it('shows no dialog before that of the map, unless reading takes its time', async () => {
    vi.useFakeTimers();
    try {
      const { studio } = setUp();
      const dialogs: unknown[] = [];
      studio.store.subscribe(({ dialog }) => dialogs.push(dialog));
      await studio.opener.open(FILE);
      expect(new Set(dialogs)).toEqual(new Set([undefined, 'map']));
      studio.store.setState({ dialog: undefined });
      void studio.opener.open(FILE);
      vi.advanceTimersByTime(300);
      expect(studio.store.getState().dialog).toBe('reading');
    } finally {
      vi.useRealTimers();
    }
  });

  it('remembers the classes for the next map of the kind', async () => {
    const { studio } = setUp();
    await studio.opener.open(FILE);
    studio.maps.setClass('90', 5);
    await takeMap(studio, { paint: false });
    await studio.opener.open(new File(['other'], 'next.png'));
    expect(studio.store.getState().mapImport).toMatchObject({ regions: [{ classId: 7 }, { key: '90', classId: 5 }] });
  });

  it('ends the reader when the dialog is closed, and hears nothing of what was left for another file', async () => {
    const { studio, readers } = setUp();
    const left = studio.opener.open(FILE);
    await Promise.all([left, studio.opener.open(new File(['other'], 'next.png'))]);
    expect(readers.map(({ disposed }) => disposed)).toEqual([true, false]);
    expect(studio.store.getState().mapImport).toMatchObject({ name: 'next.png' });
    studio.store.setState({ dialog: undefined });
    expect(readers[1]!.disposed).toBe(true);
    expect(studio.store.getState().mapImport).toBeUndefined();
  });

  it('says what it cannot read, and leaves the work alone', async () => {
    const { studio } = setUp();
    const before = studio.document.layout.ids.slice();
    await studio.opener.open(new File(['…'], 'bad.png'));
    expect(studio.store.getState()).toMatchObject({
      dialog: 'reading',
      opening: { phase: 'failed', problem: { code: 'damaged', file: 'bad.png' } },
    });
    expect(studio.document.layout.ids).toEqual(before);
  });

  it('cuts where the person wants it, or stretches', async () => {
    const { studio, readers } = setUp();
    await studio.opener.open(FILE);
    studio.maps.setLattice({ rows: 16, columns: 16 });
    studio.maps.setPlace(7);
    await studio.maps.take();
    expect(readers[0]!.fits[0]!.crop).toEqual({ x: 100, y: 0, width: 100, height: 100 });
    await studio.opener.open(FILE);
    studio.maps.setFit('stretch');
    await studio.maps.take();
    expect(readers[1]!.fits[0]!.crop).toEqual({ x: 0, y: 0, width: 200, height: 100 });
  });

  it('makes of a map something that can be painted, also where the picture was extended beyond that', async () => {
    const { studio, readers } = setUp();
    studio.document.reset({ lattice: PANORAMA });
    await studio.opener.open(FILE);
    await takeMap(studio, { paint: false });
    const { lattice } = studio.document;
    // The map is twice as wide as it is high.
    expect(lattice).toEqual({ rows: 28, columns: 56 });
    expect(readers[0]!.fits[0]).toMatchObject({ width: 896, height: 448 });
    expect(runCommand(studio, 'paint')).toBe(true);
  });

  it('takes no lattice that there cannot be', async () => {
    const { studio } = setUp();
    await studio.opener.open(FILE);
    studio.maps.setLattice({ rows: 7, columns: 9 });
    expect(studio.store.getState().mapImport).toMatchObject({ lattice: NEAREST });
  });
});

describe('a queue of maps', () => {
  it('paints one after the other, tells what failed, and goes on', async () => {
    const { studio } = setUp();
    const painted: number[] = [];
    const painter = vi.spyOn(studio.painter, 'paint').mockImplementation(() => {
      painted.push(studio.document.layout.ids[0]!);
      return Promise.resolve();
    });
    await studio.queue.start([FILE, new File(['…'], 'bad.png'), FILE]);
    expect(painter).toHaveBeenCalledTimes(2);
    expect(painted).toEqual([7, 7]);
    const { mapQueue } = studio.store.getState();
    // The pictures are not painted here, so they count as left.
    expect(mapQueue).toMatchObject({
      running: false,
      items: [{ state: 'left' }, { state: 'failed', problem: { code: 'damaged', file: 'bad.png' } }, { state: 'left' }],
    });
  });

  it('that is stopped while a map is read leaves the work alone, and paints nothing', async () => {
    const { studio } = setUp();
    const before = studio.document.layout.ids.slice();
    const painter = vi.spyOn(studio.painter, 'paint').mockResolvedValue();
    const running = studio.queue.start([FILE, FILE]);
    expect(studio.store.getState().mapQueue?.items[0]?.state).toBe('reading');
    studio.queue.stop();
    await running;
    expect(painter).not.toHaveBeenCalled();
    expect(studio.document.layout.ids).toEqual(before);
    expect(studio.store.getState()).toMatchObject({
      history: { canUndo: false },
      mapQueue: { running: false, items: [{ state: 'left' }, { state: 'left' }] },
    });
  });

  it('paints them in a format that can be painted, also where the picture was extended beyond that', async () => {
    const { studio } = setUp();
    studio.document.reset({ lattice: PANORAMA });
    const painter = vi.spyOn(studio.painter, 'paint').mockResolvedValue();
    await studio.queue.start([FILE, FILE]);
    expect(painter).toHaveBeenCalledTimes(2);
    expect(studio.document.lattice).toEqual({ rows: 28, columns: 56 });
  });

  it('leaves what is still to come when it is stopped', async () => {
    const { studio } = setUp();
    let go: () => void = () => undefined;
    vi.spyOn(studio.painter, 'paint').mockReturnValue(new Promise((resolve) => (go = resolve)));
    const running = studio.queue.start([FILE, FILE]);
    await vi.waitFor(() => expect(studio.store.getState().mapQueue?.items[0]?.state).toBe('painting'));
    studio.queue.stop();
    go();
    await running;
    expect(studio.store.getState().mapQueue).toMatchObject({
      running: false,
      items: [{ state: 'left' }, { state: 'left' }],
    });
  });
});
