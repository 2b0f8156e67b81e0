import { describe, expect, it } from 'vitest';
import { ANY } from '../classes.ts';
import type { ConventionId } from './convention.ts';
import { conventionsWith } from './conventions.ts';
import { TRANSPARENT, type LabelMap } from './labelMap.ts';
import { readLabelMap } from './readLabelMap.ts';
import { bandedMap, type Band } from './testing/bandedMap.ts';
import { VOC_COLORS } from './voc.ts';

const CONVENTIONS = conventionsWith();
const read = (map: LabelMap) => readLabelMap(map, CONVENTIONS);
const numbers = (...bands: readonly Band[]) => bandedMap('index', bands);
const colors = (...bands: readonly Band[]) => bandedMap('color', bands);
const classesOf = (map: LabelMap) => Object.fromEntries(read(map).regions.map(({ key, classId }) => [key, classId]));

describe('numbers', () => {
  it('of a street in Cityscapes are read as such, with its 34 ids and with its 19 training ids', () => {
    const ids = numbers([23, 25], [11, 20], [21, 12], [17, 1], [20, 1], [26, 5], [8, 3], [7, 28], [1, 5]);
    expect(read(ids)).toMatchObject({ convention: 'cityscapes', exact: 1, alternatives: ['cityscapes-train'] });
    expect(classesOf(ids)).toMatchObject({ 7: 11, 21: 6, 23: 1, 26: ANY, 1: ANY });
    const trained = numbers([10, 25], [2, 20], [8, 12], [5, 1], [7, 1], [13, 5], [1, 3], [0, 28], [255, 5]);
    expect(read(trained)).toMatchObject({ convention: 'cityscapes-train', exact: 1, alternatives: ['cityscapes'] });
    for (const [id, count] of [
      ['cityscapes', 34],
      ['cityscapes-train', 19],
    ] as const) {
      const { meanings } = CONVENTIONS.find((one) => one.id === id)!;
      for (let value = 0; value < count; value++) expect(meanings.has(value)).toBe(true);
    }
  });

  it('that one convention knows to the last pixel are not another’s that knows 98 % of them', () => {
    // A river under a bridge in COCO-Stuff; mmsegmentation would see clouds, snow and hills, but has no 172.
    const map = numbers([94, 22], [172, 1], [147, 27], [115, 20], [139, 20], [168, 10]);
    expect(read(map)).toMatchObject({ convention: 'coco-stuff', exact: 1 });
    expect(classesOf(map)).toMatchObject({ 147: 9, 168: 6, 139: 11 });
  });

  it('of ADE20K begin at 1 or at 0 by what is plausible in any scene, and the other reading is offered', () => {
    const street = numbers([0, 1], [3, 9], [49, 20], [2, 70]);
    expect(read(street)).toMatchObject({
      convention: 'ade20k',
      alternatives: expect.arrayContaining(['ade20k-0']) as unknown,
    });
    expect(classesOf(street)).toEqual({ 0: ANY, 2: ANY, 3: 1, 49: ANY });
    const meadow = numbers([2, 40], [16, 20], [4, 10], [9, 30]);
    expect(read(meadow)).toMatchObject({
      convention: 'ade20k-0',
      alternatives: expect.arrayContaining(['ade20k']) as unknown,
    });
    expect(classesOf(meadow)).toEqual({ 2: 1, 16: 3, 4: 6, 9: 7 });
  });

  it('of the Jittor landscapes are read as such', () => {
    const map = numbers([1, 38], [0, 20], [5, 6], [20, 16], [12, 20]);
    expect(read(map).convention).toBe('jittor');
    expect(classesOf(map)).toEqual({ 0: 3, 1: 1, 5: 6, 12: 7, 20: 9 });
  });

  it('that nobody knows keep a region each, however near they are, the most frequent first', () => {
    const bands = Array.from({ length: 14 }, (_, n): Band => [200 + n, n === 13 ? 22 : 6]);
    const { convention, regions } = read(numbers(...bands));
    expect(convention).toBeUndefined();
    expect(regions.map(({ key }) => key)).toEqual(['213', ...Array.from({ length: 13 }, (_, n) => String(200 + n))]);
    expect(regions.every(({ color, classId }) => color === undefined && classId === ANY)).toBe(true);
  });

  it('that are very many are as many regions as one names, and the rest is one', () => {
    const values = Uint32Array.from({ length: 100 * 100 }, (_, at) => 1000 + Math.floor(at / 100));
    const { regions } = read({ width: 100, height: 100, values, by: 'index', lossy: false });
    expect(regions).toHaveLength(64);
    expect(regions[0]).toMatchObject({ key: 'other', classId: ANY, share: 0.37 });
  });
});

describe('a mask', () => {
  it.each([
    [0, 1],
    [0, 255],
    [255, 0],
  ])('of %i above %i is asked about', (top, bottom) => {
    const mask = read(numbers([top, 50], [bottom, 50]));
    expect(mask).toMatchObject({ convention: undefined, isMask: true, unnamed: true });
    expect(mask.regions.map(({ classId }) => classId)).toEqual([ANY, ANY]);
    expect(read({ ...numbers([0, 50], [1, 50]), palette: [0x000000, 0xffffff] })).toMatchObject({ isMask: true });
  });

  it('is read as what it says that it is', () => {
    expect(read({ ...numbers([1, 50], [255, 50]), says: 'plein-air' }).convention).toBe('plein-air');
  });
});

