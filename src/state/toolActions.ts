import { clampBrushSize, type BrushShape } from '../core/brush.ts';
import type { Studio } from './studio.ts';
import type { PageState, Theme, ToolName } from './pageState.ts';

type Store = Pick<Studio, 'store'>;

export function chooseTool({ store }: Store, tool: ToolName): void {
  store.setState({ tool });
}

/** Choosing a class is wanting to paint with it: tools that do not paint give way to the brush. */
export function chooseClass({ store }: Store, classId: number): void {
  const { tool } = store.getState();
  store.setState({ classId, tool: tool === 'fill' ? 'fill' : 'brush' });
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

export function setView({ store }: Store, view: PageState['view']): void {
  store.setState({ view });
}

export function setOverlay({ store }: Store, overlay: number): void {
  store.setState({ overlay: Math.min(1, Math.max(0, overlay)) });
}

export function setTheme({ store }: Store, theme: Theme): void {
  store.setState({ theme });
}

export function openDialog({ store }: Store, dialog: PageState['dialog']): void {
  store.setState({ dialog });
}

export function dismissNotice({ store }: Store): void {
  store.setState({ notice: undefined });
}

/** What the canvas asks at the start of each gesture. */
export function paintingOf({ tool, brush, classId }: PageState) {
  return { tool, ...brush, classId };
}
