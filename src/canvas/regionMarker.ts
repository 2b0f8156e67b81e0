import type { CellRegion } from '../document/cellRegion.ts';
import type { PaintDocument } from '../document/paintDocument.ts';
import { BrushCursor } from './brushCursor.ts';
import styles from './canvas.module.css';
import { KeyboardPainter } from './keyboardPainter.ts';
import { outlineIn } from './placeOutline.ts';
import type { PointerGestures } from './pointerGestures.ts';
import { MarkTool } from './tools/markTool.ts';
import type { Tool, ToolPoint } from './tools/tool.ts';
import type { ViewportView } from './viewport.ts';

/** A brush of a diameter in layout pixels, or rectangles. */
export type Marking = { readonly tool: 'brush'; readonly size: number } | { readonly tool: 'rectangle' };

export interface RegionMarkerOptions {
  readonly document: PaintDocument;
  readonly region: CellRegion;
  /** With what cells are marked; undefined while nothing is to be marked. */
  getMarking(): Marking | undefined;
}

/** Marking cells on the picture by pointer and by keyboard, with an outline of the brush. */
export class RegionMarker {
  private readonly mark: Tool;
  private readonly erase: Tool;
  private readonly cursor: BrushCursor;
  private readonly keyboard: KeyboardPainter;

  constructor(
    private readonly element: HTMLElement,
    view: ViewportView,
    private readonly options: RegionMarkerOptions,
  ) {
    const { region } = options;
    const size = () => this.brush()?.size;
    this.mark = new MarkTool(region, size, 1);
    this.erase = new MarkTool(region, size, 0);
    this.cursor = new BrushCursor(outlineIn(element, styles.cursor), view);
    this.keyboard = new KeyboardPainter({
      view,
      layoutNow: () => options.document.layout,
      toolNow: () => this.toolNow(false),
      moved: (point) => this.cursor.show(point?.doc, this.brush(), true),
    });
  }

  get active(): boolean {
    return this.options.getMarking() !== undefined;
  }

  /** What a press begins; undefined while nothing is to be marked. @param erases takes away what was marked */
  toolNow(erases: boolean): Tool | undefined {
    if (!this.active) return undefined;
    return erases ? this.erase : this.mark;
  }

  /** The pointer rests over the picture, or has left it. */
  hover(point: ToolPoint | undefined): void {
    if (!point && this.keyboard.active) return;
    this.keyboard.hide(point?.doc);
    this.cursor.show(this.active ? point?.doc : undefined, this.brush(), false);
  }

  /** Marking has begun or ended, or its brush has another size. */
  refresh(): void {
    this.cursor.refresh(this.brush());
    if (!this.active) this.cursor.show(undefined, undefined, false);
  }

  listenToKeys(gestures: PointerGestures): () => void {
    return this.keyboard.listenTo(this.element, () => this.active && !gestures.busy);
  }

  private brush() {
    const marking = this.options.getMarking();
    return marking?.tool === 'brush' ? ({ shape: 'round', size: marking.size } as const) : undefined;
  }
}
