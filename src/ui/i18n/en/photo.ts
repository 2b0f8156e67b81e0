import type { KeepPreset, KeepTool, PhotographLayout } from '../../../state/photo/photographImport.ts';
import { counted, decimal, number, share } from '../format.ts';

const PRESETS: Record<KeepPreset, string> = {
  top: 'The upper half',
  bottom: 'The lower half',
  left: 'The left half',
  right: 'The right half',
  all: 'Everything',
};

const TOOLS: Record<KeepTool, string> = { brush: 'Brush', rectangle: 'Rectangle' };

const LAYOUTS: Record<PhotographLayout, string> = {
  any: 'Any',
  painted: 'As painted',
  own: 'Its own',
};

/** Words of completing a photograph. */
export const photo = {
  heading: 'Complete a photograph',
  reading: (name: string) => `Opening “${name}”`,
  another: 'Open another file…',
  isMap: 'This is a segmentation map',
  size: (width: number, height: number, firstFrame: boolean) =>
    `${number(width)} × ${number(height)}${firstFrame ? ', the first frame' : ''}`,
  canvas: (name: string) => `“${name}”, to mark what is kept`,
  description:
    'Paint over what is kept; Alt takes away. Arrow keys move the brush, with Shift by 16 pixels. Enter marks. ' +
    'Hold Space to mark along the way.',
  keep: 'What is kept',
  preset: (preset: KeepPreset) => PRESETS[preset],
  tools: 'Mark by hand',
  tool: (tool: KeepTool) => TOOLS[tool],
  brushSize: 'Brush that keeps',
  brushSizeValue: (pixels: number) => `${number(pixels)} px`,
  invert: 'Keep the other part',
  kept: (kept: number, cells: number) =>
    kept === cells
      ? 'All of it is kept.'
      : kept === 0
        ? 'Nothing is kept yet: mark a part of it.'
        : `${share(kept / cells)} of it is kept, ${counted(cells - kept, 'cell is', 'cells are')} painted.`,
  whole: (name: string) => `All of “${name}”, with a frame around the part`,
  pictureSize: 'Size of the picture',
  sizeNearest: (size: string) => `${size}, nearest to the photograph`,
  sizeNow: (size: string) => `${size}, as now`,
  zoom: 'Closer',
  zoomValue: (zoom: number) => `${decimal(zoom)} ×`,
  across: 'From left to right',
  down: 'From top to bottom',
  placeValue: (place: number) => share(place),
  layout: 'Layout of the rest',
  layouts: (layout: PhotographLayout) => LAYOUTS[layout],
  layoutOnly: 'Only take its layout',
  mood: (name: string) => `In its own mood, ${name}`,
  moodOnly: 'Only take its mood',
  complete: 'Complete',
  take: 'Use it as the picture',
  note: 'What is kept shows the photograph’s own pixels. It stays on this machine. Undo brings back what you have now.',
  linkNote:
    'Part of this picture is a photograph. A link carries tokens, not pixels: there it looks as the model sees it. The project file has the photograph’s own pixels.',
};

export type PhotoMessages = typeof photo;
