import type { Rect } from '../../core/rect.ts';

/** CSS pixels between the card and the cell, and the edges of what both lie on. */
const GAP = 12;
const MARGIN = 4;

/** Puts a card beside a cell, where there is room, within the element that both lie on. @param cell in its CSS pixels */
export function placeBeside(card: HTMLElement, cell: Rect): void {
  const { offsetWidth: width, offsetHeight: height, offsetParent } = card;
  if (!(offsetParent instanceof HTMLElement)) return;
  const { clientWidth, clientHeight } = offsetParent;
  const right = cell.x + cell.width + GAP;
  const left = cell.x - GAP - width;
  const below = cell.y + cell.height + GAP;
  const fits = right + width + MARGIN <= clientWidth || left >= MARGIN;
  const x = right + width + MARGIN <= clientWidth ? right : left >= MARGIN ? left : (clientWidth - width) / 2;
  // On a narrow screen it lies below the cell, or above it, and may reach beyond the picture.
  const above = cell.y - GAP - height;
  const y = fits
    ? within(cell.y + cell.height / 2 - height / 2, clientHeight - height)
    : above >= MARGIN
      ? above
      : below;
  card.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
}

function within(at: number, limit: number): number {
  return Math.max(MARGIN, Math.min(at, limit - MARGIN));
}
