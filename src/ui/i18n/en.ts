import type { BackendChoice } from '../../protocol/paintEngine.ts';
import type { Running } from '../../state/painting/jobState.ts';
import { maps } from './en/maps.ts';
import { exporting } from './en/exporting.ts';
import { failure } from './en/failure.ts';
import { finding } from './en/finding.ts';
import { arrival } from './en/arrival.ts';
import { gallery } from './en/gallery.ts';
import { photo } from './en/photo.ts';
import { pictures } from './en/pictures.ts';
import { history } from './en/history.ts';
import { problems } from './en/problems.ts';
import { measurement } from './en/measurement.ts';
import { region } from './en/region.ts';
import { replay } from './en/replay.ts';
import { sharing } from './en/sharing.ts';
import { storage } from './en/storage.ts';
import { bytes, counted, decimal, duration, formats, number, part } from './en/format.ts';
import { backendText } from './backendText.ts';
import { restText } from './restText.ts';
import type { Messages } from './messages.ts';

const VARIETY = ['Calm', 'Quiet', 'Balanced', 'Lively', 'Wild'];

const backend = backendText({
  gpu: 'Paints on the graphics processor (WebGPU).',
  gpuFaster: 'Paints on the graphics processor (WebGPU): it was faster when both were tried.',
  gpuAsked: 'Paints on the graphics processor (WebGPU): this page’s address asks for it.',
  processor: (threads, why) => `Paints on the processor (WebAssembly, ${threads}): ${why}.`,
  whyNotWebGpu: {
    available: 'WebGPU was slower when both were tried',
    absent: 'this browser has no WebGPU',
    'no-adapter': 'the browser offers no graphics processor',
    software: 'the browser’s graphics processor is only simulated',
    failed: 'the graphics processor failed a self-test',
    'not-tried': 'this page’s address asks for it',
  },
  threads: (tokens, pixels) =>
    pixels === undefined
      ? counted(tokens, 'thread', 'threads')
      : `${counted(tokens, 'thread', 'threads')} for tokens, ${pixels} for pixels`,
});

const GRAPHS: Record<BackendChoice['graph'], string> = {
  context: 'Reading the layout',
  step: 'Choosing tokens',
  encoder: 'Reading photos',
  segmenter: 'Finding layouts of photos',
  features: 'Making pixels, first half',
  upsampler: 'Making pixels, second half',
  condition: 'Reading the layout',
  decoder: 'Making pixels',
};

const PROGRESS: Record<Running['phase'], (job: Running) => string> = {
  download: ({ done, total }) => `Downloading the model: ${bytes(done)} of ${bytes(total)}`,
  prepare: () => 'Getting the model ready',
  encode: () => 'Reading the photo',
  segment: () => 'Finding the layout of the photo',
  sample: ({ done, total }) => `Painting: ${part(done, total)}`,
  decode: ({ done, total }) => `Making the pixels: ${part(done, total)}`,
};

const rest = restText((seconds) => `${duration(seconds)} left`);

