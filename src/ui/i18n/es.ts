import { backend, backendDetails } from './es/backend.ts';
import { commandGroups, commands } from './es/commands.ts';
import { dialogs } from './es/dialogs.ts';
import { errors } from './es/errors.ts';
import { jobText } from './es/jobText.ts';
import { maps } from './es/maps.ts';
import { exporting } from './es/exporting.ts';
import { failure } from './es/failure.ts';
import { finding } from './es/finding.ts';
import { arrival } from './es/arrival.ts';
import { gallery } from './es/gallery.ts';
import { photo } from './es/photo.ts';
import { pictures } from './es/pictures.ts';
import { history } from './es/history.ts';
import { problems } from './es/problems.ts';
import { measurement } from './es/measurement.ts';
import { names } from './es/names.ts';
import { region } from './es/region.ts';
import { replay } from './es/replay.ts';
import { sharing } from './es/sharing.ts';
import { storage } from './es/storage.ts';
import { decimal, formats, number } from './es/format.ts';
import type { Messages } from './messages.ts';

const VARIETY = ['Serena', 'Tranquila', 'Equilibrada', 'Animada', 'Salvaje'];

export const es = {
  title: 'Plein Air',
  formats,
  names,
  changes: {
    stroke: 'trazo',
    erase: 'borrado',
    fill: 'relleno',
    clear: 'vaciado del boceto',
    shape: 'forma',
    roughen: 'bordes irregulares',
    move: 'movimiento',
    cut: 'corte',
    paste: 'pegado',
    flip: 'volteo',
    format: 'cambio de tamaño',
    starter: 'plantilla',
    map: 'mapa',
    photograph: 'foto',
    'photograph-layout': 'boceto de la foto',
    project: 'apertura',
    shared: 'apertura',
    replay: 'vuelta atrás',
    paint: 'pintura',
    'go-on': 'pintura',
    repaint: 'repintado',
    candidate: 'versión',
    take: 'cambio de código',
    extend: 'extensión',
    left: 'salida de la página',
  },
  header: {
    label: 'Página',
    undo: (what) => (what === undefined ? 'Deshacer' : `Deshacer ${what}`),
    redo: (what) => (what === undefined ? 'Rehacer' : `Rehacer ${what}`),
    more: 'Más',
    theme: 'Tema',
    themes: { system: 'Sistema', light: 'Claro', dark: 'Oscuro' },
    language: 'Idioma',
    systemLanguage: 'Como el navegador',
    openFiles: 'Abrir modelo desde archivos…',
    openFolder: 'Abrir modelo desde carpeta…',
    saveMenu: 'Guardar',
  },
  layout: {
    heading: 'Boceto',
    canvas: 'Boceto: pinta aquí',
    description:
      'Las flechas mueven el pincel un píxel; con Mayús, 16. Intro estampa. Mantén Espacio para dibujar con las flechas. ' +
      'Escape cancela el trazo.',
    tools: 'Herramientas',
    moreTools: 'Más herramientas',
    palette: 'Qué pintar',
    size: 'Tamaño del pincel',
    sizeValue: (pixels) => `${number(pixels)} px`,
    shape: 'Forma del pincel',
    shapes: { round: 'Redondo', square: 'Cuadrado' },
    pressure: 'Presión del lápiz',
    figure: 'Qué dibujar',
    reach: 'Rellenar',
    reaches: { area: 'Esta zona', everywhere: 'Todas' },
    chosen: 'Selección',
    edges: 'Todo el boceto',
    zoom: 'Zoom',
    begin: 'Elige un material abajo y pinta aquí',
  },
  picture: {
    heading: 'Imagen',
    canvas: (state) =>
      ({
        none: 'Imagen: aún no hay nada pintado',
        partial: 'Imagen, sin terminar',
        whole: 'Imagen del boceto',
      })[state],
    overlay: 'Boceto sobre la imagen',
    view: 'Qué mostrar',
    begin: 'Luego pulsa Pintar y mira',
    leaveFullScreen: 'Salir de pantalla completa',
    showLayout: 'Boceto',
    showPicture: 'Imagen',
  },
  settings: {
    heading: 'Ajustes de la imagen',
    format: 'Tamaño',
    formatValue: (width, height) => `${width} × ${height}`,
    presets: 'Tamaños',
    width: 'Ancho',
    height: 'Alto',
    formatNote: 'Estira el boceto al nuevo tamaño. Con Deshacer recuperas la imagen.',
    less: (what) => `${what}: menos`,
    more: (what) => `${what}: más`,
    mood: 'Ambiente',
    anyMood: 'Libre',
    moodOfPhoto: 'De una foto…',
    seed: 'Semilla',
    seedNote: (locked) => (locked ? 'El mismo boceto da siempre la misma imagen.' : 'Cada imagen sale diferente.'),
    variety: 'Variedad',
    varietyValue: (step) => (step === undefined ? 'A medida' : (VARIETY[step] ?? '')),
    advanced: 'Avanzado',
    temperature: 'Temperatura',
    topK: 'Top-k',
    topP: 'Top-p',
    temperatureNote: 'El modelo se entrenó con 1; menos es más sereno.',
    topKNote: 'Solo se considera esta cantidad de tokens, los más probables.',
    topPNote: 'Solo se consideran los tokens más probables que suman esta probabilidad.',
    guidance: 'Fidelidad al boceto',
    guidanceValue: (value) => (value <= 1 ? 'Baja' : `${decimal(value)} ×`),
    guidanceNote: 'Con «Baja» va el doble de rápido.',
    zoom: 'Cerca o lejos',
    zoomValue: (zoom) => ['Lejos', 'Intermedio', 'Cerca'][zoom - 1] ?? '',
    wholePictures:
      'Este modelo solo pinta imágenes enteras: no tiene ambientes, su fidelidad al boceto es fija ' +
      'y no puede repintar una parte ni extender una imagen.',
  },
  backend,
  backendDetails,
  commands,
  commandGroups,
  errors,
  job: jobText,
  dialogs,
  local: 'Nada de lo que creas sale de este dispositivo.',
  model: (title, { from, host }) => {
    if (from === 'own') return '';
    return host === undefined ? `El modelo es «${title}».` : `El modelo es «${title}», de ${host}.`;
  },
  notices: {
    restarted: () => 'El motor se reinició. Tu trabajo está a salvo.',
    autosave: ({ trouble }) => pictures.troubles[trouble],
    answered: () => 'El almacenamiento de este navegador ya responde. Tu última imagen está ahí.',
    kept: () => 'Tu trabajo vuelve a guardarse.',
    unreadable: () =>
      'Tu última imagen no se puede leer. Se conserva: puedes guardarla como archivo desde «Tus imágenes». Esta es una nueva.',
    opened: ({ title }) => `${title === '' ? 'Tu imagen' : `«${title}»`} está abierta.`,
    begun: () => 'Una imagen nueva. La anterior está en «Tus imágenes».',
    'making-file': () => 'Creando el archivo…',
    saved: () => 'Guardado.',
    copied: () => 'Copiado.',
    shared: ({ title, beside }) =>
      `${title === '' ? 'Una imagen' : `«${title}», una imagen`} que compartieron contigo. ` +
      (beside
        ? 'Tu trabajo sigue intacto: abre la página sin el enlace para verlo.'
        : 'Con Deshacer recuperas lo que tenías.'),
    newer: () => 'Hay una nueva versión de esta página. Se abrirá cuando cierres todas sus pestañas.',
    'other-codebook': ({ bundle: name }) =>
      `Esta imagen se hizo con otro modelo, «${name}». Aquí solo se puede mostrar su boceto.`,
    'mood-found': ({ name }) => `Ambiente de tu foto: ${name}.`,
    'bundle-opened': ({ title }) => `«${title}» pintará la próxima imagen.`,
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
  // By their place on the Spanish keyboard, where "-" is at Slash, "'" at Minus, "¡" at Equal.
  keys: {
    $mod: 'Ctrl',
    $modMac: '⌘',
    Shift: 'Mayús',
    Alt: 'Alt',
    BracketLeft: '[',
    BracketRight: ']',
    Minus: "'",
    Equal: '¡',
    Slash: '-',
    NumpadAdd: 'Num +',
    NumpadSubtract: 'Num -',
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
    Escape: 'Esc',
    Enter: 'Intro',
    Delete: 'Supr',
    Backspace: 'Retroceso',
  },
} satisfies Messages as Messages;