describe('colours of VOC', () => {
  const labels: readonly Band[] = [
    [1, 25],
    [2, 25],
    [3, 25],
    [4, 25],
  ];

  it('are labels to name and mean nothing by themselves, in a palette and without one', () => {
    const palette = VOC_COLORS.slice(0, 5);
    const colored = colors(...labels.map(([label, rows]): Band => [VOC_COLORS[label]!, rows]));
    for (const map of [bandedMap('index', labels, { palette }), colored]) {
      const { convention, unnamed, regions } = read(map);
      expect({ convention, unnamed }).toEqual({ convention: 'voc', unnamed: true });
      expect(regions.map(({ name, classId }) => [name, classId])).toEqual(
        ['1', '2', '3', '4'].map((name) => [name, ANY]),
      );
    }
  });

  it('are those of its development kit', () => {
    expect(VOC_COLORS.slice(0, 6)).toEqual([0x000000, 0x800000, 0x008000, 0x808000, 0x000080, 0x800080]);
    expect(VOC_COLORS[20]).toBe(0x004080);
    expect(VOC_COLORS[255]).toBe(0xe0e0c0);
  });
});

describe('two channels', () => {
  it('of a panoptic map are a class and the number of an instance', () => {
    const panoptic = colors([0xbb0000, 40], [0xc00000, 20], [0x010100, 2], [0x010200, 2], [0xc10000, 36]);
    expect(read(panoptic)).toMatchObject({ convention: 'coco-panoptic-ids', exact: 1 });
    expect(classesOf(panoptic)).toEqual({ 187: 1, 192: 3, 1: ANY, 193: 7 });
  });

  it('of ADE20K’s full maps are labels to name, and instances do not part them', () => {
    const seg = colors([0x5a7501, 30], [0x0a3902, 20], [0x0a3903, 20], [0x6e2804, 30]);
    const { convention, unnamed, regions } = read(seg);
    expect({ convention, unnamed }).toEqual({ convention: 'ade20k-full', unnamed: true });
    expect(regions.map(({ name }) => name)).toEqual(['313', '2421', '2856']);
  });

  it('are not seen in colours that only lack blue', () => {
    expect(read(colors([0xff0000, 40], [0x00ff00, 60])).convention).toBeUndefined();
  });
});

describe('colours that nobody knows', () => {
  it('have a first guess by hue and height, and each its own colour', () => {
    const map = colors([0x3c78f0, 40], [0x777777, 10], [0x30c030, 30], [0x2040d0, 20]);
    const { regions } = read(map);
    expect(Object.fromEntries(regions.map(({ color, classId }) => [color, classId]))).toEqual({
      [0x3c78f0]: 1,
      [0x777777]: 3,
      [0x30c030]: 7,
      [0x2040d0]: 9,
    });
    expect(regions.every(({ guessed }) => guessed)).toBe(true);
  });

  it('are not guessed where the hue says nothing of a landscape', () => {
    expect(Object.values(classesOf(colors([0xff00ff, 50], [0xcc0022, 50])))).toEqual([ANY, ANY]);
  });

  it('keep a region each in a flat map, and blends are the nearest’s', () => {
    const some = Array.from({ length: 20 }, (_, n): Band => [0x550000 + 0x0b07 * n, 5]);
    const map = colors(...some);
    map.values[250] = 0x123456;
    expect(read(map).regions.map(({ key }) => key)).not.toContain('#123456');
    expect(read(map).regions).toHaveLength(20);
  });
});

describe('colours of which half are known', () => {
  it('are a convention’s where the others are blends, and nobody’s where they are colours', () => {
    const [sky, grass] = [0x9ceedd, 0x7bc800];
    const smooth = colors([sky, 30], [grass, 70]);
    for (let at = 3000; at < 7500; at++) smooth.values[at] = 0x800000 + at;
    expect(read(smooth)).toMatchObject({ convention: 'gaugan', exact: 0.55 });
    expect(read(colors([sky, 30], [0xabcdef, 40], [grass, 30])).convention).toBeUndefined();
  });
});

describe('what is transparent', () => {
  it('is any, and counts neither for nor against a convention', () => {
    const gaugan = { sky: 0x9ceedd, grass: 0x7bc800 };
    const map = colors([TRANSPARENT, 60], [gaugan.sky, 10], [gaugan.grass, 30]);
    const { convention, exact, regions } = read(map);
    expect({ convention, exact }).toEqual({ convention: 'gaugan', exact: 1 });
    expect(regions.map(({ key, classId }) => [key, classId])).toEqual([
      ['transparent', ANY],
      ['#7bc800', 7],
      ['#9ceedd', 1],
    ]);
  });
});

describe('colours of another profile', () => {
  const GAUGAN: readonly Band[] = [
    [0x9ceedd, 40],
    [0x869664, 20],
    [0x7bc800, 40],
  ];

  it('are compared as they are in sRGB, to within a rounding', () => {
    // What stands in the file is elsewhere; the profile brings it back, one too high.
    const toSrgb = (color: number) => (color ^ 0xffffff) + 0x010101;
    const map = bandedMap(
      'color',
      GAUGAN.map(([color, rows]): Band => [color ^ 0xffffff, rows]),
      { toSrgb },
    );
    expect(read(map)).toMatchObject({ convention: 'gaugan', exact: 1 });
  });

  it('are those that stand in the file where a profile was put on without converting', () => {
    const map = bandedMap('color', GAUGAN, { toSrgb: (color) => color ^ 0xffffff });
    expect(read(map)).toMatchObject({ convention: 'gaugan', exact: 1 });
  });
});

it('a convention that a person has chosen and that knows nothing is one region, any', () => {
  const chosen: ConventionId = 'ade20k-colors';
  const { regions } = readLabelMap(colors([0x123456, 100]), CONVENTIONS, chosen);
  expect(regions).toMatchObject([{ key: 'other', classId: ANY, share: 1 }]);
});
