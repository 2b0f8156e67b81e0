import { COCO_STUFF } from './cocoStuff.ts';
import { readTable, type TableRow } from './readTable.ts';

/** What COCO-Stuff has not, or means otherwise. */
const OWN = readTable(`
id   color    class     name
64   #a3ff00  any       potted plant
184  #6b8e23  trees     tree-merged
185  #be9999  any       fence-merged
186  #928b8d  any       ceiling-merged
187  #4682b4  sky       sky-other-merged
188  #86c79c  any       cabinet-merged
189  #d1e28c  any       table-merged
190  #60246c  any       floor-other-merged
191  #606060  dirt      pavement-merged
192  #40aa40  mountain  mountain-merged
193  #98fb98  grass     grass-merged
194  #d0e5e4  dirt      dirt-merged
195  #cebaab  any       paper-merged
196  #98a140  any       food-other-merged
197  #747000  any       building-other-merged
198  #00728f  rock      rock-merged
199  #66669c  any       wall-other-merged
200  #fa8dff  any       rug-merged
`);

/**
 * COCO panoptic: the 133 categories of panopticapi, panoptic_coco_categories.json, by their ids and by their colours. Its ids
 * are those of COCO-Stuff, counted from 1.
 */
export const COCO_PANOPTIC = [
  ...COCO_STUFF.filter(({ panoptic }) => panoptic !== '-').map(asPanoptic),
  ...OWN,
].toSorted((a, b) => Number(a['id']) - Number(b['id']));

function asPanoptic(row: TableRow): TableRow {
  return { ...row, id: String(Number(row['id']) + 1), color: row['panoptic']! };
}
