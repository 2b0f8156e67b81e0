import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANY, CLASSES } from '../classes.ts';
import { conventionsWith } from './conventions.ts';
import { EXPORTED, type ExportedConvention } from './convention.ts';
import { exportLayout } from './exported.ts';
import { readLabelMap } from './readLabelMap.ts';

const CONVENTIONS = conventionsWith();

/** GauGAN has nothing for "any", ADE20K neither clouds nor snow. */
function canSay(convention: ExportedConvention, classId: number): boolean {
  if (convention === 'gaugan') return classId !== ANY;
  return convention === 'coco-stuff' || (classId !== 2 && classId !== 4);
}

describe('a layout in a convention of others', () => {
  it.each(EXPORTED)('comes back from %s as it was, pixel for pixel, wherever it can be said', (convention) => {
    const classes = CLASSES.map(({ id }) => id).filter((id) => canSay(convention, id));
    const ids = fc.array(fc.constantFrom(...classes), { minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(ids, (pixels) => {
        const layout = { width: 8, height: 8, ids: Uint8Array.from(pixels) };
        const values = exportLayout(layout, convention);
        const by = convention === 'gaugan' ? 'color' : 'index';
        const map = { width: 8, height: 8, values, by, lossy: false, says: convention } as const;
        const { slots, regions } = readLabelMap(map, CONVENTIONS);
        expect(Array.from(slots, (slot) => regions[slot]!.classId)).toEqual(pixels);
      }),
    );
  });

  it.each(EXPORTED)('has something for every class in %s', (convention) => {
    const all = { width: 12, height: 1, ids: Uint8Array.from(CLASSES, ({ id }) => id) };
    const known = CONVENTIONS.find(({ id }) => id === convention)!.meanings;
    const values = exportLayout(all, convention);
    const unknown = CLASSES.filter((_, at) => !known.has(values[at]!)).map(({ id }) => id);
    expect(unknown).toEqual(convention === 'gaugan' ? [ANY] : []);
  });
});
