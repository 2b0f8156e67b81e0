import type { Brush } from '../core/brush.ts';
import { ANY } from '../core/classes.ts';
import type { Rect } from '../core/rect.ts';
import { SHAPES } from '../core/shapes.ts';
import type { DocumentHistory } from '../document/documentHistory.ts';
import type { LayoutSelection } from '../document/layoutSelection.ts';
import type { PaintDocument } from '../document/paintDocument.ts';
import type { PageState } from '../state/pageState.ts';
import { BrushTool } from './tools/brushTool.ts';
import { EyedropperTool } from './tools/eyedropperTool.ts';
import { FillTool } from './tools/fillTool.ts';
import type { PanTool } from './tools/panTool.ts';
import { SelectTool } from './tools/selectTool.ts';
import { ShapeTool } from './tools/shapeTool.ts';
import type { ToolName } from '../core/tools.ts';
import type { Tool } from './tools/tool.ts';

/** What the person paints with. */
export interface Painting extends Brush {
  readonly tool: ToolName;
  readonly classId: number;
  /** A pen's pressure makes the brush wider. */
  readonly pressure: boolean;
  /** All is painted on both sides of the upright middle axis. */
  readonly mirrored: boolean;
  readonly reach: PageState['reach'];
}

export interface LayoutToolsOptions {
  readonly document: PaintDocument;
  readonly history: DocumentHistory;
  readonly selection: LayoutSelection;
  /** Asked at the start of each gesture and for the cursor's outline. */
  getPainting(): Painting;
  onPick?(classId: number): void;
}

/** The tools that work on the layout, whichever canvas the pointer is over. */
export function createLayoutTools(options: LayoutToolsOptions, panTool: PanTool): Readonly<Record<ToolName, Tool>> {
  const { document: painted, history, selection } = options;
  const getPainting = () => options.getPainting();
  const target = {
    get layout() {
      return painted.layout;
    },
    begin: () => history.begin(),
    changed: (rect: Rect) => painted.layoutChanged(rect),
  };
  const brush = new BrushTool(target, () => {
    const { tool, shape, size, classId, mirrored, pressure } = getPainting();
    const erases = tool === 'eraser';
    const label = erases ? 'erase' : 'stroke';
    return { brush: { shape, size }, classId: erases ? ANY : classId, label, mirrored, pressure };
  });
  const shape = new ShapeTool(target, () => {
    const { tool, shape: tip, size, classId, mirrored } = getPainting();
    const drawn = SHAPES.find((one) => one === tool) ?? 'line';
    return { shape: drawn, brush: { shape: tip, size }, classId, mirrored };
  });
  return {
    brush,
    eraser: brush,
    line: shape,
    polyline: shape,
    rectangle: shape,
    ellipse: shape,
    fill: new FillTool(target, getPainting),
    select: new SelectTool(selection),
    pick: new EyedropperTool(
      () => painted.layout,
      () => getPainting().classId,
      (id) => options.onPick?.(id),
    ),
    pan: panTool,
  };
}

/** The brush whose outline the cursor shows; undefined for tools that have no size. */
export function outlinedBrush({ tool, shape, size }: Painting): Brush | undefined {
  const sized = tool === 'brush' || tool === 'eraser' || tool === 'line' || tool === 'polyline';
  return sized ? { shape, size } : undefined;
}
