import { extendedLattice, extendLayout, extendMap, extendPixels, type Side } from '../../core/extend.ts';
import { cellCount, LAYOUT_CELL_PIXELS, EMPTY_TOKEN, isLattice, type Lattice } from '../../core/lattice.ts';
import { extendOwnPixels } from '../../core/photo/ownPixels.ts';
import { canRepaintPart } from './possible.ts';
import type { PageState } from '../pageState.ts';
import type { Studio } from '../studio.ts';
import { putInPlace } from '../work/replaceWork.ts';

/** Cells that one press adds: a quarter of the first format's width. */
export const EXTENSION = 8;

export function canExtend(state: PageState, side: Side): boolean {
  return canRepaintPart(state) && extensionOf(state.lattice, side) > 0;
}

/** How many cells a side can have more: as many as one press adds, or what is left. */
function extensionOf(lattice: Lattice, side: Side): number {
  for (let cells = EXTENSION; cells > 0; cells -= 4) {
    if (isLattice(extendedLattice(lattice, side, cells))) return cells;
  }
  return 0;
}

/**
 * Gives the picture more room on one side and paints it: the layout goes on as it was at the edge, what was painted
 * stays, token for token. One entry of the history.
 * @returns whether the picture of now is still the one that was extended
 */
export async function extendPicture(studio: Studio, side: Side): Promise<boolean> {
  const { document, history, painter, repainter, store } = studio;
  const { origin } = store.getState();
  const cells = extensionOf(document.lattice, side);
  if (cells === 0 || !origin) return false;
  const lattice = extendedLattice(document.lattice, side, cells);
  const { width } = document.layout;
  painter.interrupt();
  const { row, column } = origin.at ?? { row: 0, column: 0 };
  const at = { row: row - (side === 'top' ? cells : 0), column: column - (side === 'left' ? cells : 0) };
  const tokens = new Int16Array(cellCount(lattice)).fill(EMPTY_TOKEN);
  putInPlace(studio, {
    lattice,
    layout: extendLayout(document.layout.ids, width, side, cells * LAYOUT_CELL_PIXELS),
    tokens: extendMap(document.tokens, document.lattice.columns, side, cells, tokens),
    own: document.own && extendOwnPixels(document.own, document.lattice, side, cells),
    picture: extendPixels(document.picture, document.lattice, side, cells),
    resampled: extendMap(document.resampled, document.lattice.columns, side, cells, new Uint8Array(tokens.length)),
    label: 'extend',
    origin: () => ({ ...origin, at, given: true, finished: false }),
  });
  const extended = history.getState().current;
  await repainter.complete();
  return history.pictureOf(history.getState().current)?.id === extended;
}

/** Extends to the right until the picture is as long as one can be, or the person stops it or turns to another one. */
export async function paintPanorama(studio: Studio): Promise<void> {
  const { store } = studio;
  while (extensionOf(store.getState().lattice, 'right') > 0) {
    if (!(await extendPicture(studio, 'right')) || !canExtend(store.getState(), 'right')) return;
  }
}
