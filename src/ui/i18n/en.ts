import type { BackendChoice, WebGpuStatus } from '../../protocol/paintEngine.ts';
import { secondsLeft, type Running } from '../../state/jobState.ts';
import { maps } from './en/maps.ts';
import { gallery } from './en/gallery.ts';
import { photo } from './en/photo.ts';
import { pictures } from './en/pictures.ts';
import { history } from './en/history.ts';
import { measurement } from './en/measurement.ts';
import { region } from './en/region.ts';
import { replay } from './en/replay.ts';
import { sharing } from './en/sharing.ts';
import { storage } from './en/storage.ts';
import { bytes, counted, decimal, duration, number, share } from './format.ts';
import type { Messages } from './messages.ts';

const VARIETY = ['Calm', 'Quiet', 'Balanced', 'Lively', 'Wild'];

const WHY_NOT_WEBGPU: Record<WebGpuStatus, string> = {
  available: 'WebGPU was slower when both were tried',
  absent: 'this browser has no WebGPU',
  'no-adapter': 'the browser offers no graphics processor',
  software: 'the browser’s graphics processor is only simulated',
  failed: 'the graphics processor miscalculated in a self-test',
  'not-tried': 'the page’s address asks for it',
};

function backend(choices: readonly BackendChoice[]): string {
  const step = choices.find(({ graph }) => graph === 'step') ?? choices[0];
  if (!step) return '';
  if (step.backend === 'webgpu') {
    if (step.reason === 'override') return 'Paints on the graphics processor (WebGPU): the page’s address asks for it.';
    if (step.reason === 'faster')
      return 'Paints on the graphics processor (WebGPU): it was the faster when both were tried.';
    return 'Paints on the graphics processor (WebGPU).';
  }
  const why = step.reason === 'override' ? WHY_NOT_WEBGPU['not-tried'] : WHY_NOT_WEBGPU[step.webgpu];
  return `Paints on the processor (WebAssembly): ${why}.`;
}

const GRAPHS: Record<BackendChoice['graph'], string> = {
  context: 'Reading the layout',
  step: 'Choosing the tokens',
  encoder: 'Reading photographs',
  segmenter: 'Finding layouts of photographs',
  features: 'Making pixels, first half',
  upsampler: 'Making pixels, second half',
  condition: 'Reading the layout',
  decoder: 'Making pixels',
};

const PROGRESS: Record<Running['phase'], (job: Running) => string> = {
  download: ({ done, total }) => `Fetching the model: ${bytes(done)} of ${bytes(total)}`,
  prepare: () => 'Getting the model ready',
  encode: () => 'Reading the photograph',
  segment: () => 'Finding the photograph’s layout',
  sample: ({ done, total }) => `${number(done)} of ${counted(total, 'token', 'tokens')}`,
  decode: ({ done, total }) => `Making the pixels: ${share(total === 0 ? 1 : done / total)}`,
};

function rest(job: Running): string {
  const left = secondsLeft(job);
  if (job.phase === 'prepare' || job.rate === undefined || left === undefined) return '';
  const time = job.done < job.total ? `${duration(left)} left` : '';
  const rate = job.phase === 'sample' ? `${decimalRate(job.rate)} a second` : '';
  return [rate, time].filter((part) => part !== '').join(', ');
}

function decimalRate(rate: number): string {
  return rate < 10 ? decimal(Math.round(rate * 10) / 10) : number(rate);
}

