import type { BackendChoice } from '../../protocol/paintEngine.ts';
import type { Running } from '../../state/painting/jobState.ts';
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
import { bytes, counted, decimal, duration, formats, number, part, share } from './de/format.ts';
import { backendText } from './backendText.ts';
import { restText } from './restText.ts';
import type { Messages } from './messages.ts';

const VARIETY = ['Still', 'Ruhig', 'Ausgewogen', 'Lebhaft', 'Wild'];

const ASKED_FOR = 'Die Adresse dieser Seite verlangt es so.';

const backend = backendText({
  gpu: 'Malt mit dem Grafikprozessor (WebGPU).',
  gpuFaster: 'Malt mit dem Grafikprozessor (WebGPU): Er war im Vergleich schneller.',
  gpuAsked: `Malt mit dem Grafikprozessor (WebGPU): ${ASKED_FOR}`,
  processor: (threads, why) => `Malt mit dem Prozessor (WebAssembly, ${threads}): ${why}`,
  whyNotWebGpu: {
    available: 'WebGPU war im Vergleich langsamer.',
    absent: 'Dieser Browser hat kein WebGPU.',
    'no-adapter': 'Der Browser bietet keinen Grafikprozessor an.',
    software: 'Der Grafikprozessor des Browsers ist nur simuliert.',
    failed: 'Der Grafikprozessor hat einen Selbsttest nicht bestanden.',
    'not-tried': ASKED_FOR,
  },
  threads: (tokens, pixels) =>
    pixels === undefined
      ? counted(tokens, 'Thread', 'Threads')
      : `${counted(tokens, 'Thread', 'Threads')} für Tokens, ${pixels} für Pixel`,
});

const GRAPHS: Record<BackendChoice['graph'], string> = {
  context: 'Skizze lesen',
  step: 'Tokens wählen',
  encoder: 'Fotos lesen',
  segmenter: 'Skizzen aus Fotos ableiten',
  features: 'Pixel berechnen, erste Hälfte',
  upsampler: 'Pixel berechnen, zweite Hälfte',
  condition: 'Skizze lesen',
  decoder: 'Pixel berechnen',
};

const PROGRESS: Record<Running['phase'], (job: Running) => string> = {
  download: ({ done, total }) => `Modell wird geladen: ${bytes(done)} von ${bytes(total)}`,
  prepare: () => 'Modell wird vorbereitet',
  encode: () => 'Foto wird gelesen',
  segment: () => 'Skizze entsteht aus dem Foto',
  sample: ({ done, total }) => `Wird gemalt: ${part(done, total)}`,
  decode: ({ done, total }) => `Pixel werden berechnet: ${part(done, total)}`,
};

const rest = restText((seconds) => `noch ${duration(seconds)}`);

