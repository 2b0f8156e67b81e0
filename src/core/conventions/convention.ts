import type { ValueKind } from './labelMap.ts';

/** How a segmentation map may say what lies where. */
export interface Convention {
  readonly id: ConventionId;
  /** What a pixel holds: a number (a grey value or an index of a palette), or a colour. */
  readonly by: ValueKind;
  /** What each value means: a number, or a colour as 0xrrggbb. */
  readonly meanings: ReadonlyMap<number, Meaning>;
  /** The values are labels that mean what whoever drew them meant: a person names them. */
  readonly unnamed?: boolean;
}

export interface Meaning {
  /** The convention's own name of it; where it has none, the number of the label. */
  readonly name: string;
  /** The class of ours; `ANY` where we have none. */
  readonly classId: number;
}

export const CONVENTION_IDS = [
  'plein-air',
  'plein-air-colors',
  'coco-stuff',
  'coco-stuff-1',
  'coco-pixel-maps',
  'spade',
  'gaugan',
  'smart-sketch',
  'ade20k',
  'ade20k-0',
  'ade20k-colors',
  'ade20k-full',
  'cityscapes',
  'cityscapes-train',
  'cityscapes-colors',
  'coco-panoptic',
  'coco-panoptic-ids',
  'mmsegmentation',
  'mmsegmentation-colors',
  'jittor',
  'voc',
] as const;
export type ConventionId = (typeof CONVENTION_IDS)[number];

/** Those that a layout can be written in, beside ours. */
export const EXPORTED = ['coco-stuff', 'gaugan', 'ade20k'] as const satisfies readonly ConventionId[];
export type ExportedConvention = (typeof EXPORTED)[number];

/** Numbers of one list of classes that begin elsewhere: what is read as one may always be meant as the other. */
const SIBLINGS: readonly (readonly ConventionId[])[] = [
  ['ade20k', 'ade20k-0'],
  ['coco-stuff', 'coco-stuff-1'],
  ['cityscapes', 'cityscapes-train'],
];

export function siblingsOf(id: ConventionId): readonly ConventionId[] {
  return SIBLINGS.find((some) => some.includes(id))?.filter((one) => one !== id) ?? [];
}
