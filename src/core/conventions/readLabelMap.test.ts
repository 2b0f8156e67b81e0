import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANY, CLASSES } from '../classes.ts';
import { parseColor } from '../rgb.ts';
import { CONVENTION_IDS, type Convention, type ConventionId } from './convention.ts';
import { conventionsWith } from './conventions.ts';
import type { LabelMap } from './labelMap.ts';
import { readLabelMap } from './readLabelMap.ts';
import { MOST_REGIONS } from './regionsByValue.ts';

const CONVENTIONS = conventionsWith();
/** Those whose values mean something by themselves. */
const NAMED = CONVENTIONS.filter(({ unnamed }) => unnamed !== true).map(({ id }) => id);
const conventionOf = (id: ConventionId): Convention => CONVENTIONS.find((one) => one.id === id)!;

/** A value that means a class of ours. */
function valueFor(convention: Convention, classId: number): number | undefined {
  return [...convention.meanings].find(([, meaning]) => meaning.classId === classId)?.[0];
}

const SIDE = 64;
/** From the top down, each a quarter of the map. */
const BANDS = [1, 3, 6, 9];

/** A landscape as a convention writes it: sky, mountain, trees, water. */
function landscape(id: ConventionId, bands: readonly number[] = BANDS): LabelMap {
  const convention = conventionOf(id);
  const values = Uint32Array.from({ length: SIDE * SIDE }, (_, at) => {
    const band = Math.floor(at / SIDE / (SIDE / bands.length));
    return valueFor(convention, bands[band]!) ?? valueFor(convention, 7)!;
  });
  return { width: SIDE, height: SIDE, values, by: convention.by, lossy: false };
}

describe('the conventions', () => {
  it('are all there, each with classes of ours', () => {
    expect(CONVENTIONS.map(({ id }) => id)).toEqual(CONVENTION_IDS);
    for (const { meanings, unnamed = false } of CONVENTIONS) {
      const classes = new Set(Array.from(meanings.values(), ({ classId }) => classId));
      expect(classes.has(1)).toBe(!unnamed);
      for (const id of classes) expect(id).toSatisfy((one: number) => one >= 1 && one <= ANY);
    }
  });

  it('have GauGAN’s 182 colours, whose red byte is the id', () => {
    const { meanings } = conventionOf('gaugan');
    expect(meanings.size).toBe(182);
    const names = Array.from(conventionOf('coco-stuff').meanings, ([id, { name }]) => [id, name]);
    for (const [color, { name }] of meanings) expect(names).toContainEqual([color >> 16, name]);
  });

  it('have the sky where everyone looks for it', () => {
    const sky = (id: ConventionId) => valueFor(conventionOf(id), 1);
    expect(sky('coco-stuff')).toBe(156);
    expect(sky('coco-stuff-1')).toBe(157);
    expect(sky('coco-pixel-maps')).toBe(157);
    expect(sky('ade20k')).toBe(3);
    expect(sky('ade20k-0')).toBe(2);
    expect(sky('cityscapes')).toBe(23);
    expect(sky('cityscapes-train')).toBe(10);
    expect(sky('cityscapes-colors')).toBe(0x4682b4);
    expect(sky('smart-sketch')).toBe(0x759edf);
    expect(sky('plein-air')).toBe(1);
    expect(sky('plein-air-colors')).toBe(parseColor(CLASSES[0].color));
  });
});

