import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MapReaderClient } from '../../engine/createMapReader.ts';
import type { FitRequest, MapReading, ReadRequest } from '../../protocol/mapReader.ts';
import { runCommand } from '../commands.ts';
import { fakeStudio, LATTICE } from '../testing/fakeStudio.ts';
import { placeLayout, takeMap } from './mapActions.ts';

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
  kind: 'map',
  preview: { width: 2, height: 1, slots: Uint8Array.of(0, 1) },
};

class FakeReader implements MapReaderClient {
  readonly reads: ReadRequest[] = [];
  readonly fits: FitRequest[] = [];
  disposed = false;

  read(request: ReadRequest) {
    this.reads.push(request);
    const bad = request.file instanceof File && request.file.name === 'bad.png';
    return Promise.resolve(
      bad ? ({ ok: false, sentence: 'It is bad.' } as const) : ({ ok: true, value: READING } as const),
    );
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
    await studio.maps.open(FILE);
    expect(studio.store.getState()).toMatchObject({ dialog: 'map', mapImport: { phase: 'read', name: 'map.png' } });
    studio.maps.setClass('7', 10);
    await takeMap(studio, { paint: false });
    expect(readers[0]!.fits[0]).toMatchObject({ crop: { x: 50, y: 0, width: 100, height: 100 } });
    expect(studio.document.layout.ids.every((id) => id === 10)).toBe(true);
    expect(studio.store.getState()).toMatchObject({ dialog: undefined, mapImport: undefined });
    studio.history.undo();
    expect(studio.document.layout.ids).toEqual(before);
  });

  it('remembers the classes for the next map of the kind', async () => {
    const { studio } = setUp();
    await studio.maps.open(FILE);
    studio.maps.setClass('90', 5);
    await takeMap(studio, { paint: false });
    await studio.maps.open(new File(['other'], 'next.png'));
    expect(studio.store.getState().mapImport).toMatchObject({ regions: [{ classId: 7 }, { key: '90', classId: 5 }] });
  });

  it('ends the reader when the dialog is closed, and hears nothing of it after that', async () => {
    const { studio, readers } = setUp();
    const opening = studio.maps.open(FILE);
    studio.store.setState({ dialog: undefined });
    await opening;
    expect(readers[0]!.disposed).toBe(true);
    expect(studio.store.getState().mapImport).toBeUndefined();
  });

  it('says in a sentence what it cannot read, and leaves the work alone', async () => {
    const { studio } = setUp();
    const before = studio.document.layout.ids.slice();
    await studio.maps.open(new File(['…'], 'bad.png'));
    expect(studio.store.getState().mapImport).toMatchObject({ phase: 'failed', sentence: 'It is bad.' });
    expect(studio.document.layout.ids).toEqual(before);
  });

  it('cuts where the person wants it, or stretches', async () => {
    const { studio, readers } = setUp();
    await studio.maps.open(FILE);
    studio.maps.setPlace(7);
    await studio.maps.take();
    expect(readers[0]!.fits[0]!.crop).toEqual({ x: 100, y: 0, width: 100, height: 100 });
    await studio.maps.open(FILE);
    studio.maps.setFit('stretch');
    await studio.maps.take();
    expect(readers[1]!.fits[0]!.crop).toEqual({ x: 0, y: 0, width: 200, height: 100 });
  });

  it('makes of a map something that can be painted, also where the picture was extended beyond that', async () => {
    const { studio, readers } = setUp();
    studio.document.reset({ lattice: PANORAMA });
    await studio.maps.open(FILE);
    await takeMap(studio, { paint: false });
    const { lattice } = studio.document;
    // The map is twice as wide as it is high.
    expect(lattice).toEqual({ rows: 28, columns: 56 });
    expect(readers[0]!.fits[0]).toMatchObject({ width: 896, height: 448 });
    expect(runCommand(studio, 'paint')).toBe(true);
  });

  it('takes no lattice that there cannot be', async () => {
    const { studio } = setUp();
    await studio.maps.open(FILE);
    studio.maps.setLattice({ rows: 7, columns: 9 });
    expect(studio.store.getState().mapImport).toMatchObject({ lattice: LATTICE });
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
    await studio.queue.start(studio, [FILE, new File(['…'], 'bad.png'), FILE]);
    expect(painter).toHaveBeenCalledTimes(2);
    expect(painted).toEqual([7, 7]);
    const { mapQueue } = studio.store.getState();
    // The pictures are not painted here, so they count as left.
    expect(mapQueue).toMatchObject({
      running: false,
      items: [{ state: 'left' }, { state: 'failed', sentence: 'It is bad.' }, { state: 'left' }],
    });
  });

  it('that is stopped while a map is read leaves the work alone, and paints nothing', async () => {
    const { studio } = setUp();
    const before = studio.document.layout.ids.slice();
    const painter = vi.spyOn(studio.painter, 'paint').mockResolvedValue();
    const running = studio.queue.start(studio, [FILE, FILE]);
    expect(studio.store.getState().mapQueue?.items[0]?.state).toBe('reading');
    studio.queue.stop(studio);
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
    await studio.queue.start(studio, [FILE, FILE]);
    expect(painter).toHaveBeenCalledTimes(2);
    expect(studio.document.lattice).toEqual({ rows: 28, columns: 56 });
  });

  it('leaves what is still to come when it is stopped', async () => {
    const { studio } = setUp();
    let go: () => void = () => undefined;
    vi.spyOn(studio.painter, 'paint').mockReturnValue(new Promise((resolve) => (go = resolve)));
    const running = studio.queue.start(studio, [FILE, FILE]);
    await vi.waitFor(() => expect(studio.store.getState().mapQueue?.items[0]?.state).toBe('painting'));
    studio.queue.stop(studio);
    go();
    await running;
    expect(studio.store.getState().mapQueue).toMatchObject({
      running: false,
      items: [{ state: 'left' }, { state: 'left' }],
    });
  });
});

it('places a layout of another lattice', async () => {
  const { studio } = setUp();
  await placeLayout(studio, new Uint8Array(256 * 128).fill(3), { rows: 8, columns: 16 });
  expect(studio.document.lattice).toEqual({ rows: 8, columns: 16 });
});
