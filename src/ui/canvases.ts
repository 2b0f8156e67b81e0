import type { ComponentType } from 'react';

type Canvas = ComponentType<{ readonly label: string; readonly description: string }>;

/** What the page says about its canvases; what they draw and with what is bound in main.tsx. */
export interface Canvases {
  readonly Layout: Canvas;
  readonly Picture: Canvas;
  /** The photograph that the dialog is about. */
  readonly Photograph: Canvas;
}
