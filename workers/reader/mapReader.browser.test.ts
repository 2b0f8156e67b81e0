import { encode } from 'fast-png';
import { afterEach, describe, expect, it } from 'vitest';
import { CLASSES } from '../../src/core/classes.ts';
import { createMapReader, type MapReaderClient } from '../../src/engine/createMapReader.ts';

let reader: MapReaderClient | undefined;
afterEach(() => reader?.dispose());

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

describe('the map reader in its worker', () => {
  it.each(['image/jpeg', 'image/webp'])('reads %s by its colours, and says that they are not exact', async (type) => {
    reader = createMapReader();
    const read = await reader.read({ file: await painted(type), classes: CLASSES });
    expect(read).toMatchObject({ ok: true, value: { convention: 'gaugan', lossy: true, width: 320, height: 160 } });
    const regions = read.ok ? read.value.regions : [];
    const classIds = Uint8Array.from(regions, ({ classId }) => classId);
    const crop = { x: 0, y: 0, width: 320, height: 160 };
    const fitted = await reader.fit({ crop, width: 256, height: 128, classIds });
    expect(fitted.ok && [fitted.value[20 * 256 + 100], fitted.value[120 * 256 + 100]]).toEqual([1, 7]);
  });

  it('reads the largest map that there may be', async () => {
    reader = createMapReader();
    const side = 8192;
    const data = new Uint8Array(side * side).fill(3, 0, (side * side) / 2).fill(10, (side * side) / 2);
    const file = new Blob([new Uint8Array(encode({ width: side, height: side, data, channels: 1 }))]);
    const read = await reader.read({ file, classes: CLASSES });
    expect(read).toMatchObject({ ok: true, value: { convention: 'ade20k', exact: 1 } });
    const crop = { x: 0, y: 0, width: side, height: side };
    const fitted = await reader.fit({ crop, width: 512, height: 512, classIds: Uint8Array.of(1, 7) });
    expect(fitted.ok && new Set(fitted.value)).toEqual(new Set([1, 7]));
  });

  it('tells a photograph among maps', async () => {
    reader = createMapReader();
    const map = await reader.read({ file: await painted('image/png'), classes: CLASSES });
    expect(map).toMatchObject({ ok: true, value: { kind: 'map' } });
    const data = Uint8Array.from({ length: 3 * 128 * 128 }, (_, at) => (at * 89) % 251);
    const file = new Blob([new Uint8Array(encode({ width: 128, height: 128, data, channels: 3 }))]);
    expect(await reader.read({ file, classes: CLASSES })).toMatchObject({ ok: true, value: { kind: 'photograph' } });
  });

  it('answers what is stopped with a sentence', async () => {
    reader = createMapReader();
    const reading = reader.read({ file: await painted('image/png'), classes: CLASSES });
    reader.dispose();
    expect(await reading).toEqual({ ok: false, sentence: 'Reading the map was stopped.' });
  });

  it('says what is no picture at all', async () => {
    reader = createMapReader();
    const read = await reader.read({ file: new Blob(['not a picture']), classes: CLASSES });
    expect(read).toMatchObject({ ok: false });
  });
});