describe('recognizing a map', () => {
  it.each(NAMED)('reads a landscape in %s', (id) => {
    const map = landscape(id);
    const read = readLabelMap(map, CONVENTIONS);
    const wanted = Array.from(map.values, (value) => conventionOf(id).meanings.get(value)!.classId);
    expect(Array.from(read.slots, (slot) => read.regions[slot]!.classId)).toEqual(wanted);
    expect(read.exact).toBe(1);
    // Conventions that write this map alike are the same to it.
    expect([read.convention, ...read.alternatives]).toContain(id);
  });

  it('reads our own numbers as our own, also where another convention would see a landscape in them', () => {
    expect(readLabelMap(landscape('plein-air', [1, 3, 9, 6]), CONVENTIONS).convention).toBe('plein-air');
    expect(readLabelMap(landscape('plein-air', [1, 9, 6]), CONVENTIONS).convention).toBe('plein-air');
  });

  it('settles numbers by the sky above the ground', () => {
    // Of ADE20K, ids from 1: sky, trees, water, sand. From 0 the same numbers are other things.
    const map = landscape('ade20k', [1, 6, 9, 10]);
    expect(readLabelMap(map, CONVENTIONS).convention).toBe('ade20k');
    const turned = { ...landscape('ade20k-0', [1, 6, 9, 10]) };
    expect(readLabelMap(turned, CONVENTIONS).convention).toBe('ade20k-0');
  });

  it('believes a palette’s known colours before its numbers', () => {
    const { meanings } = conventionOf('ade20k-colors');
    const colors = [1, 6, 9].map((id) => [...meanings].find(([, { classId }]) => classId === id)![0]);
    const values = Uint8Array.from({ length: SIDE * SIDE }, (_, at) => Math.floor((3 * at) / (SIDE * SIDE)));
    const map: LabelMap = { width: SIDE, height: SIDE, values, by: 'index', palette: colors, lossy: false };
    const read = readLabelMap(map, CONVENTIONS);
    expect(read.convention).toBe('ade20k-colors');
    expect(new Set(read.regions.map(({ classId }) => classId))).toEqual(new Set([1, 6, 9]));
  });

  it('gives a blended edge the class of the nearest exact pixel, never of the nearest colour', () => {
    const { meanings } = conventionOf('gaugan');
    const sky = valueFor(conventionOf('gaugan'), 1)!;
    const grass = valueFor(conventionOf('gaugan'), 7)!;
    const map = landscape('gaugan', [1, 7]);
    // Every colour that is in no table, in a line between the two.
    const blended = Uint32Array.from({ length: SIDE }, (_, x) => 0x800000 + x);
    for (const color of blended) expect(meanings.has(color)).toBe(false);
    map.values.set(blended, SIDE * (SIDE / 2 - 1));
    map.values.set(blended, SIDE * (SIDE / 2));
    const read = readLabelMap(map, CONVENTIONS);
    expect(read.convention).toBe('gaugan');
    expect(read.exact).toBeCloseTo(1 - 2 / SIDE);
    const classAt = (y: number) => read.regions[read.slots[y * SIDE + 20]!]!.classId;
    expect([classAt(SIDE / 2 - 1), classAt(SIDE / 2)]).toEqual([
      meanings.get(sky)!.classId,
      meanings.get(grass)!.classId,
    ]);
  });

  it('forgives a lossy format a little', () => {
    const map = landscape('cityscapes-colors');
    const noisy = { ...map, lossy: true, values: Uint32Array.from(map.values, (value, at) => value ^ (at % 4)) };
    const read = readLabelMap(noisy, CONVENTIONS);
    expect(['cityscapes-colors', 'coco-panoptic']).toContain(read.convention);
    expect(read.exact).toBe(1);
    expect(read.regions.length).toBeLessThanOrEqual(BANDS.length);
  });

  it('takes the convention that a person has chosen', () => {
    const read = readLabelMap(landscape('ade20k'), CONVENTIONS, 'coco-stuff');
    expect(read.convention).toBe('coco-stuff');
    expect(readLabelMap(landscape('ade20k'), CONVENTIONS, 'unknown').convention).toBeUndefined();
  });

  it('has no more regions of an unknown map than a person names, none of them named', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffffff), { minLength: 1, maxLength: 200 }), fc.boolean(), (colors, lossy) => {
        const values = Uint32Array.from({ length: 16 * 16 }, (_, at) => colors[at % colors.length]!);
        const map: LabelMap = { width: 16, height: 16, values, by: 'color', lossy };
        const read = readLabelMap(map, CONVENTIONS, 'unknown');
        expect(read.regions.length).toBeLessThanOrEqual(MOST_REGIONS);
        expect(
          read.regions.every(({ name, classId, guessed }) => name === undefined && guessed === (classId !== ANY)),
        ).toBe(true);
        expect(read.slots.every((slot) => slot < read.regions.length)).toBe(true);
        expect(read.regions.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
      }),
      { numRuns: 60 },
    );
  });

  it('reads any numbers without an error, every pixel in a region', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (values) => {
        const map: LabelMap = { width: 8, height: 8, values, by: 'index', lossy: false };
        const read = readLabelMap(map, CONVENTIONS);
        expect(read.slots.every((slot) => slot < read.regions.length)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