export const de = {
  title: 'Plein Air',
  formats,
  names,
  commands: {
    brush: 'Pinsel',
    eraser: 'Radierer',
    line: 'Linie',
    polyline: 'Linienzug',
    rectangle: 'Rechteck',
    ellipse: 'Ellipse',
    fill: 'Füllen',
    select: 'Auswählen',
    pick: 'Pipette',
    pan: 'Hand',
    smaller: 'Kleinerer Pinsel',
    larger: 'Größerer Pinsel',
    mirror: 'Striche spiegeln',
    'swap-classes': 'Vorige Klasse',
    'class-1': 'Himmel',
    'class-2': 'Wolken',
    'class-3': 'Berg',
    'class-4': 'Schnee',
    'class-5': 'Fels',
    'class-6': 'Bäume',
    'class-7': 'Gras',
    'class-8': 'Pflanzen',
    'class-9': 'Wasser',
    'class-10': 'Sand',
    'class-11': 'Erde',
    'class-12': 'Beliebig',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    history: 'Verlauf',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    'choose-all': 'Alles auswählen',
    'choose-nothing': 'Auswahl aufheben',
    'clear-selection': 'Auswahl leeren',
    'flip-across': 'Horizontal spiegeln',
    'flip-over': 'Vertikal spiegeln',
    roughen: 'Kanten aufrauen',
    clear: 'Skizze leeren',
    paint: 'Malen',
    'go-on': 'Weitermalen',
    repaint: 'Änderung malen',
    live: 'Nach jedem Strich neu malen',
    mark: 'Teil neu malen',
    again: 'Markiertes neu malen',
    candidates: 'Mehrere Varianten zur Auswahl malen',
    measure: 'Was das Modell denkt',
    'extend-left': 'Links erweitern',
    'extend-right': 'Rechts erweitern',
    'extend-top': 'Oben erweitern',
    'extend-bottom': 'Unten erweitern',
    panorama: 'Panorama: rechts erweitern bis zum Stopp',
    stop: 'Stopp',
    'roll-seed': 'Neuer Seed',
    'lock-seed': 'Seed fixieren',
    save: 'Bild speichern',
    'save-large': 'Bild in doppelter Größe speichern',
    export: 'Speichern als\u00A0…',
    'save-pair': 'Skizze und Bild nebeneinander',
    'save-project': 'Projekt, alles in einer Datei',
    'save-layout': 'Skizze, Plein-Air-IDs',
    'save-layout-coco-stuff': 'Skizze, COCO-Stuff-IDs (S-FLCKR)',
    'save-layout-gaugan': 'Skizze, GauGAN-Farben',
    'save-layout-ade20k': 'Skizze, ADE20K-IDs',
    'zoom-in': 'Einzoomen',
    'zoom-out': 'Auszoomen',
    'zoom-fit': 'Einpassen',
    'zoom-real': 'Originalgröße',
    compare: 'Vergleichen (halten)',
    'compare-before': 'Mit dem vorigen Bild vergleichen (halten)',
    replay: 'Wiedergabe',
    'full-screen': 'Bild als Vollbild',
    'other-view': 'Zwischen Skizze und Bild wechseln',
    share: 'Link teilen',
    open: 'Datei öffnen\u00A0…',
    photograph: 'Foto erweitern\u00A0…',
    starters: 'Vorlagen',
    pictures: 'Meine Bilder',
    gallery: 'Galerie',
    find: 'Befehl suchen',
    help: 'Tastenkürzel',
    storage: 'Speicher',
    about: 'Über Plein Air',
  },
  commandGroups: {
    tools: 'Werkzeuge',
    classes: 'Was du malst',
    edit: 'Bearbeiten',
    picture: 'Bild',
    view: 'Ansicht',
    page: 'Seite',
  },
  errors: {
    ABORTED: { what: 'Das Malen wurde abgebrochen.', advice: 'Mit „Malen“ fängst du neu an.' },
    MANIFEST_MISSING: {
      what: 'Unter dieser Adresse gibt es kein Modell.',
      advice: 'Prüfe die Adresse nach „?bundle=“ oder öffne ein Modell aus deinen Dateien.',
    },
    MANIFEST_INVALID: {
      what: 'Diese Seite kann das Modell unter dieser Adresse nicht lesen.',
      advice: 'Vielleicht braucht es eine neuere Version der Seite. Versuch es mit einem anderen Modell.',
    },
    GRAPH_MISSING: {
      what: 'Ein Teil des Modells war nicht zu finden.',
      advice: 'Vielleicht wird es gerade ausgetauscht. Versuch es gleich noch einmal.',
    },
    GRAPH_TRUNCATED: {
      what: 'Ein Teil des Modells wurde nicht vollständig geladen.',
      advice: 'Versuch es noch einmal.',
    },
    GRAPH_HASH: {
      what: 'Ein Teil des Modells ist beschädigt und wurde deshalb nicht verwendet.',
      advice: 'Versuch es noch einmal. Passiert es wieder, ist die Datei auf dem Server dieser Seite beschädigt.',
    },
    NETWORK: {
      what: 'Die Verbindung brach ab, während das Modell oder seine Engine geladen wurde.',
      advice:
        'Prüfe die Verbindung und versuch es noch einmal; ist sie in Ordnung, blockiert vielleicht eine Browser-Erweiterung das Laden. Was schon da ist, wird nicht noch einmal geladen.',
    },
    ENGINE_FILE: {
      what: 'Die Datei, mit der das Modell läuft, kam nicht richtig an.',
      advice:
        'Vielleicht blockiert eine Browser-Erweiterung oder ein Filter sie, oder sie fehlt auf dem Server dieser Seite. Versuch es ohne Erweiterungen; bleibt der Fehler, melde ihn bitte.',
    },
    NO_BACKEND: {
      what: 'Weder Grafikprozessor noch Prozessor haben den Selbsttest des Modells bestanden.',
      advice: 'Ein neuerer Browser hilft vielleicht. Melde das bitte mit den Details.',
    },
    DEVICE_LOST: {
      what: 'Der Grafikprozessor ist nicht mehr erreichbar.',
      advice:
        'Das kommt vor, wenn ein Gerät schläft oder sein Treiber neu startet. Male weiter oder versuch es noch einmal.',
    },
    OUT_OF_MEMORY: {
      what: 'Der Arbeitsspeicher reicht nicht.',
      advice: 'Schließe andere Tabs oder wähle eine kleinere Größe, und versuch es noch einmal.',
    },
    WORKER_DIED: {
      what: 'Das Malen ist abgestürzt und wurde neu gestartet.',
      advice: 'Male weiter oder versuch es noch einmal.',
    },
    BAD_REQUEST: {
      what: 'Das kann das Modell nicht malen.',
      advice: 'Versuch es mit einer anderen Größe oder Stimmung.',
    },
    INTERNAL: {
      what: 'Beim Malen ist etwas schiefgegangen.',
      advice: 'Versuch es noch einmal. Passiert es wieder, melde es bitte.',
    },
  },
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
  job: {
    label: 'Malen',
    paint: 'Malen',
    paintNew: 'Von vorn',
    paintAll: 'Alles neu malen',
    stop: 'Stopp',
    goOn: 'Weitermalen',
    fetch: 'Jetzt laden',
    fetchYes: 'Laden',
    notNow: 'Nicht jetzt',
    again: 'Noch einmal',
    dismiss: 'Schließen',
    details: 'Details',
    modelSize: (size) => `Zum Malen werden einmalig ${bytes(size)} geladen. Sie bleiben auf diesem Gerät.`,
    savesData: (size) =>
      `Dein Browser will Daten sparen. Zum Malen müssen einmalig ${bytes(size)} geladen werden. Jetzt laden?`,
    ready: 'Bereit zum Malen.',
    starting: (purpose) => (purpose === 'fetch' ? 'Modell wird gesucht' : 'Gleich geht es los'),
    progress: (job) => PROGRESS[job.phase](job),
    rest,
    stopping: 'Wird gestoppt',
    stopped: (done, total) => `Bei ${part(done, total)} des Bildes gestoppt.`,
    done: ({ purpose, seconds }) =>
      purpose === 'fetch'
        ? 'Das Modell ist bereit.'
        : purpose === 'segment'
          ? 'Die Skizze passt jetzt zum Foto.'
          : `Fertig in ${duration(seconds)}.`,
    nothingLost: ({ purpose }) =>
      purpose === 'fetch' || purpose === 'inspect' ? '' : 'Es ist nichts verloren gegangen.',
    announce: (job, percent) => {
      if (job.phase === 'download')
        return percent === 100 ? 'Das Modell ist geladen.' : `Modell wird geladen, ${share(percent / 100)}.`;
      if (job.phase === 'prepare') return percent === 100 ? 'Das Modell ist bereit.' : '';
      if (job.phase === 'encode') return percent === 100 ? '' : 'Foto wird gelesen.';
      if (job.phase === 'segment') return percent === 100 ? '' : 'Skizze entsteht aus dem Foto.';
      if (job.phase === 'decode') return percent === 100 ? 'Das Bild ist fertig.' : '';
      return percent === 100 ? 'Alles ist gemalt.' : `Wird gemalt, ${share(percent / 100)}.`;
    },
  },
  backend,
  backendDetails: (choices) =>
    choices.map(({ graph, backend: name }) => `${GRAPHS[graph]}: ${name === 'webgpu' ? 'WebGPU' : 'WebAssembly'}`),
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
  dialogs: {
    close: 'Schließen',
    starters: {
      heading: 'Vorlagen',
      note: 'Fang mit einer Skizze an und dem Bild, das aus ihr gemalt wurde. Mit „Rückgängig“ kommst du zum jetzigen Stand zurück.',
      loading: 'Vorlagen werden geladen',
      none: 'Hier gibt es keine Vorlagen. Wähle eine Klasse und male deine eigene Skizze.',
      blank: 'Leer',
      recent: 'Zuletzt',
    },
    help: {
      heading: 'Tastenkürzel',
      note: 'Sie gelten überall, außer beim Tippen in ein Feld.',
      canvasHeading: 'Auf der Leinwand',
      canvas: [
        ['Leertaste + Ziehen', 'Ansicht verschieben'],
        ['Mausrad oder zwei Finger', 'Zoomen'],
        ['Alt + Klick', 'Klasse aufnehmen'],
        ['Pfeile', 'Pinsel um ein Pixel bewegen, mit Umschalt um 16'],
        ['Enter', 'Tupfer setzen'],
        ['Leertaste + Pfeile', 'Zeichnen'],
        ['Esc', 'Abbrechen, was du zeichnest'],
        ['Umschalt', 'Gerade Striche, Quadrate und Kreise'],
        ['Doppelklick', 'Linienzug abschließen'],
      ],
      or: 'oder',
    },
    about: {
      heading: 'Über Plein Air',
      intro:
        'Male, wo Himmel, Wasser und Wald liegen: Ein kleines neuronales Netz in dieser Seite macht aus deiner Skizze ein Bild, während du zusiehst.',
      local: 'Was auf deinem Gerät bleibt',
      localText:
        'Alles. Hinter dieser Seite steht kein Server. Skizzen, Bilder und Einstellungen bleiben im Speicher dieses Browsers, ' +
        'und das Modell besteht aus ein paar Dateien, die geladen, geprüft und behalten werden.',
      rights: 'Wem die Bilder gehören',
      rightsText:
        'Was diese Seite angeht, darfst du alles, was du hier machst, verwenden, wie du willst. Unten steht, woraus das Modell ' +
        'gelernt hat und unter welcher Lizenz, damit du dir selbst ein Urteil bilden kannst.',
      model: (title) => `Das Modell: ${title}`,
      modelFrom: ({ from, host }) => {
        if (from === 'files') return 'Aus deinen Dateien geladen.';
        if (host !== undefined) return `Von ${host} geladen, wie es die Adresse nach „?bundle=“ verlangt.`;
        return from === 'address' ? 'Von der Adresse nach „?bundle=“ geladen.' : '';
      },
      trainedOn: 'Trainiert mit',
      measured: 'Gemessen',
      limits: 'Grenzen',
      licence: 'Lizenz',
      segmenter: 'Skizzen aus Fotos',
      segmenterText: (source, licence) => `${source} Lizenz: ${licence}.`,
      noModel: 'Die Beschreibung des Modells konnte noch nicht gelesen werden.',
      machine: 'Auf diesem Gerät',
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
