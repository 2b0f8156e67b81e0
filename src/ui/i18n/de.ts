import { backend, backendDetails } from './de/backend.ts';
import { commandGroups, commands } from './de/commands.ts';
import { dialogs } from './de/dialogs.ts';
import { errors } from './de/errors.ts';
import { jobText } from './de/jobText.ts';
import { maps } from './de/maps.ts';
import { exporting } from './de/exporting.ts';
import { failure } from './de/failure.ts';
import { finding } from './de/finding.ts';
import { arrival } from './de/arrival.ts';
import { gallery } from './de/gallery.ts';
import { photo } from './de/photo.ts';
import { pictures } from './de/pictures.ts';
import { history } from './de/history.ts';
import { problems } from './de/problems.ts';
import { measurement } from './de/measurement.ts';
import { names } from './de/names.ts';
import { region } from './de/region.ts';
import { replay } from './de/replay.ts';
import { sharing } from './de/sharing.ts';
import { storage } from './de/storage.ts';
import { decimal, formats, number } from './de/format.ts';
import type { Messages } from './messages.ts';

const VARIETY = ['Still', 'Ruhig', 'Ausgewogen', 'Lebhaft', 'Wild'];

export const de = {
  title: 'Plein Air',
  formats,
  names,
  changes: {
    stroke: 'Strich',
    erase: 'Radieren',
    fill: 'Füllen',
    clear: 'Skizze leeren',
    shape: 'Form',
    roughen: 'Aufrauen',
    move: 'Verschieben',
    cut: 'Ausschneiden',
    paste: 'Einfügen',
    flip: 'Spiegeln',
    format: 'Größe ändern',
    starter: 'Vorlage',
    map: 'Karte',
    photograph: 'Foto',
    'photograph-layout': 'Skizze aus dem Foto',
    project: 'Öffnen',
    shared: 'Öffnen',
    replay: 'Zurückgehen',
    paint: 'Malen',
    'go-on': 'Malen',
    repaint: 'Neu malen',
    candidate: 'Variante',
    take: 'Code wählen',
    extend: 'Erweitern',
    left: 'Verlassen der Seite',
  },
  header: {
    label: 'Seite',
    undo: (what) => (what === undefined ? 'Rückgängig' : `Rückgängig: ${what}`),
    redo: (what) => (what === undefined ? 'Wiederholen' : `Wiederholen: ${what}`),
    more: 'Mehr',
    theme: 'Design',
    themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
    language: 'Sprache',
    systemLanguage: 'Wie im Browser',
    openFiles: 'Modell aus Dateien öffnen\u00A0…',
    openFolder: 'Modell aus Ordner öffnen\u00A0…',
    saveMenu: 'Speichern',
  },
  layout: {
    heading: 'Skizze',
    canvas: 'Skizze: hier malen',
    description:
      'Die Pfeiltasten bewegen den Pinsel um ein Pixel, mit Umschalt um 16. Enter setzt einen Tupfer. ' +
      'Halte die Leertaste, um mit den Pfeiltasten zu zeichnen. Esc bricht den Strich ab.',
    tools: 'Werkzeuge',
    moreTools: 'Weitere Werkzeuge',
    palette: 'Was du malst',
    size: 'Pinselgröße',
    sizeValue: (pixels) => `${number(pixels)}\u00A0px`,
    shape: 'Pinselform',
    shapes: { round: 'Rund', square: 'Eckig' },
    pressure: 'Stiftdruck',
    figure: 'Was du zeichnest',
    reach: 'Füllen',
    reaches: { area: 'Diese Fläche', everywhere: 'Überall' },
    chosen: 'Auswahl',
    edges: 'Ganze Skizze',
    zoom: 'Zoom',
    begin: 'Wähle unten etwas aus und male es hierhin',
  },
  picture: {
    heading: 'Bild',
    canvas: (state) =>
      ({
        none: 'Bild: noch nichts gemalt',
        partial: 'Bild, unfertig',
        whole: 'Bild zur Skizze',
      })[state],
    overlay: 'Skizze über dem Bild',
    view: 'Was zu sehen ist',
    begin: 'Dann drück auf „Malen“ und sieh zu',
    leaveFullScreen: 'Vollbild beenden',
    showLayout: 'Skizze',
    showPicture: 'Bild',
  },
  settings: {
    heading: 'Bildeinstellungen',
    format: 'Größe',
    formatValue: (width, height) => `${width} × ${height}`,
    presets: 'Größen',
    width: 'Breite',
    height: 'Höhe',
    formatNote: 'Streckt die Skizze auf die neue Größe. Mit „Rückgängig“ kommt das Bild zurück.',
    less: (what) => `${what} verkleinern`,
    more: (what) => `${what} vergrößern`,
    mood: 'Stimmung',
    anyMood: 'Beliebig',
    moodOfPhoto: 'Aus einem Foto\u00A0…',
    seed: 'Seed',
    seedNote: (locked) => (locked ? 'Dieselbe Skizze ergibt jedes Mal dasselbe Bild.' : 'Jedes Bild wird anders.'),
    variety: 'Vielfalt',
    varietyValue: (step) => (step === undefined ? 'Angepasst' : (VARIETY[step] ?? '')),
    advanced: 'Feineinstellung',
    temperature: 'Temperatur',
    topK: 'Top-k',
    topP: 'Top-p',
    temperatureNote: 'Mit 1 wurde das Modell trainiert; weniger ist ruhiger.',
    topKNote: 'Nur so viele der wahrscheinlichsten Tokens kommen infrage.',
    topPNote: 'Nur die wahrscheinlichsten Tokens, die zusammen auf diese Wahrscheinlichkeit kommen.',
    guidance: 'Treue zur Skizze',
    guidanceValue: (value) => (value <= 1 ? 'Locker' : `${decimal(value)}\u00A0×`),
    guidanceNote: '„Locker“ ist doppelt so schnell.',
    zoom: 'Nah oder fern',
    zoomValue: (zoom) => ['Fern', 'Mittel', 'Nah'][zoom - 1] ?? '',
    wholePictures:
      'Dieses Modell malt nur ganze Bilder: Es kennt keine Stimmungen, seine Treue zur Skizze liegt fest, ' +
      'und es kann weder einen Teil neu malen noch ein Bild erweitern.',
  },
  backend,
  backendDetails,
  commands,
  commandGroups,
  errors,
  job: jobText,
  dialogs,
  local: 'Was du machst, bleibt auf diesem Gerät.',
  model: (title, { from, host }) => {
    if (from === 'own') return '';
    return host === undefined ? `Es malt das Modell „${title}“.` : `Es malt das Modell „${title}“ von ${host}.`;
  },
  notices: {
    restarted: () => 'Das Malen wurde neu gestartet. Es ist nichts verloren gegangen.',
    autosave: ({ trouble }) => pictures.troubles[trouble],
    answered: () => 'Der Speicher dieses Browsers antwortet wieder. Dein letztes Bild ist noch da.',
    kept: () => 'Deine Arbeit wird wieder gespeichert.',
    unreadable: () =>
      'Dein letztes Bild lässt sich nicht lesen. Es bleibt erhalten: Unter „Meine Bilder“ kannst du es als Datei speichern. Das hier ist ein neues.',
    opened: ({ title }) => `${title === '' ? 'Dein Bild' : `„${title}“`} ist geöffnet.`,
    begun: () => 'Ein neues Bild. Das vorige findest du unter „Meine Bilder“.',
    'making-file': () => 'Datei wird erstellt\u00A0…',
    saved: () => 'Gespeichert.',
    copied: () => 'Kopiert.',
    shared: ({ title, beside }) =>
      `Jemand hat ${title === '' ? 'ein Bild' : `„${title}“`} mit dir geteilt. ` +
      (beside
        ? 'Deine eigene Arbeit ist unberührt: Öffne die Seite ohne den Link, um sie zu sehen.'
        : 'Mit „Rückgängig“ kommt zurück, was vorher da war.'),
    newer: () =>
      'Eine neue Version dieser Seite ist bereit. Sie öffnet sich, sobald alle Tabs der Seite geschlossen sind.',
    'other-codebook': ({ bundle: name }) =>
      `Dieses Bild hat ein anderes Modell gemalt, „${name}“. Hier lässt sich nur seine Skizze zeigen.`,
    'mood-found': ({ name }) => `Stimmung deines Fotos: ${name}.`,
    'bundle-opened': ({ title }) => `Das nächste Bild malt „${title}“.`,
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
  // What is bound by its place is named as a German keyboard prints it: QWERTZ, and ß, ´, Ü, +, - where English has -, =, [, ], /.
  keys: {
    $mod: 'Strg',
    $modMac: '⌘',
    Shift: 'Umschalt',
    Alt: 'Alt',
    KeyY: 'Z',
    KeyZ: 'Y',
    BracketLeft: 'Ü',
    BracketRight: '+',
    Minus: 'ß',
    Equal: '´',
    Slash: '-',
    NumpadAdd: 'Num +',
    NumpadSubtract: 'Num -',
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
    Escape: 'Esc',
    Enter: 'Enter',
    Delete: 'Entf',
    Backspace: 'Rücktaste',
  },
} satisfies Messages as Messages;
