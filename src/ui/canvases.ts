import type { ComponentType } from 'react';

/** What the page says about its canvases; what they draw and with what is bound in main.tsx. */
export interface Canvases {
  readonly Layout: ComponentType<{ readonly label: string; readonly description: string }>;
  readonly Picture: ComponentType<{ readonly label: string; readonly description: string }>;
}
