import { EMPTY_RECT, type Rect } from '../../core/rect.ts';
import { LAYOUT_CELL_PIXELS, cellCount } from '../../core/lattice.ts';
import { subCellsOf } from '../../core/layout.ts';
import { regionOfClass, type Region } from '../../core/region/region.ts';
import type { Studio } from '../studio.ts';
import { halfOf } from './halves.ts';

/** The halves come in the order in which Image GPT completes them. */
export const PRESETS = ['bottom', 'top', 'right', 'left', 'all', 'chosen'] as const;
export type RegionPreset = (typeof PRESETS)[number];

/** Marks a half of the picture, all of it, or the part that is chosen on the layout. */
export function markPreset(studio: Pick<Studio, 'document' | 'region' | 'selection'>, preset: RegionPreset): void {
  const { document, region, selection } = studio;
  region.setRect(preset === 'chosen' ? cellsUnder(selection.rect) : halfOf(preset, document.lattice));
}

/** Marks all of a class, and no more than that. */
export function markClass(studio: Pick<Studio, 'document' | 'region' | 'store'>, classId: number): void {
  studio.region.set(cellsOfClass(studio, classId));
  setMarking(studio, true);
}

/** All of a class once more, with another seed. */
export function repaintClass(studio: Pick<Studio, 'document' | 'repainter'>, classId: number): void {
  void studio.repainter.repaint(cellsOfClass(studio, classId));
}

/** The cells with something of a class in them, as the model sees the layout. */
export function cellsOfClass({ document }: Pick<Studio, 'document'>, classId: number): Region {
  const { layout, lattice } = document;
  return regionOfClass(subCellsOf(layout, lattice), lattice, classId);
}

/** All cells that a rectangle of layout pixels touches. */
function cellsUnder(rect: Rect | undefined): Rect {
  if (!rect) return EMPTY_RECT;
  const x = Math.floor(rect.x / LAYOUT_CELL_PIXELS);
  const y = Math.floor(rect.y / LAYOUT_CELL_PIXELS);
  const width = Math.ceil((rect.x + rect.width) / LAYOUT_CELL_PIXELS) - x;
  return { x, y, width, height: Math.ceil((rect.y + rect.height) / LAYOUT_CELL_PIXELS) - y };
}

export function setMarking({ store }: Pick<Studio, 'store'>, marking: boolean): void {
  if (!marking) {
    store.setState({ marking });
    return;
  }
  // What is marked is seen on the picture alone, and what the pointer does there is one thing at a time.
  store.setState((state) => ({ marking, view: 'picture', measurement: { ...state.measurement, open: false } }));
}

/** What is marked once more, with another seed. */
export function repaintMarked({ region, repainter }: Studio): void {
  void repainter.repaint(region.cells);
}

/** Several ways to fill what is marked; the whole picture, where nothing is. */
export function sampleCandidates({ candidates, document, region, store }: Studio): void {
  const all = new Uint8Array(cellCount(document.lattice)).fill(1);
  void candidates.sample(region.size > 0 ? region.cells.slice() : all, store.getState().candidates);
}
