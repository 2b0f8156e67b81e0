import type { Brush } from '../core/brush.ts';
import { unionRect, wholeRect, type Rect } from '../core/rect.ts';
import type { DocumentPart } from '../document/paintDocument.ts';
import { BrushCursor } from './brushCursor.ts';
import styles from './canvas.module.css';
import { colorTable, type PaletteColor } from './classColors.ts';
import { KeyboardPainter } from './keyboardPainter.ts';
import { LayoutLayer } from './layoutLayer.ts';
import { createLayoutTools, outlinedBrush, type LayoutToolsOptions } from './layoutTools.ts';
import { listenToPointer } from './listenToPointer.ts';
import { PointerGestures } from './pointerGestures.ts';
import { outlineIn, placeOutline } from './placeOutline.ts';
import { Surface } from './surface.ts';
import { PanTool } from './tools/panTool.ts';
import type { ToolName } from '../core/tools.ts';
import type { Tool, ToolPoint } from './tools/tool.ts';
import type { ScreenPoint, Viewport, ViewportView } from './viewport.ts';

export interface LayoutViewOptions extends LayoutToolsOptions {
  readonly viewport: Viewport;
  readonly palette: readonly PaletteColor[];
}

/** The layout canvas without React: draws the layout and lets the tools work on it. Lives from `new` to `dispose`. */
export class LayoutView {
  private readonly view: ViewportView;
  private readonly surface: Surface;
  private readonly cursor: BrushCursor;
  private readonly chosen: HTMLElement;
  private readonly axis: HTMLElement;
  private readonly tools: Readonly<Record<ToolName, Tool>>;
  private readonly gestures: PointerGestures;
  private readonly keyboard: KeyboardPainter;
  private readonly undo: (() => void)[] = [];
  private layer: LayoutLayer;
  private colors: Uint32Array;
  private stale: Rect | undefined;
  private hovered: ScreenPoint | undefined;

  constructor(
    private readonly element: HTMLElement,
    private readonly options: LayoutViewOptions,
  ) {
    const { document: painted, selection, viewport } = options;
    const canvas = document.createElement('canvas');
    canvas.className = styles.canvas ?? '';
    element.append(canvas);
    this.axis = outlineIn(element, styles.axis);
    this.chosen = outlineIn(element, styles.selection);

    this.colors = colorTable(options.palette);
    this.layer = this.newLayer();
    this.view = viewport.attach();
    this.cursor = new BrushCursor(outlineIn(element, styles.cursor), this.view);
    this.surface = new Surface(canvas, this.view, (context, scale) => this.draw(context, scale));

    const panTool = new PanTool(viewport);
    this.tools = createLayoutTools(options, panTool);
    this.gestures = new PointerGestures({
      view: this.view,
      panTool,
      toolNow: ({ altKey }) => this.tools[altKey ? 'pick' : options.getPainting().tool],
      hover: (point) => this.hover(point),
      modeChanged: (mode) => (element.dataset.mode = mode),
    });
    this.keyboard = new KeyboardPainter({
      view: this.view,
      layoutNow: () => painted.layout,
      toolNow: () => this.tool,
      moved: (point) => this.keyboardMoved(point),
    });

    viewport.setContent(painted.layout);
    this.undo.push(
      listenToPointer(element, this.gestures),
      // The pointer at work has the tools.
      this.keyboard.listenTo(element, () => !this.gestures.busy),
      painted.subscribe((part, rect) => this.documentChanged(part, rect)),
      selection.subscribe(() => placeOutline(this.chosen, this.view, selection.rect)),
      viewport.subscribe(() => this.refresh()),
      () => this.view.detach(),
      () => this.surface.dispose(),
      () => element.replaceChildren(),
    );
    this.refresh();
  }

  setPalette(palette: readonly PaletteColor[]): void {
    this.colors = colorTable(palette);
    this.stale = this.whole();
    this.surface.invalidateAll();
  }

  /** The tool, the brush or the viewport has changed: the cursor follows. */
  refresh(): void {
    const { tool, mirrored } = this.options.getPainting();
    // What was begun with another tool is kept.
    if (this.element.dataset.tool !== tool) for (const one of Object.values(this.tools)) one.finish?.();
    this.cursor.refresh(this.outlined());
    placeOutline(this.chosen, this.view, this.options.selection.rect);
    this.showAxis(mirrored);
    this.element.dataset.tool = tool;
  }

  dispose(): void {
    for (const stop of this.undo) stop();
  }

  private draw(context: CanvasRenderingContext2D, scale: number): void {
    if (this.stale) this.layer.update(this.stale, this.colors);
    this.stale = undefined;
    context.imageSmoothingEnabled = scale < 1;
    context.drawImage(this.layer.canvas, 0, 0);
  }

  private documentChanged(part: DocumentPart, rect: Rect): void {
    if (part === 'all') {
      this.layer = this.newLayer();
      this.options.viewport.setContent(this.options.document.layout);
      this.surface.invalidateAll();
    } else if (part === 'layout') {
      this.stale = this.stale ? unionRect(this.stale, rect) : rect;
      this.surface.invalidate(rect);
    }
  }

  private newLayer(): LayoutLayer {
    this.stale = this.whole();
    return new LayoutLayer(this.options.document.layout);
  }

  private whole(): Rect {
    return wholeRect(this.options.document.layout);
  }

  private showAxis(mirrored: boolean): void {
    this.axis.hidden = !mirrored;
    const { width, height } = this.options.document.layout;
    const top = this.view.toScreen({ x: width / 2, y: 0 });
    const bottom = this.view.toScreen({ x: width / 2, y: height });
    this.axis.style.transform = `translate(${top.x}px, ${top.y}px)`;
    this.axis.style.height = `${bottom.y - top.y}px`;
  }

  private get tool(): Tool {
    return this.tools[this.options.getPainting().tool];
  }

  private outlined(): Brush | undefined {
    return outlinedBrush(this.options.getPainting());
  }

  private hover(point: ToolPoint | undefined): void {
    // A picture that moves under a resting mouse makes events too; they do not take the cursor from the keyboard.
    if (point) this.tool.hover?.(point);
    const rests = point?.screen.x === this.hovered?.x && point?.screen.y === this.hovered?.y;
    this.hovered = point?.screen;
    if (this.keyboard.active && (rests || !point)) return;
    this.keyboard.hide(point?.doc);
    this.cursor.show(point?.doc, this.outlined(), false);
  }

  private keyboardMoved(point: ToolPoint | undefined): void {
    if (point) this.tool.hover?.(point);
    this.cursor.show(point?.doc, this.outlined(), true);
  }
}
