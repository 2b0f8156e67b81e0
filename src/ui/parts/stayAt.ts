/** CSS pixels between a panel and the window's edges, and between it and its opener. */
const MARGIN = 8;
const GAP = 4;

/**
 * Keeps a panel at what has opened it, from the next frame on: also while the window, the opener's place or the panel's
 * own contents change. What moves an opener tells nobody, so that it is looked for once a frame.
 * @returns ends it
 */
export function stayAt(panel: HTMLElement, opener: HTMLElement): () => void {
  let last = '';
  const look = () => {
    const at = opener.getBoundingClientRect();
    const now = [at.left, at.top, at.width, at.height, panel.offsetWidth, panel.offsetHeight, innerWidth, innerHeight];
    // An opener that is not shown leaves it where it is.
    if (at.width > 0 && now.join() !== last) place(panel, at);
    last = now.join();
    frame = requestAnimationFrame(look);
  };
  let frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}

/** Below the opener if there is room, else above; in line with its start, or with its end; always within the window. */
function place(panel: HTMLElement, at: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = panel;
  const below = at.bottom + GAP;
  const top = below + height + MARGIN <= innerHeight ? below : Math.max(MARGIN, at.top - GAP - height);
  const toTheRight = at.left + width + MARGIN <= innerWidth ? at.left : at.right - width;
  const toTheLeft = at.right - width >= MARGIN ? at.right - width : at.left;
  const aligned = getComputedStyle(panel).direction === 'rtl' ? toTheLeft : toTheRight;
  const left = Math.min(Math.max(MARGIN, aligned), innerWidth - width - MARGIN);
  panel.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
}
