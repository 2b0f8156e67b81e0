import type { Messages } from '../messages.ts';

export const dialogs: Messages['dialogs'] = {
  close: 'Close',
  starters: {
    heading: 'Starters',
    note: 'Start from a layout and the picture painted from it. Undo brings back what you have now.',
    loading: 'Loading the starters',
    none: 'There are no starters here. Pick a class and paint your own.',
    blank: 'Blank',
    recent: 'Recent',
  },
  help: {
    heading: 'Keyboard shortcuts',
    note: 'They work everywhere except while you type in a field.',
    canvasHeading: 'On the canvas',
    canvas: [
      ['Space + drag', 'Pan'],
      ['Wheel, or two fingers', 'Zoom'],
      ['Alt + click', 'Pick a class'],
      ['Arrows', 'Move the brush one pixel, or 16 with Shift'],
      ['Enter', 'Stamp'],
      ['Space + arrows', 'Draw'],
      ['Esc', 'Cancel what you are drawing'],
      ['Shift', 'Straight strokes, squares and circles'],
      ['Double-click', 'Finish a polyline'],
    ],
    or: 'or',
  },
  about: {
    heading: 'About Plein Air',
    intro:
      'Paint where the sky, the water and the woods lie; a small neural network in this page turns your layout into a picture while you watch.',
    local: 'What stays on your device',
    localText:
      'Everything. There is no server behind this page. Layouts, pictures and settings stay in this browser’s storage, ' +
      'and the model is a few files that are downloaded, checked and kept.',
    rights: 'Who owns the pictures',
    rightsText:
      'As far as this page is concerned, you may use what you make here however you like. Below is what the model ' +
      'learned from, and under which licence, so that you can judge for yourself.',
    model: (title) => `The model: ${title}`,
    modelFrom: ({ from, host }) => {
      if (from === 'files') return 'Loaded from your files.';
      if (host !== undefined) return `Loaded from ${host}: the address after “?bundle=” asks for it.`;
      return from === 'address' ? 'Loaded from the address after “?bundle=”.' : '';
    },
    trainedOn: 'Trained on',
    measured: 'Measured',
    limits: 'Limits',
    licence: 'Licence',
    segmenter: 'Layouts of photos',
    segmenterText: (source, licence) => `${source} Licence: ${licence}.`,
    noModel: 'The description of the model could not be read yet.',
    machine: 'On this device',
    version: (version) => `Plein Air ${version}`,
  },
};