export const en = {
  title: 'Plein Air',
  commands: {
    brush: 'Brush',
    eraser: 'Eraser',
    line: 'Line',
    polyline: 'Lines with corners',
    rectangle: 'Rectangle',
    ellipse: 'Ellipse',
    fill: 'Fill',
    select: 'Choose a part',
    pick: 'Pick a class',
    pan: 'Move the view',
    smaller: 'Smaller brush',
    larger: 'Larger brush',
    mirror: 'Mirror left and right',
    'swap-classes': 'The class before',
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
    'choose-all': 'Choose all',
    'choose-nothing': 'Choose nothing',
    'clear-selection': 'Erase what is chosen',
    'flip-across': 'Flip left and right',
    'flip-over': 'Flip top and bottom',
    roughen: 'Roughen the edges',
    clear: 'Clear the layout',
    paint: 'Paint',
    'go-on': 'Go on',
    repaint: 'Repaint what changed',
    live: 'Repaint when a stroke ends, or not',
    mark: 'Repaint a part',
    again: 'Repaint what is marked once more',
    candidates: 'Candidates to choose from',
    measure: 'What the model thinks',
    'extend-left': 'Extend to the left',
    'extend-right': 'Extend to the right',
    'extend-top': 'Extend to the top',
    'extend-bottom': 'Extend to the bottom',
    panorama: 'Panorama: extend to the right until stopped',
    stop: 'Stop',
    'roll-seed': 'Another seed',
    'lock-seed': 'Keep the seed',
    save: 'Save the picture',
    'save-large': 'Save the picture at twice its size',
    'save-pair': 'Layout and picture, side by side',
    'save-project': 'Project, with everything in it',
    'save-layout': 'Layout, in our own numbers',
    'save-layout-coco-stuff': 'Layout, COCO-Stuff ids (S-FLCKR)',
    'save-layout-gaugan': 'Layout, GauGAN colours',
    'save-layout-ade20k': 'Layout, ADE20K ids',
    'zoom-in': 'Zoom in',
    'zoom-out': 'Zoom out',
    'zoom-fit': 'Show all of it',
    'zoom-real': 'Actual size',
    compare: 'Compare, while held',
    replay: 'Replay',
    'full-screen': 'Picture on the whole screen',
    'other-view': 'Layout or picture, on a narrow screen',
    share: 'Share a link',
    open: 'Open a file…',
    photograph: 'Complete a photograph…',
    starters: 'Starters',
    gallery: 'Gallery',
    help: 'Keys',
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
    ABORTED: { what: 'It was stopped.', advice: 'Press Paint to begin again.' },
    MANIFEST_MISSING: {
      what: 'There is no model at this address.',
      advice: 'Check the address after “?bundle=”, or open a model from your files.',
    },
    MANIFEST_INVALID: {
      what: 'What is at this address is not a model that this page can read.',
      advice: 'It may be made for a newer page. Try another model.',
    },
    GRAPH_MISSING: {
      what: 'A part of the model could not be found.',
      advice: 'The model may be being replaced just now. Try again in a moment.',
    },
    GRAPH_TRUNCATED: { what: 'A part of the model did not arrive whole.', advice: 'Try again.' },
    GRAPH_HASH: {
      what: 'A part of the model is not what it should be, and was not used.',
      advice: 'Try again. If it stays, the host of this page has a damaged file.',
    },
    NETWORK: {
      what: 'The connection failed while the model was fetched.',
      advice: 'Check the connection and try again. What has arrived whole need not be fetched a second time.',
    },
    NO_BACKEND: {
      what: 'Neither the graphics processor nor the processor calculates what the model expects.',
      advice: 'A newer browser may help. Please report it with the details.',
    },
    DEVICE_LOST: {
      what: 'The graphics processor went away.',
      advice: 'That happens when a machine sleeps or its driver starts anew. Go on or try again.',
    },
    OUT_OF_MEMORY: {
      what: 'There was not enough memory.',
      advice: 'Close other tabs, or choose a smaller size, and try again.',
    },
    WORKER_DIED: {
      what: 'The painter stopped answering and was started anew.',
      advice: 'Go on or try again.',
    },
    BAD_REQUEST: { what: 'The model cannot paint this.', advice: 'Another size or mood may help.' },
    INTERNAL: { what: 'Something went wrong in the painter.', advice: 'Try again. If it stays, please report it.' },
  },
  changes: {
    stroke: 'stroke',
    erase: 'erasing',
    fill: 'fill',
    clear: 'clearing',
    shape: 'shape',
    roughen: 'roughening',
    move: 'moving',
    cut: 'cutting',
    paste: 'pasting',
    flip: 'flipping',
    format: 'size',
    starter: 'starter',
    map: 'the map',
    photograph: 'the photograph',
    'photograph-layout': 'the photograph’s layout',
    project: 'opening',
    shared: 'opening',
    replay: 'going back',
    paint: 'painting',
    'go-on': 'painting',
    repaint: 'repainting',
    candidate: 'the candidate',
    take: 'taking a code',
    extend: 'extending',
  },
  header: {
    label: 'Page',
    undo: (what) => (what === undefined ? 'Undo' : `Undo ${what}`),
    redo: (what) => (what === undefined ? 'Redo' : `Redo ${what}`),
    more: 'More',
    theme: 'Colours of the page',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    openFiles: 'Open a model: files…',
    openFolder: 'Open a model: folder…',
    saveMenu: 'Save',
    saveAs: (width, height, scale) => `Picture, ${scale === 1 ? '' : 'twice as large, '}${width} × ${height}`,
  },
  layout: {
    heading: 'Layout',
    canvas: 'Layout, to paint on',
    description:
      'Arrow keys move the brush by a pixel, with Shift by 16. Enter stamps. Hold Space to draw with the arrows. ' +
      'Escape takes back what Space began.',
    tools: 'Tools',
    palette: 'What to paint',
    size: 'Brush size',
    sizeValue: (pixels) => `${number(pixels)} px`,
    shape: 'Brush shape',
    shapes: { round: 'Round', square: 'Square' },
    pressure: 'Pen pressure',
    figure: 'What to draw',
    figures: 'Lines and shapes',
    reach: 'How far to fill',
    reaches: { area: 'This area', everywhere: 'Everywhere' },
    chosen: 'What is chosen',
    edges: 'The whole layout',
    more: 'More tools',
    zoom: 'Zoom',
    at: (className) => `Over ${className}`,
  },
  picture: {
    heading: 'Picture',
    canvas: (state) =>
      ({
        none: 'Picture: nothing painted yet',
        partial: 'Picture, not finished',
        whole: 'Picture of the layout',
      })[state],
    overlay: 'Layout over the picture',
    view: 'What to show',
    leaveFullScreen: 'Leave the whole screen',
    showLayout: 'Layout',
    showPicture: 'Picture',
  },
  settings: {
    heading: 'Settings of the picture',
    format: 'Size',
    formatValue: (width, height) => `${width} × ${height}`,
    presets: 'Sizes',
    width: 'Width',
    height: 'Height',
    formatNote: 'The layout is stretched to the new size. Undo brings the picture back.',
    less: (what) => `${what}: less`,
    more: (what) => `${what}: more`,
    mood: 'Mood',
    anyMood: 'Any',
    moodsLater: 'The moods come with the model.',
    seed: 'Seed',
    roll: 'Another seed',
    lock: 'Keep the seed',
    seedNote: (locked) =>
      locked ? 'The same layout gives the same picture again.' : 'Each painting comes out another way.',
    variety: 'Variety',
    varietyValue: (step) => (step === undefined ? 'Your own' : (VARIETY[step] ?? '')),
    advanced: 'More about variety',
    temperature: 'Temperature',
    topK: 'Top-k',
    topP: 'Top-p',
    temperatureNote: '1 is as the model was trained; lower is calmer.',
    topKNote: 'How many of the likeliest tokens may be drawn.',
    topPNote: 'How much of the probability may be drawn.',
    guidance: 'Follow the layout',
    guidanceValue: (value) => (value <= 1 ? 'Freely' : `${decimal(value)} ×`),
    guidanceNote: '“Freely” is twice as fast.',
    wholePictures:
      'This model paints whole pictures, cell by cell: it has no moods, does not follow the layout more or less closely, ' +
      'and neither repaints a part nor extends a picture.',
  },
  job: {
    label: 'Painting',
    paint: 'Paint',
    paintNew: 'Paint anew',
    stop: 'Stop',
    goOn: 'Go on',
    fetch: 'Fetch it now',
    fetchYes: 'Fetch it',
    notNow: 'Not now',
    again: 'Try again',
    dismiss: 'Dismiss',
    details: 'Details',
    modelSize: (size) => `The model is ${bytes(size)}; it is fetched once and stays on this machine.`,
    savesData: (size) =>
      `Your browser asks to save data. This takes ${bytes(size)} of the model, fetched once. Fetch it?`,
    ready: 'Ready to paint.',
    starting: (purpose) => (purpose === 'fetch' ? 'Looking for the model' : 'Getting ready'),
    progress: (job) => PROGRESS[job.phase](job),
    rest,
    stopping: 'Stopping after this step',
    stopped: (done, total) => `Stopped at ${number(done)} of ${counted(total, 'token', 'tokens')}.`,
    done: ({ purpose, seconds }) =>
      purpose === 'fetch'
        ? 'The model is here and ready.'
        : purpose === 'segment'
          ? 'The layout is that of the photograph.'
          : `Done in ${duration(seconds)}.`,
    nothingLost: ({ purpose }) =>
      purpose === 'fetch' || purpose === 'inspect' ? '' : 'What you made is all still there.',
    announce: (job, percent) => {
      if (job.phase === 'download')
        return percent === 100 ? 'The model is fetched.' : `Fetching the model, ${percent} %.`;
      if (job.phase === 'prepare') return percent === 100 ? 'The model is ready.' : '';
      if (job.phase === 'encode') return percent === 100 ? '' : 'Reading the photograph.';
      if (job.phase === 'segment') return percent === 100 ? '' : 'Finding the photograph’s layout.';
      if (job.phase === 'decode') return percent === 100 ? 'The pixels are made.' : '';
      return percent === 100 ? 'All tokens are there.' : `Painting, ${percent} %.`;
    },
  },
  backend,
  backendDetails: (choices) =>
    choices.map(({ graph, backend: name }) => `${GRAPHS[graph]}: ${name === 'webgpu' ? 'WebGPU' : 'WebAssembly'}`),
  local: 'Nothing you make leaves this machine.',
  notices: {
    restarted: () => 'The painter was started anew. Nothing of yours is lost.',
    autosave: ({ trouble }) =>
      trouble === 'full'
        ? 'This browser’s storage is full: your work is not being kept. Save the picture before you leave.'
        : 'This browser keeps nothing for this page: your work will not be here after a reload.',
    saved: () => 'Saved.',
    problem: ({ sentence }) => sentence,
    shared: ({ title, beside }) =>
      `${title === '' ? 'A picture' : `“${title}”`} that was shared with you. ` +
      (beside ? 'Your own work is untouched: it is here again without the link.' : 'Undo brings back what you had.'),
    newer: () => 'A new version of this page is here. It opens when all tabs of this one are closed.',
    'other-codebook': ({ bundle: name }) =>
      `This picture was made with another model, “${name}”, and only its layout can be shown here.`,
    'bundle-opened': ({ title }) => `The next picture is painted by “${title}”.`,
  },
  dialogs: {
    close: 'Close',
    starters: {
      heading: 'Starters',
      note: 'A layout to begin with, and the picture that was painted from it. What you have now comes back with undo.',
      loading: 'Fetching the starters',
      none: 'There are no starters here. Paint your own: choose a class and draw.',
    },
    help: {
      heading: 'Keys',
      note: 'They work everywhere but in fields that one types into.',
      canvasHeading: 'On the canvas',
      canvas: [
        ['Space + drag', 'Move the view'],
        ['Wheel, or two fingers', 'Zoom'],
        ['Alt + click', 'Pick a class'],
        ['Arrows', 'Move the brush by a pixel, with Shift by 16'],
        ['Enter', 'Stamp'],
        ['Space + arrows', 'Draw'],
        ['Esc', 'Take back what is being drawn'],
        ['Shift', 'Straight strokes, squares and circles'],
        ['Twice in one place', 'End lines with corners'],
      ],
      or: 'or',
      noKey: 'no key',
    },
    about: {
      heading: 'About Plein Air',
      intro:
        'You paint where sky, water and woods lie; a small neural network in this page turns that into a picture while you watch.',
      local: 'What stays on your machine',
      localText:
        'Everything. There is no server behind this page: layouts, pictures and settings stay in this browser’s storage, ' +
        'and the model comes to you as a few files that are checked and kept.',
      rights: 'Whose the pictures are',
      rightsText:
        'What you make here you may use for whatever you like, as far as this page is concerned. What the model learned ' +
        'from, and under which licence, is said below, so that you can judge for yourself.',
      model: (title) => `The model: ${title}`,
      modelFrom: { own: '', address: 'From the address of this page.', files: 'From your files.' },
      trainedOn: 'Learned from',
      measured: 'Measured',
      limits: 'Limits',
      licence: 'Licence',
      segmenter: 'Layouts of photographs',
      segmenterText: (source, licence) => `${source} Licence: ${licence}.`,
      noModel: 'Nothing is known of the model yet: its description could not be read.',
      machine: 'On this machine',
      version: (version) => `Plein Air ${version}`,
    },
  },
  maps,
  share: sharing,
  gallery,
  photo,
  pictures,
  history,
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
