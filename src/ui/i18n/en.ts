import { backend, backendDetails } from './en/backend.ts';
import { commandGroups, commands } from './en/commands.ts';
import { dialogs } from './en/dialogs.ts';
import { errors } from './en/errors.ts';
import { jobText } from './en/jobText.ts';
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
import { decimal, formats, number } from './en/format.ts';
import type { Messages } from './messages.ts';

const VARIETY = ['Calm', 'Quiet', 'Balanced', 'Lively', 'Wild'];

export const en = {
  title: 'Plein Air',
  formats,
  names: {},
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
  backend,
  backendDetails,
  commands,
  commandGroups,
  errors,
  job: jobText,
  dialogs,
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
