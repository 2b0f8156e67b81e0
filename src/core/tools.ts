import { SHAPES, type Shape } from './shapes.ts';

/** What one does to the layout with, in the order of the tool bar. */
export const TOOLS = ['brush', 'eraser', ...SHAPES, 'fill', 'select', 'pick', 'pan'] as const;
export type ToolName = (typeof TOOLS)[number];

const OF_SHAPES: ReadonlySet<ToolName> = new Set(SHAPES);

/** The tools that a bar offers: of the shapes the one in use alone. */
export function toolsWith(shape: Shape): ToolName[] {
  return TOOLS.filter((tool) => tool === shape || !OF_SHAPES.has(tool));
}
