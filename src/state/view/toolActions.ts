import { clampBrushSize, type BrushShape } from '../../core/brush.ts';
import { SHAPES } from '../../core/shapes.ts';
import type { Studio } from '../studio.ts';
import type { ToolName } from '../../core/tools.ts';
import type { PageState } from '../pageState.ts';

/** Tools that paint with the class that is chosen. */
const PAINTING: ReadonlySet<ToolName> = new Set(['brush', ...SHAPES, 'fill']);

type Store = Pick<Studio, 'store'>;

export function chooseTool({ store }: Store, tool: ToolName): void {
  const shape = SHAPES.find((one) => one === tool);
  store.setState({ tool, ...(shape && { shape }) });
}

/** Choosing a class is wanting to paint with it: tools that do not paint give way to the brush. */
export function chooseClass({ store }: Store, classId: number): void {
  store.setState(({ tool, classId: before, otherClassId }) => ({
    classId,
    otherClassId: before === classId ? otherClassId : before,
    tool: PAINTING.has(tool) ? tool : 'brush',
  }));
}

type Plain =
  | ('pressure' | 'reach' | 'mood' | 'markSize' | 'candidates' | 'live' | 'rim')
  | ('view' | 'overlay' | 'comparing' | 'fullScreen' | 'historyOpen' | 'notice' | 'theme' | 'language');

/** Sets what is as a person says, and from which nothing else follows at once. */
export function setPage({ store }: Store, part: Partial<Pick<PageState, Plain>>): void {
  store.setState(part);
}

/** How strong the layout is seen over the picture: the other of the two while they are compared. */
export function overlayNow({ overlay, comparing }: PageState): number {
  if (comparing === 'before') return 0;
  if (comparing === undefined) return overlay;
  return overlay < 0.5 ? 1 : 0;
}

export function setBrushSize({ store }: Store, size: number): void {
  store.setState(({ brush }) => ({ brush: { ...brush, size: clampBrushSize(size) } }));
}

/** A fifth more or less, and at least a pixel. */
export function stepBrushSize(studio: Store, direction: 1 | -1): void {
  const { size } = studio.store.getState().brush;
  const step = Math.max(1, Math.round(size * 0.2));
  setBrushSize(studio, size + direction * step);
}

export function setBrushShape({ store }: Store, shape: BrushShape): void {
  store.setState(({ brush }) => ({ brush: { ...brush, shape } }));
}

export function openDialog({ store }: Store, dialog: PageState['dialog']): void {
  store.setState({ dialog });
}

/** What the canvas asks at the start of each gesture. */
export function paintingOf({ tool, brush, classId, pressure, mirrored, reach }: PageState) {
  return { tool, ...brush, classId, pressure, mirrored, reach };
}
