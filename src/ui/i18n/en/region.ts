import { counted, number } from '../format.ts';

/** Words of repainting a part of the picture. */
export const region = {
  heading: 'Repaint a part',
  description:
    'Paint over what should be another way; Alt takes away. Arrow keys move the brush, with Shift by 16 pixels. ' +
    'Enter marks. Hold Space to mark along the way.',
  hint: 'Paint over what should be another way. Alt takes away.',
  size: 'Brush that marks',
  sizeValue: (pixels: number) => `${number(pixels)} px`,
  presets: 'Mark a half, or all',
  preset: {
    bottom: 'The lower half',
    top: 'The upper half',
    right: 'The right half',
    left: 'The left half',
    all: 'Everything',
    chosen: 'What is chosen on the layout',
  },
  invert: 'Turn over what is marked',
  clear: 'Unmark all',
  marked: (cells: number) => `${counted(cells, 'cell', 'cells')} marked`,
  again: 'Again',
  candidates: 'How many candidates',
  candidatesValue: (count: number) => number(count),
  sample: (count: number, whole: boolean) => `${number(count)} candidates${whole ? ' of all of it' : ''}`,
  done: 'Done',
  tray: 'Candidates',
  trayNote: 'The likeliest first. Take one; the others stay until you close them.',
  growing: 'They grow side by side.',
  candidate: (rank: number, taken: boolean) => `Candidate ${number(rank)}${taken ? ', in the picture' : ''}`,
  take: (rank: number) => `Take candidate ${number(rank)}`,
  closeTray: 'Close the candidates',
  extend: 'Extend the picture',
  extendNote: (pixels: number) => `${number(pixels)} pixels more on a side. What is painted stays.`,
  panorama: 'Panorama',
  panoramaNote: 'Extends to the right, again and again, until you stop it.',
  changed: 'Repaint what changed',
  options: 'Repainting',
  live: 'Repaint when a stroke ends',
  liveNote: (isFast: boolean) =>
    isFast ? 'What you change on the layout is repainted at once.' : 'This machine takes a while for that.',
  rim: 'Rim',
  rimValue: (cells: number) => (cells === 0 ? 'none' : counted(cells, 'cell', 'cells')),
  rimNote: 'How much around a change is repainted with it.',
};

export type RegionMessages = typeof region;
