/** How a segmentation map may say what lies where. */
export interface Convention {
  readonly id: ConventionId;
  /** What a pixel holds: a number (a grey value or an index of a palette), or a colour. */
  readonly by: 'index' | 'color';
  /** What each value means: a number, or a colour as 0xrrggbb. */
  readonly meanings: ReadonlyMap<number, Meaning>;
}

export interface Meaning {
  /** The convention's own name of it. */
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
  'cityscapes',
  'cityscapes-train',
  'cityscapes-colors',
  'coco-panoptic',
  'mmsegmentation',
  'mmsegmentation-colors',
] as const;
export type ConventionId = (typeof CONVENTION_IDS)[number];

/** #rrggbb -> 0xrrggbb */
export function parseColor(color: string): number {
  return Number.parseInt(color.slice(1), 16);
}

/** 0xrrggbb -> #rrggbb */
export function colorText(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}
