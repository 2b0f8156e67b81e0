import type { KeepPreset, KeepTool, PhotographLayout } from '../../../state/photo/photographImport.ts';
import { decimal, number, share } from './format.ts';

const PRESETS: Record<KeepPreset, string> = {
  top: 'Upper half',
  bottom: 'Lower half',
  left: 'Left half',
  right: 'Right half',
  all: 'Everything',
};

const TOOLS: Record<KeepTool, string> = { brush: 'Brush', rectangle: 'Rectangle' };

const LAYOUTS: Record<PhotographLayout, string> = {
  any: 'Any',
  painted: 'As painted',
  own: 'From the photo',
};

/** Words of completing a photograph. The page calls it a photo. */
export const photo = {
  heading: 'Extend a photo',
  another: 'Open another file…',
  isMap: 'This is a segmentation map',
  size: (width: number, height: number, firstFrame: boolean) =>
    `${number(width)} × ${number(height)}${firstFrame ? ', the first frame' : ''}`,
  canvas: (name: string) => `“${name}”: mark what to keep`,
  description:
    'Paint over what to keep; hold Alt to unmark. Arrow keys move the brush, 16 pixels with Shift. Enter marks. ' +
    'Hold Space to mark along the way.',
  keep: 'Keep',
  preset: (preset: KeepPreset) => PRESETS[preset],
  tools: 'Mark by hand',
  tool: (tool: KeepTool) => TOOLS[tool],
  brushSize: 'Marker size',
  brushSizeValue: (pixels: number) => `${number(pixels)} px`,
  invert: 'Invert',
  kept: (kept: number, cells: number) =>
    kept === cells
      ? 'All of it is kept.'
      : kept === 0
        ? 'Nothing is kept yet. Mark the part to keep.'
        : `${share(kept / cells)} of it is kept; the rest is painted.`,
  whole: (name: string) => `All of “${name}”, with a frame around the part`,
  pictureSize: 'Size of the picture',
  sizeNearest: (size: string) => `${size}, closest to the photo`,
  sizeNow: (size: string) => `${size}, as now`,
  zoom: 'Zoom',
  zoomValue: (zoom: number) => `${decimal(zoom)} ×`,
  across: 'Horizontal position',
  down: 'Vertical position',
  placeValue: (place: number) => share(place),
  layout: 'Layout of the rest',
  layouts: (layout: PhotographLayout) => LAYOUTS[layout],
  layoutOnly: 'Use only its layout',
  mood: (name: string) => `In its own mood, ${name}`,
  moodOnly: 'Use only its mood',
  complete: 'Paint the rest',
  take: 'Use as the picture',
  note: 'The part you keep shows the photo’s own pixels. The photo stays on this device. Undo brings back what you have now.',
  linkNote:
    'Part of this picture is a photo. A link carries tokens, not pixels, so it shows that part as the model sees it. The project file keeps the photo’s own pixels.',
};

export type PhotoMessages = typeof photo;
