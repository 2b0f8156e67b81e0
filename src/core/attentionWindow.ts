/**
 * The window: what a position may attend to. `rows` rows above, in each of them from `left` columns before its own to
 * `right` columns after it, and in its own row the `left` columns before it.
 */
export interface AttentionWindow {
  readonly rows: number;
  readonly left: number;
  readonly right: number;
}

/** The window that the page's own bundle has: in its stead where there is no manifest yet. */
export const OWN_WINDOW: AttentionWindow = { rows: 8, left: 8, right: 3 };

/** How many positions the window has before its own. */
export function windowSize({ rows, left, right }: AttentionWindow): number {
  return rows * (left + 1 + right) + left;
}
