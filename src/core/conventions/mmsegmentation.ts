import { COCO_STUFF } from './cocoStuff.ts';

/**
 * mmsegmentation's COCO-Stuff (171 classes): training ids, which count those that it has, and colours. Some classes share a
 * colour; the one that is a part of a landscape is meant then.
 */
export const MMSEGMENTATION = COCO_STUFF.filter(({ mmseg }) => mmseg !== '-').map((row, train) => ({
  ...row,
  train: String(train),
  color: row['mmseg']!,
}));