export const en = {
  title: 'Plein Air',
  formats,
  names: {},
  commands: {
    brush: 'Brush',
    eraser: 'Eraser',
    line: 'Line',
    polyline: 'Polyline',
    rectangle: 'Rectangle',
    ellipse: 'Ellipse',
    fill: 'Fill',
    select: 'Select',
    pick: 'Pick a class',
    pan: 'Pan',
    smaller: 'Smaller brush',
    larger: 'Larger brush',
    mirror: 'Mirror strokes',
    'swap-classes': 'Previous class',
    'class-1': 'Sky',
    'class-2': 'Clouds',
    'class-3': 'Mountain',
    'class-4': 'Snow',
    'class-5': 'Rock',
    'class-6': 'Trees',
    'class-7': 'Grass',
    'class-8': 'Plants',
    'class-9': 'Water',
    'class-10': 'Sand',
    'class-11': 'Dirt',
    'class-12': 'Any',
    undo: 'Undo',
    redo: 'Redo',
    history: 'History',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    'choose-all': 'Select all',
    'choose-nothing': 'Deselect',
    'clear-selection': 'Erase the selection',
    'flip-across': 'Flip horizontally',
    'flip-over': 'Flip vertically',
    roughen: 'Roughen edges',
    clear: 'Clear the layout',
    paint: 'Paint',
    'go-on': 'Continue',
    repaint: 'Repaint change',
    live: 'Repaint after each stroke',
    mark: 'Repaint a part',
    again: 'Repaint marked',
    candidates: 'Paint several versions to choose from',
    measure: 'What the model thinks',
    'extend-left': 'Extend left',
    'extend-right': 'Extend right',
    'extend-top': 'Extend upward',
    'extend-bottom': 'Extend downward',
    panorama: 'Panorama: extend right until stopped',
    stop: 'Stop',
    'roll-seed': 'New seed',
    'lock-seed': 'Lock seed',
    save: 'Save the picture',
    'save-large': 'Save the picture at double size',
    export: 'Save as…',
    'save-pair': 'Layout and picture side by side',
    'save-project': 'Project, with everything in it',
    'save-layout': 'Layout, Plein Air ids',
    'save-layout-coco-stuff': 'Layout, COCO-Stuff ids (S-FLCKR)',
    'save-layout-gaugan': 'Layout, GauGAN colours',
    'save-layout-ade20k': 'Layout, ADE20K ids',
    'zoom-in': 'Zoom in',
    'zoom-out': 'Zoom out',
    'zoom-fit': 'Fit to view',
    'zoom-real': 'Actual size',
    compare: 'Compare (hold)',
    'compare-before': 'Compare with the picture before (hold)',
    replay: 'Replay',
    'full-screen': 'Picture in full screen',
    'other-view': 'Switch between layout and picture',
    share: 'Share a link',
    open: 'Open a file…',
    photograph: 'Extend a photo…',
    starters: 'Starters',
    pictures: 'Your pictures',
    gallery: 'Gallery',
    find: 'Find a command',
    help: 'Keyboard shortcuts',
    storage: 'Storage',
    about: 'About',
  },
  commandGroups: {
    tools: 'Tools',
    classes: 'What to paint',
    edit: 'Edit',
    picture: 'Picture',
    view: 'View',
    page: 'Page',
  },
  errors: {
    ABORTED: { what: 'Painting was stopped.', advice: 'Press Paint to start again.' },
    MANIFEST_MISSING: {
      what: 'There is no model at this address.',
      advice: 'Check the address after “?bundle=”, or open a model from your files.',
    },
    MANIFEST_INVALID: {
      what: 'This page cannot read the model at this address.',
      advice: 'It may need a newer version of the page. Try another model.',
    },
    GRAPH_MISSING: {
      what: 'Part of the model could not be found.',
      advice: 'It may be being replaced right now. Try again in a moment.',
    },
    GRAPH_TRUNCATED: { what: 'Part of the model was only partly downloaded.', advice: 'Try again.' },
    GRAPH_HASH: {
      what: 'Part of the model is damaged, so it was not used.',
      advice: 'Try again. If it happens again, the file on this page’s host is damaged.',
    },
    NETWORK: {
      what: 'The connection failed while the model or its engine was downloading.',
      advice:
        'Check the connection and try again; if it is fine, an extension may block the download. Files that are already here are not downloaded again.',
    },
    ENGINE_FILE: {
      what: 'The file that runs the model did not arrive as it should.',
      advice:
        'An extension or a filter may block it, or the host of this page may lack it. Try again without extensions; if it stays, please report it.',
    },
    NO_BACKEND: {
      what: 'Neither the graphics processor nor the processor passed the model’s self-test.',
      advice: 'A newer browser may help. Please report this with the details.',
    },
    DEVICE_LOST: {
      what: 'The graphics processor became unavailable.',
      advice: 'That happens when a device sleeps or its driver restarts. Continue or try again.',
    },
    OUT_OF_MEMORY: {
      what: 'There is not enough memory.',
      advice: 'Close other tabs, or choose a smaller size, and try again.',
    },
    WORKER_DIED: {
      what: 'Painting crashed and was restarted.',
      advice: 'Continue or try again.',
    },
    BAD_REQUEST: { what: 'The model cannot paint this.', advice: 'Try another size or mood.' },
    INTERNAL: {
      what: 'Something went wrong while painting.',
      advice: 'Try again. If it happens again, please report it.',
    },
  },
  changes: {
    stroke: 'stroke',
    erase: 'erasing',
    fill: 'fill',
    clear: 'clearing the layout',
    shape: 'shape',
    roughen: 'roughening',
    move: 'moving',
    cut: 'cutting',
    paste: 'pasting',
    flip: 'flipping',
    format: 'resizing',
    starter: 'starter',
    map: 'the map',
    photograph: 'the photo',
    'photograph-layout': 'the layout of the photo',
    project: 'opening',
    shared: 'opening',
    replay: 'going back',
    paint: 'painting',
    'go-on': 'painting',
    repaint: 'repainting',
    candidate: 'the version',
    take: 'taking a code',
    extend: 'extending',
    left: 'leaving the page',
  },
  header: {
    label: 'Page',
    undo: (what) => (what === undefined ? 'Undo' : `Undo ${what}`),
    redo: (what) => (what === undefined ? 'Redo' : `Redo ${what}`),
    more: 'More',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    language: 'Language',
    systemLanguage: 'As in the browser',
    openFiles: 'Open a model from files…',
    openFolder: 'Open a model from a folder…',
    saveMenu: 'Save',
  },
  layout: {
    heading: 'Layout',
    canvas: 'Layout: paint here',
    description:
      'Arrow keys move the brush one pixel, or 16 with Shift. Enter stamps. Hold Space to draw with the arrow keys. ' +
      'Escape cancels the stroke.',
    tools: 'Tools',
    moreTools: 'More tools',
    palette: 'What to paint',
    size: 'Brush size',
    sizeValue: (pixels) => `${number(pixels)} px`,
    shape: 'Brush shape',
    shapes: { round: 'Round', square: 'Square' },
    pressure: 'Pen pressure',
    figure: 'What to draw',
    reach: 'Fill',
    reaches: { area: 'This area', everywhere: 'Everywhere' },
    chosen: 'Selection',
    edges: 'The whole layout',
    zoom: 'Zoom',
    begin: 'Pick a material below and paint here',
  },
  picture: {
    heading: 'Picture',
    canvas: (state) =>
      ({
        none: 'Picture: nothing painted yet',
        partial: 'Picture, unfinished',
        whole: 'Picture of the layout',
      })[state],
    overlay: 'Layout over the picture',
    view: 'What to show',
    begin: 'Then press Paint, and watch',
    leaveFullScreen: 'Exit full screen',
    showLayout: 'Layout',
    showPicture: 'Picture',
  },
  settings: {
    heading: 'Picture settings',
    format: 'Size',
    formatValue: (width, height) => `${width} × ${height}`,
    presets: 'Sizes',
    width: 'Width',
    height: 'Height',
    formatNote: 'Stretches the layout to the new size. Undo brings the picture back.',
    less: (what) => `${what}: less`,
    more: (what) => `${what}: more`,
    mood: 'Mood',
    anyMood: 'Any',
    moodOfPhoto: 'From a photo…',
    seed: 'Seed',
    seedNote: (locked) =>
      locked ? 'The same layout gives the same picture every time.' : 'Every picture comes out different.',
    variety: 'Variety',
    varietyValue: (step) => (step === undefined ? 'Custom' : (VARIETY[step] ?? '')),
    advanced: 'Advanced',
    temperature: 'Temperature',
    topK: 'Top-k',
    topP: 'Top-p',
    temperatureNote: '1 is what the model was trained for; lower is calmer.',
    topKNote: 'Only this many of the likeliest tokens are considered.',
    topPNote: 'Only the likeliest tokens that add up to this probability are considered.',
    guidance: 'Follow the layout',
    guidanceValue: (value) => (value <= 1 ? 'Loosely' : `${decimal(value)} ×`),
    guidanceNote: '“Loosely” is twice as fast.',
    zoom: 'Near or far',
    zoomValue: (zoom) => ['Far', 'Halfway', 'Near'][zoom - 1] ?? '',
    wholePictures:
      'This model only paints whole pictures: it has no moods, its closeness to the layout is fixed, ' +
      'and it cannot repaint a part or extend a picture.',
  },
  job: {
    label: 'Painting',
    paint: 'Paint',
    paintNew: 'Start over',
    paintAll: 'Repaint all',
    stop: 'Stop',
    goOn: 'Continue',
    fetch: 'Download now',
    fetchYes: 'Download',
    notNow: 'Not now',
    again: 'Try again',
    dismiss: 'Dismiss',
    details: 'Details',
    modelSize: (size) => `Painting needs ${bytes(size)}, downloaded once. It stays on this device.`,
    savesData: (size) =>
      `Your browser asks pages to save data. Painting needs ${bytes(size)}, downloaded once. Download it?`,
    ready: 'Ready to paint.',
    starting: (purpose) => (purpose === 'fetch' ? 'Looking for the model' : 'Getting ready'),
    progress: (job) => PROGRESS[job.phase](job),
    rest,
    stopping: 'Stopping',
    stopped: (done, total) => `Stopped at ${part(done, total)} of the picture.`,
    done: ({ purpose, seconds }) =>
      purpose === 'fetch'
        ? 'The model is ready.'
        : purpose === 'segment'
          ? 'The layout now matches the photo.'
          : `Done in ${duration(seconds)}.`,
    nothingLost: ({ purpose }) => (purpose === 'fetch' || purpose === 'inspect' ? '' : 'Your work is safe.'),
    announce: (job, percent) => {
      if (job.phase === 'download')
        return percent === 100 ? 'The model is downloaded.' : `Downloading the model, ${percent} %.`;
      if (job.phase === 'prepare') return percent === 100 ? 'The model is ready.' : '';
      if (job.phase === 'encode') return percent === 100 ? '' : 'Reading the photo.';
      if (job.phase === 'segment') return percent === 100 ? '' : 'Finding the layout of the photo.';
      if (job.phase === 'decode') return percent === 100 ? 'The picture is finished.' : '';
      return percent === 100 ? 'Everything is painted.' : `Painting, ${percent} %.`;
    },
  },
  backend,
  backendDetails: (choices) =>
    choices.map(({ graph, backend: name }) => `${GRAPHS[graph]}: ${name === 'webgpu' ? 'WebGPU' : 'WebAssembly'}`),
  local: 'Nothing you make leaves this device.',
  model: (title, { from, host }) => {
    if (from === 'own') return '';
    return host === undefined ? `The model is “${title}”.` : `The model is “${title}”, from ${host}.`;
  },
  notices: {
    restarted: () => 'Painting was restarted. Your work is safe.',
    autosave: ({ trouble }) => pictures.troubles[trouble],
    answered: () => 'This browser’s storage has answered. Your last picture is there.',
    kept: () => 'Your work is stored again.',
    unreadable: () =>
      'Your last picture cannot be read. It is kept: you can save it as a file from “Your pictures”. This is a new one.',
    opened: ({ title }) => `${title === '' ? 'Your picture' : `“${title}”`} is open.`,
    begun: () => 'A new picture. The one before is kept in “Your pictures”.',
    'making-file': () => 'Making the file…',
    saved: () => 'Saved.',
    copied: () => 'Copied.',
    shared: ({ title, beside }) =>
      `${title === '' ? 'A picture' : `“${title}”`} that was shared with you. ` +
      (beside
        ? 'Your own work is untouched: open the page without the link to see it.'
        : 'Undo brings back what you had.'),
    newer: () => 'A new version of this page is ready. It opens once all its tabs are closed.',
    'other-codebook': ({ bundle: name }) =>
      `This picture was made with another model, “${name}”. Only its layout can be shown here.`,
    'mood-found': ({ name }) => `Mood of your photo: ${name}.`,
    'bundle-opened': ({ title }) => `“${title}” paints the next picture.`,
  },
  dialogs: {
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
  },
  arrival,
  maps,
  share: sharing,
  exporting,
  failure,
  finding,
  gallery,
  photo,
  pictures,
  history,
  problems,
  measurement,
  region,
  replay,
  storage,
  keys: {
    $mod: 'Ctrl',
    $modMac: '⌘',
    Shift: 'Shift',
    Alt: 'Alt',
    BracketLeft: '[',
    BracketRight: ']',
    Minus: '-',
    Equal: '=',
    Slash: '/',
    NumpadAdd: 'Num +',
    NumpadSubtract: 'Num -',
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
    Escape: 'Esc',
    Enter: 'Enter',
    Delete: 'Del',
    Backspace: 'Backspace',
  },
} satisfies Messages as Messages;
