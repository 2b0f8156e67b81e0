import { encode } from 'fast-png';
import { afterEach, describe, expect, it } from 'vitest';
import { IoError } from '../../src/core/problem.ts';
import { CLASSES } from '../../src/core/classes.ts';
import { createPictureReader, type PictureReaderClient } from '../../src/engine/createPictureReader.ts';
import type { OpenRequest } from '../../src/protocol/pictureReader.ts';

let reader: PictureReaderClient | undefined;
afterEach(() => reader?.dispose());

/** What is read of a file: a map's reading, or what else it is. */
async function open(request: Omit<OpenRequest, 'classes'>) {
  reader?.dispose();
  reader = createPictureReader();
  const reply = await reader.open({ ...request, classes: CLASSES });
  if (!reply.ok) throw new IoError(reply.problem);
  return reply.value;
}

async function mapOf(file: Blob) {
  const value = await open({ file });
  if (value.kind !== 'map') throw new Error('It is a photograph.');
  return { map: value.map, reader: reader! };
}

/** GauGAN's sky above its grass. */
const SKY = '#9ceedd';
const GRASS = '#7bc800';

async function painted(type: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(320, 160);
  const context = canvas.getContext('2d')!;
  context.fillStyle = SKY;
  context.fillRect(0, 0, 320, 100);
  context.fillStyle = GRASS;
  context.fillRect(0, 100, 320, 60);
  return canvas.convertToBlob({ type, quality: 0.95 });
}

describe('a map in the reader’s worker', () => {
  it.each(['image/jpeg', 'image/webp'])(
    'is read from %s by its colours, and says that they are not exact',
    async (type) => {
      const { map, reader: own } = await mapOf(await painted(type));
      expect(map).toMatchObject({ convention: 'gaugan', lossy: true, width: 320, height: 160 });
      const classIds = Uint8Array.from(map.regions, ({ classId }) => classId);
      const crop = { x: 0, y: 0, width: 320, height: 160 };
      const fitted = await own.fit({ crop, width: 256, height: 128, classIds });
      expect(fitted.ok && [fitted.value[20 * 256 + 100], fitted.value[120 * 256 + 100]]).toEqual([1, 7]);
    },
  );

  it('is read where it is the largest that there may be', async () => {
    const side = 8192;
    const data = new Uint8Array(side * side).fill(3, 0, (side * side) / 2).fill(10, (side * side) / 2);
    const file = new Blob([new Uint8Array(encode({ width: side, height: side, data, channels: 1 }))]);
    const { map, reader: own } = await mapOf(file);
    expect(map).toMatchObject({ convention: 'ade20k', exact: 1 });
    const crop = { x: 0, y: 0, width: side, height: side };
    const fitted = await own.fit({ crop, width: 512, height: 512, classIds: Uint8Array.of(1, 7) });
    expect(fitted.ok && new Set(fitted.value)).toEqual(new Set([1, 7]));
  });

  it('is decoded once, and read in another way after that', async () => {
    const data = Uint8Array.from({ length: 128 * 128 }, (_, at) => (at < 64 * 128 ? 3 : 10));
    const file = new Blob([new Uint8Array(encode({ width: 128, height: 128, data, channels: 1 }))]);
    const { map, reader: own } = await mapOf(file);
    expect(map.readings.map(({ convention }) => convention)).toEqual(expect.arrayContaining(['ade20k', 'ade20k-0']));
    const { thumbnail } = map.readings.find(({ convention }) => convention === 'ade20k')!;
    expect([thumbnail.ids[0], thumbnail.ids.at(-1)]).toEqual([1, 7]);
    expect(map.preview.original).toBeUndefined();
    const again = await own.readAs({ classes: CLASSES, as: 'unknown' });
    expect(again).toMatchObject({ ok: true, value: { convention: undefined, regions: [{ key: '3' }, { key: '10' }] } });
  });

  it('shows the file’s own colours', async () => {
    const { map } = await mapOf(await painted('image/png'));
    expect([...map.preview.original!.subarray(0, 4)]).toEqual([0x9c, 0xee, 0xdd, 255]);
    expect(map.regions.map(({ color }) => color)).toEqual([0x9ceedd, 0x7bc800]);
  });

  it('is told from a photograph, and either is read as the other where a person says so', async () => {
    expect(await open({ file: await painted('image/png') })).toMatchObject({ kind: 'map' });
    const data = Uint8Array.from({ length: 3 * 128 * 128 }, (_, at) => (at * 89) % 251);
    const file = new Blob([new Uint8Array(encode({ width: 128, height: 128, data, channels: 3 }))]);
    expect(await open({ file })).toMatchObject({ kind: 'photograph', photograph: { width: 128 } });
    expect(await open({ file, as: 'map' })).toMatchObject({ kind: 'map' });
    expect(await open({ file: await painted('image/jpeg'), as: 'photograph' })).toMatchObject({ kind: 'photograph' });
  });

  it('that is a PNG too large for a map is a photograph', async () => {
    const data = Uint8Array.from({ length: 8200 * 64 }, (_, at) => (at * 89) % 251);
    const file = new Blob([new Uint8Array(encode({ width: 8200, height: 64, data, channels: 1 }))]);
    expect(await open({ file })).toMatchObject({ kind: 'photograph' });
  });

  it('answers what is stopped, and what is no picture', async () => {
    reader = createPictureReader();
    const reading = reader.open({ file: await painted('image/png'), classes: CLASSES });
    reader.dispose();
    expect(await reading).toEqual({ ok: false, problem: { code: 'reading-stopped' } });
    await expect(open({ file: new Blob(['not a picture']) })).rejects.toThrow('not-picture');
    const cut = new Uint8Array(await (await painted('image/png')).arrayBuffer()).slice(0, 90);
    await expect(open({ file: new Blob([cut]) })).rejects.toThrow('cut-off');
  });
});
