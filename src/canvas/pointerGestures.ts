import type { PanTool } from './tools/panTool.ts';
import type { Tool, ToolPoint } from './tools/tool.ts';
import { screenPoint, type ScreenPoint, type ViewportView } from './viewport.ts';

/** A pointer event, without the DOM. */
export interface PointerInput {
  readonly id: number;
  readonly kind: 'mouse' | 'pen' | 'touch';
  /** 0 primary, 1 middle, 2 secondary, 5 a pen's eraser. */
  readonly button: number;
  readonly screen: ScreenPoint;
  readonly pressure: number;
  readonly eraser: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export interface WheelInput {
  readonly screen: ScreenPoint;
  /** CSS pixels. */
  readonly deltaX: number;
  readonly deltaY: number;
  readonly shiftKey: boolean;
  /** A trackpad's pinch, or a wheel with Ctrl or Command. */
  readonly zoomKey: boolean;
}

/** What the pointer does, or would do if it were pressed: the canvas shows the fitting cursor. */
export type PointerMode = 'ready' | 'working' | 'pan-ready' | 'panning' | 'pinching';

export interface GestureOptions {
  readonly view: ViewportView;
  readonly panTool: PanTool;
  /** The tool that a press would use; undefined where there is none. Asked at each press. */
  toolNow(input: PointerInput): Tool | undefined;
  /** Where the pointer is; undefined when it has left. */
  hover?(point: ToolPoint | undefined): void;
  modeChanged?(mode: PointerMode): void;
}

type State =
  | { readonly name: 'idle' }
  | { readonly name: 'tool'; readonly pointer: number; readonly tool: Tool; readonly touch: boolean }
  | { readonly name: 'pinch'; readonly fingers: readonly [number, number] }
  // A pinch has lost a finger: the others must not begin to paint.
  | { readonly name: 'settling' };

const IDLE: State = { name: 'idle' };
/** One notch of a wheel, 100 to 120 pixels, is about a fifth. */
const WHEEL_RATE = 0.0016;
/** A trackpad's pinch sends a few pixels at a time. */
const PINCH_RATE = 0.01;
const LARGEST_STEP = 0.25;

/**
 * Mouse, pen and touch as one state machine over the tools. One pointer works at a time; a second finger takes back
 * what the first one began and starts a pinch; Space, the middle button, and a finger once a pen was seen, pan.
 */
export class PointerGestures {
  private state: State = IDLE;
  private readonly touches = new Map<number, ScreenPoint>();
  private penSeen = false;
  private spaceHeld = false;
  private modeShown: PointerMode = 'ready';

  constructor(private readonly options: GestureOptions) {}

  /** Whether a tool or a pinch is under way. */
  get busy(): boolean {
    return this.state.name === 'tool' || this.state.name === 'pinch';
  }

  /** @returns whether the pointer is wanted: capture it */
  down(input: PointerInput): boolean {
    if (input.kind === 'pen') this.penSeen = true;
    if (input.kind === 'touch') {
      this.touches.set(input.id, input.screen);
      if (this.touches.size === 2 && this.beginPinch()) return true;
    }
    if (this.state.name !== 'idle') return false;
    const tool = this.toolFor(input);
    if (!tool) return false;
    this.enter({ name: 'tool', pointer: input.id, tool, touch: input.kind === 'touch' });
    tool.down(this.toToolPoint(input));
    return true;
  }

  /** @param inputs all places since the last call, oldest first, of one pointer */
  move(inputs: readonly PointerInput[]): void {
    const last = inputs.at(-1);
    if (!last) return;
    const { state } = this;
    if (state.name === 'pinch') {
      this.pinch(state.fingers, last);
      return;
    }
    if (this.touches.has(last.id)) this.touches.set(last.id, last.screen);
    if (state.name === 'tool' && state.pointer === last.id)
      state.tool.move(inputs.map((input) => this.toToolPoint(input)));
    // A resting palm or a second mouse does not move the cursor of the pointer at work.
    if (state.name === 'idle' || (state.name === 'tool' && state.pointer === last.id)) {
      this.options.hover?.(this.toToolPoint(last));
    }
  }

