import { number, share } from './format.ts';

/** By its width in cells. */
const MARGINS = ['none', 'narrow', 'medium', 'wide', 'widest'];

/** Words of repainting a part of the picture. */
export const region = {
  heading: 'Repaint a part',
  description:
    'Paint over what to repaint; hold Alt to unmark. Arrow keys move the brush, 16 pixels with Shift. ' +
    'Enter marks. Hold Space to mark along the way.',
  hint: 'Paint over what to repaint.',
  hintOfKeys: 'Hold Alt to unmark.',
  size: 'Marker size',
  sizeValue: (pixels: number) => `${number(pixels)} px`,
  presets: 'Mark a half, or all',
  preset: {
    bottom: 'Lower half',
    top: 'Upper half',
    right: 'Right half',
    left: 'Left half',
    all: 'Everything',
    chosen: 'Selection on the layout',
  },
  ofClass: (name: string) => `All of: ${name}`,
  repaintClass: (name: string) => `Repaint all ${name}`,
  markClass: (name: string) => `Mark all ${name}`,
  invert: 'Invert selection',
  clear: 'Clear',
  /** A part of it that is less than a percent is not nothing. */
  marked: (cells: number, all: number) =>
    cells > 0 && cells / all < 0.01 ? 'Under 1% of the picture marked' : `${share(cells / all)} of the picture marked`,
  again: 'Repaint marked',
  candidates: 'How many versions',
  candidatesValue: (count: number) => number(count),
  sample: (count: number, whole: boolean) => `${number(count)} versions${whole ? ' of the whole picture' : ''}`,
  done: 'Done',
  tray: 'Versions',
  trayNote: 'The likeliest comes first. Pick one; the others stay until you close this.',
  growing: 'Painting them side by side.',
  candidate: (rank: number, taken: boolean) => `Version ${number(rank)}${taken ? ', in the picture' : ''}`,
  take: (rank: number) => `Use version ${number(rank)}`,
  closeTray: 'Close the versions',
  extend: 'Extend the picture',
  extendNote: (pixels: number) => `Adds ${number(pixels)} pixels to one side. What is painted stays.`,
  panorama: 'Panorama',
  panoramaNote: 'Extends right, again and again, until you stop it.',
  changed: 'Repaint change',
  options: 'Repainting',
  live: 'Repaint after each stroke',
  liveNote: (isFast: boolean): string =>
    isFast ? 'What you change on the layout is repainted at once.' : 'This device takes a while for that.',
  rim: 'Margin',
  rimValue: (cells: number) => MARGINS[cells] ?? number(cells),
  rimNote: 'How much around a change is repainted, too.',
};

export type RegionMessages = typeof region;
