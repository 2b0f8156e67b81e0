import type { DocPoint, ScreenPoint } from '../viewport.ts';

/** One place of a pointer, as tools see it. */
export interface ToolPoint {
  readonly doc: DocPoint;
  readonly screen: ScreenPoint;
  /** 0..1; 0.5 for what has no pressure. */
  readonly pressure: number;
  /** A pen: its pressure means something. */
  readonly pen: boolean;
  /** The pen is turned around, or its eraser button is down. */
  readonly eraser: boolean;
  /** Pressed with Shift: a straight line from where the last stroke ended. */
  readonly line: boolean;
}

/**
 * A small state machine: `down`, then `move` any number of times, then `up` or `cancel`. `cancel` takes back all that
 * came since `down`; it and `move` are harmless while nothing is under way.
 */
export interface Tool {
  down(point: ToolPoint): void;
  /** All places since the last call, oldest first: browsers give several to a frame. */
  move(points: readonly ToolPoint[]): void;
  up(): void;
  cancel(): void;
  /** Between `up` and the next `down`, for tools that are then still at work. */
  hover?(point: ToolPoint): void;
  /** Whether something is under way though no pointer is down. */
  readonly pending?: boolean;
  /** Keeps what is under way: another tool comes. */
  finish?(): void;
}
