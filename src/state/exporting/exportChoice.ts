import * as v from 'valibot';
import { EXPORTED } from '../../core/conventions/convention.ts';
import { PICTURE_FORMATS } from '../../protocol/fileMaker.ts';

export const EXPORTED_THINGS = ['picture', 'layout', 'pair', 'project'] as const;
export type ExportedThing = (typeof EXPORTED_THINGS)[number];

/** Conventions that a layout is saved in: ours first. */
export const SAVED_CONVENTIONS = ['plein-air', ...EXPORTED] as const;

export const exportChoiceSchema = v.object({
  what: v.picklist(EXPORTED_THINGS),
  scale: v.picklist([1, 2]),
  format: v.picklist(PICTURE_FORMATS),
  convention: v.picklist(SAVED_CONVENTIONS),
});

/** What was saved last, and how. */
export type ExportChoice = Readonly<v.InferOutput<typeof exportChoiceSchema>>;

export const FIRST_EXPORT: ExportChoice = { what: 'picture', scale: 1, format: 'png', convention: 'plein-air' };

/** Whether it takes a picture. */
export function isOfPicture(thing: ExportedThing): boolean {
  return thing === 'picture' || thing === 'pair';
}
