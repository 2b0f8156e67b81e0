import { ANY } from '../classes.ts';
import type { Layout } from '../layout.ts';
import { parseColor } from '../rgb.ts';
import { COCO_STUFF } from './cocoStuff.ts';
import type { ExportedConvention } from './convention.ts';

/** By class: COCO-Stuff from 0 (255 nothing), and ADE20K from 1 (0 other), which has neither clouds nor snow. */
const VALUES: Readonly<Record<number, readonly [coco: number, ade20k: number]>> = {
  1: [156, 3], // sky
  2: [105, 3], // clouds; sky
  3: [134, 17], // mountain
  4: [158, 17], // snow; mountain
  5: [149, 35], // rock
  6: [168, 5], // tree
  7: [123, 10], // grass
  8: [141, 18], // plant
  9: [177, 22], // water
  10: [153, 47], // sand
  11: [110, 14], // dirt; earth
  [ANY]: [255, 0],
};

/** What GauGAN has for "any": no published colour, so that it is read as whatever is nearest. */
const NO_COLOR = 0x000000;

/**
 * A layout in the values of a convention.
 * @returns numbers, or, for GauGAN, colours 0xrrggbb; row by row
 */
export function exportLayout({ ids }: Layout, convention: ExportedConvention): Uint8Array | Uint32Array {
  const valueOf = (classId: number) => {
    const [coco, ade20k] = VALUES[classId] ?? VALUES[ANY]!;
    if (convention === 'ade20k') return ade20k;
    return convention === 'coco-stuff' ? coco : gauganColor(coco);
  };
  const table = Uint32Array.from({ length: ANY + 1 }, (_, classId) => valueOf(classId));
  const values = convention === 'gaugan' ? new Uint32Array(ids.length) : new Uint8Array(ids.length);
  for (let at = 0; at < ids.length; at++) values[at] = table[ids[at]!]!;
  return values;
}

function gauganColor(id: number): number {
  const row = COCO_STUFF.find((one) => Number(one.id) === id);
  return row?.gaugan === undefined ? NO_COLOR : parseColor(row.gaugan);
}