  up(id: number): void {
    const { state } = this;
    this.lift(id);
    if (state.name === 'tool' && state.pointer === id) {
      this.enter(IDLE);
      state.tool.up();
    }
  }

  /** The browser, or the loss of the capture, has ended a pointer: what it began is taken back. */
  cancel(id: number): void {
    const { state } = this;
    this.lift(id);
    if (state.name === 'tool' && state.pointer === id) {
      this.enter(IDLE);
      state.tool.cancel();
    }
  }

  /** Escape. @returns whether there was something to take back */
  abort(): boolean {
    const { state } = this;
    if (state.name !== 'tool') return false;
    this.enter(state.touch ? { name: 'settling' } : IDLE);
    state.tool.cancel();
    return true;
  }

  leave(): void {
    if (this.state.name !== 'tool') this.options.hover?.(undefined);
  }

  holdSpace(held: boolean): void {
    this.spaceHeld = held;
    this.showMode();
  }

  wheel({ screen, deltaX, deltaY, shiftKey, zoomKey }: WheelInput): void {
    const { view } = this.options;
    if (shiftKey) {
      // Browsers that do not turn the wheel sideways by themselves leave it in deltaY.
      view.viewport.panBy(-(deltaX || deltaY), deltaX === 0 ? 0 : -deltaY);
      return;
    }
    const step = deltaY * (zoomKey ? PINCH_RATE : WHEEL_RATE);
    view.zoomAt(screen, Math.exp(-Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step))));
  }

  private toolFor(input: PointerInput): Tool | undefined {
    const pans = input.button === 1 || this.spaceHeld || (input.kind === 'touch' && this.penSeen);
    if (pans) return this.options.panTool;
    return input.button === 0 || input.button === 5 ? this.options.toolNow(input) : undefined;
  }

  private beginPinch(): boolean {
    const { state } = this;
    // A hand that comes down beside a working pen or mouse is no pinch.
    if (state.name === 'tool' && !state.touch) return false;
    const [first, second] = [...this.touches.keys()];
    if (first === undefined || second === undefined || state.name === 'settling') return false;
    this.enter({ name: 'pinch', fingers: [first, second] });
    if (state.name === 'tool') state.tool.cancel();
    this.options.hover?.(undefined);
    return true;
  }

  private pinch([first, second]: readonly [number, number], moved: PointerInput): void {
    const a = this.touches.get(first);
    const b = this.touches.get(second);
    if (!a || !b || (moved.id !== first && moved.id !== second)) return;
    this.touches.set(moved.id, moved.screen);
    const [nextA, nextB] = moved.id === first ? [moved.screen, b] : [a, moved.screen];
    const before = between(a, b);
    const after = between(nextA, nextB);
    const { view } = this.options;
    if (before.distance > 0 && after.distance > 0) view.zoomAt(before.middle, after.distance / before.distance);
    view.viewport.panBy(after.middle.x - before.middle.x, after.middle.y - before.middle.y);
  }

  private lift(id: number): void {
    if (!this.touches.delete(id)) return;
    const { state } = this;
    if (state.name === 'pinch' && state.fingers.includes(id)) this.enter({ name: 'settling' });
    if (this.state.name === 'settling' && this.touches.size === 0) this.enter(IDLE);
  }

  private toToolPoint({ screen, kind, pressure, eraser, shiftKey }: PointerInput): ToolPoint {
    return { doc: this.options.view.toDoc(screen), screen, pressure, pen: kind === 'pen', eraser, line: shiftKey };
  }

  private enter(state: State): void {
    this.state = state;
    this.showMode();
  }

  private showMode(): void {
    const mode = this.modeOf(this.state);
    if (mode === this.modeShown) return;
    this.modeShown = mode;
    this.options.modeChanged?.(mode);
  }

  private modeOf(state: State): PointerMode {
    if (state.name === 'pinch') return 'pinching';
    if (state.name === 'tool') return state.tool === this.options.panTool ? 'panning' : 'working';
    return this.spaceHeld ? 'pan-ready' : 'ready';
  }
}

function between(a: ScreenPoint, b: ScreenPoint): { middle: ScreenPoint; distance: number } {
  return { middle: screenPoint((a.x + b.x) / 2, (a.y + b.y) / 2), distance: Math.hypot(a.x - b.x, a.y - b.y) };
}
