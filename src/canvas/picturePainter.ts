import { BrushCursor } from './brushCursor.ts';
import styles from './canvas.module.css';
import type { PaletteColor } from './classColors.ts';
import { createLayoutTools, outlinedBrush, type LayoutToolsOptions } from './layoutTools.ts';
import { outlineIn } from './placeOutline.ts';
import type { PanTool } from './tools/panTool.ts';
import type { ToolName } from '../core/tools.ts';
import type { Tool, ToolPoint } from './tools/tool.ts';
import type { ViewportView } from './viewport.ts';

/** A selection and a polyline that is not ended are seen on the layout alone. */
const ON_LAYOUT: ReadonlySet<ToolName> = new Set(['select', 'polyline']);

/** Paints the layout where one presses on the picture, with a ring in the colour of the class that is painted. */
export class PicturePainter {
  private readonly tools: Readonly<Record<ToolName, Tool>>;
  private readonly ring: HTMLElement;
  private readonly cursor: BrushCursor;

  /** @param begun what is painted is to be seen from now on */
  constructor(
    element: HTMLElement,
    view: ViewportView,
    panTool: PanTool,
    private readonly options: LayoutToolsOptions,
    private palette: readonly PaletteColor[],
    private readonly begun: () => void,
  ) {
    this.ring = outlineIn(element, styles.cursor);
    this.cursor = new BrushCursor(this.ring, view);
    this.tools = createLayoutTools(options, panTool);
  }

  /** What a press begins; undefined for tools that work on the layout alone. @param picks the class below is taken */
  toolNow(picks: boolean): Tool | undefined {
    const name = picks ? 'pick' : this.options.getPainting().tool;
    if (ON_LAYOUT.has(name)) return undefined;
    if (name !== 'pan' && name !== 'pick') this.begun();
    return this.tools[name];
  }

  /** Whether a drag would paint. */
  get paints(): boolean {
    const { tool } = this.options.getPainting();
    return !ON_LAYOUT.has(tool) && tool !== 'pan';
  }

  hover(point: ToolPoint | undefined): void {
    const painting = this.options.getPainting();
    const { color } = this.palette.find(({ id }) => id === painting.classId) ?? {};
    this.ring.style.setProperty('--ring', painting.tool === 'eraser' ? '' : (color ?? ''));
    this.cursor.show(point?.doc, this.paints ? outlinedBrush(painting) : undefined, false);
  }

  setPalette(palette: readonly PaletteColor[]): void {
    this.palette = palette;
  }
}
