import type { BackendChoice } from '../../protocol/paintEngine.ts';
import type { Running } from '../../state/painting/jobState.ts';
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
import { bytes, counted, decimal, duration, formats, number, part } from './es/format.ts';
import { backendText } from './backendText.ts';
import { restText } from './restText.ts';
import type { Messages } from './messages.ts';

const VARIETY = ['Serena', 'Tranquila', 'Equilibrada', 'Animada', 'Salvaje'];

const backend = backendText({
  gpu: 'Pinta con el procesador gráfico (WebGPU).',
  gpuFaster: 'Pinta con el procesador gráfico (WebGPU): al probar ambos, fue el más rápido.',
  gpuAsked: 'Pinta con el procesador gráfico (WebGPU): lo pide la dirección de esta página.',
  processor: (threads, why) => `Pinta con el procesador (WebAssembly, ${threads}): ${why}.`,
  whyNotWebGpu: {
    available: 'al probar ambos, WebGPU fue más lento',
    absent: 'este navegador no tiene WebGPU',
    'no-adapter': 'el navegador no ofrece ningún procesador gráfico',
    software: 'el navegador solo simula el procesador gráfico',
    failed: 'el procesador gráfico no superó una autoprueba',
    'not-tried': 'lo pide la dirección de esta página',
  },
  threads: (tokens, pixels) =>
    pixels === undefined
      ? counted(tokens, 'hilo', 'hilos')
      : `${counted(tokens, 'hilo', 'hilos')} para los tokens, ${pixels} para los píxeles`,
});

const GRAPHS: Record<BackendChoice['graph'], string> = {
  context: 'Leer el boceto',
  step: 'Elegir los tokens',
  encoder: 'Leer fotos',
  segmenter: 'Sacar el boceto de fotos',
  features: 'Crear los píxeles, primera mitad',
  upsampler: 'Crear los píxeles, segunda mitad',
  condition: 'Leer el boceto',
  decoder: 'Crear los píxeles',
};

const PROGRESS: Record<Running['phase'], (job: Running) => string> = {
  download: ({ done, total }) => `Descargando el modelo: ${bytes(done)} de ${bytes(total)}`,
  prepare: () => 'Preparando el modelo',
  encode: () => 'Leyendo la foto',
  segment: () => 'Sacando el boceto de la foto',
  sample: ({ done, total }) => `Pintando: ${part(done, total)}`,
  decode: ({ done, total }) => `Creando los píxeles: ${part(done, total)}`,
};

const rest = restText((seconds) => {
  const time = duration(seconds);
  return /^1\s/.test(time) ? `Queda ${time}` : `Quedan ${time}`;
});

export const es = {
  title: 'Plein Air',
  formats,
  names,
  commands: {
    brush: 'Pincel',
    eraser: 'Borrador',
    line: 'Línea',
    polyline: 'Polilínea',
    rectangle: 'Rectángulo',
    ellipse: 'Elipse',
    fill: 'Rellenar',
    select: 'Seleccionar',
    pick: 'Cuentagotas',
    pan: 'Mano',
    smaller: 'Reducir pincel',
    larger: 'Agrandar pincel',
    mirror: 'Trazos en espejo',
    'swap-classes': 'Clase anterior',
    'class-1': 'Cielo',
    'class-2': 'Nubes',
    'class-3': 'Montaña',
    'class-4': 'Nieve',
    'class-5': 'Roca',
    'class-6': 'Árboles',
    'class-7': 'Hierba',
    'class-8': 'Plantas',
    'class-9': 'Agua',
    'class-10': 'Arena',
    'class-11': 'Tierra',
    'class-12': 'Libre',
    undo: 'Deshacer',
    redo: 'Rehacer',
    history: 'Historial',
    cut: 'Cortar',
    copy: 'Copiar',
    paste: 'Pegar',
    'choose-all': 'Seleccionar todo',
    'choose-nothing': 'Deseleccionar',
    'clear-selection': 'Borrar la selección',
    'flip-across': 'Voltear en horizontal',
    'flip-over': 'Voltear en vertical',
    roughen: 'Bordes irregulares',
    clear: 'Vaciar el boceto',
    paint: 'Pintar',
    'go-on': 'Continuar',
    repaint: 'Repintar cambio',
    live: 'Repintar tras cada trazo',
    mark: 'Repintar una parte',
    again: 'Repintar lo marcado',
    candidates: 'Pintar varias versiones para elegir',
    measure: 'Qué piensa el modelo',
    'extend-left': 'Extender a la izquierda',
    'extend-right': 'Extender a la derecha',
    'extend-top': 'Extender hacia arriba',
    'extend-bottom': 'Extender hacia abajo',
    panorama: 'Panorámica: extender a la derecha hasta que la detengas',
    stop: 'Detener',
    'roll-seed': 'Otra semilla',
    'lock-seed': 'Fijar semilla',
    save: 'Guardar la imagen',
    'save-large': 'Guardar la imagen a doble tamaño',
    export: 'Guardar como…',
    'save-pair': 'Boceto e imagen, lado a lado',
    'save-project': 'Proyecto, con todo incluido',
    'save-layout': 'Boceto, ID de Plein Air',
    'save-layout-coco-stuff': 'Boceto, ID de COCO-Stuff (S-FLCKR)',
    'save-layout-gaugan': 'Boceto, colores de GauGAN',
    'save-layout-ade20k': 'Boceto, ID de ADE20K',
    'zoom-in': 'Acercar',
    'zoom-out': 'Alejar',
    'zoom-fit': 'Ver todo',
    'zoom-real': 'Tamaño real',
    compare: 'Comparar (mantener)',
    'compare-before': 'Comparar con la imagen anterior (mantener)',
    replay: 'Repetición',
    'full-screen': 'Imagen a pantalla completa',
    'other-view': 'Cambiar entre boceto e imagen',
    share: 'Compartir un enlace',
    open: 'Abrir un archivo…',
    photograph: 'Extender una foto…',
    starters: 'Plantillas',
    pictures: 'Tus imágenes',
    gallery: 'Galería',
    find: 'Buscar un comando',
    help: 'Atajos de teclado',
    storage: 'Almacenamiento',
    about: 'Acerca de',
  },
  commandGroups: {
    tools: 'Herramientas',
    classes: 'Qué pintar',
    edit: 'Editar',
    picture: 'Imagen',
    view: 'Vista',
    page: 'Página',
  },
  errors: {
    ABORTED: { what: 'Se dejó de pintar.', advice: 'Pulsa Pintar para empezar de nuevo.' },
    MANIFEST_MISSING: {
      what: 'En esta dirección no hay ningún modelo.',
      advice: 'Revisa la dirección que sigue a «?bundle=» o abre un modelo desde tus archivos.',
    },
    MANIFEST_INVALID: {
      what: 'Esta página no puede leer el modelo de esta dirección.',
      advice: 'Quizá necesite una versión más nueva de la página. Prueba con otro modelo.',
    },
    GRAPH_MISSING: {
      what: 'No se encontró una parte del modelo.',
      advice: 'Puede que lo estén actualizando ahora mismo. Inténtalo de nuevo en un momento.',
    },
    GRAPH_TRUNCATED: { what: 'Una parte del modelo no se descargó entera.', advice: 'Inténtalo de nuevo.' },
    GRAPH_HASH: {
      what: 'Una parte del modelo está dañada y no se usó.',
      advice: 'Inténtalo de nuevo. Si vuelve a pasar, el archivo está dañado en el servidor de esta página.',
    },
    NETWORK: {
      what: 'Falló la conexión mientras se descargaba el modelo o su motor.',
      advice:
        'Comprueba la conexión e inténtalo de nuevo; si funciona bien, quizá una extensión bloquee la descarga. Los archivos que ya están aquí no se descargan otra vez.',
    },
    ENGINE_FILE: {
      what: 'El archivo que ejecuta el modelo no llegó como debía.',
      advice:
        'Quizá lo bloquee una extensión o un filtro, o falte en el servidor de esta página. Inténtalo de nuevo sin extensiones; si sigue igual, avísanos.',
    },
    NO_BACKEND: {
      what: 'Ni el procesador gráfico ni el procesador superaron la autoprueba del modelo.',
      advice: 'Un navegador más nuevo puede ayudar. Avísanos y adjunta los detalles.',
    },
    DEVICE_LOST: {
      what: 'El procesador gráfico dejó de estar disponible.',
      advice: 'Pasa cuando el dispositivo se suspende o su controlador se reinicia. Continúa o inténtalo de nuevo.',
    },
    OUT_OF_MEMORY: {
      what: 'No hay memoria suficiente.',
      advice: 'Cierra otras pestañas o elige un tamaño menor, e inténtalo de nuevo.',
    },
    WORKER_DIED: {
      what: 'Hubo un fallo al pintar y el motor se reinició.',
      advice: 'Continúa o inténtalo de nuevo.',
    },
    BAD_REQUEST: { what: 'El modelo no puede pintar esto.', advice: 'Prueba con otro tamaño o ambiente.' },
    INTERNAL: {
      what: 'Algo salió mal al pintar.',
      advice: 'Inténtalo de nuevo. Si vuelve a pasar, avísanos.',
    },
  },
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
  job: {
    label: 'Pintura',
    paint: 'Pintar',
    paintNew: 'Empezar de cero',
    paintAll: 'Repintar todo',
    stop: 'Detener',
    goOn: 'Continuar',
    fetch: 'Descargar ya',
    fetchYes: 'Descargar',
    notNow: 'Ahora no',
    again: 'Reintentar',
    dismiss: 'Cerrar',
    details: 'Detalles',
    modelSize: (size) =>
      `Para pintar hacen falta ${bytes(size)}: se descargan una sola vez y se quedan en este dispositivo.`,
    savesData: (size) =>
      `Tu navegador pide ahorrar datos. Para pintar hay que descargar ${bytes(size)} una sola vez. ¿Descargarlos?`,
    ready: 'Todo listo para pintar.',
    starting: (purpose) => (purpose === 'fetch' ? 'Buscando el modelo' : 'Preparando'),
    progress: (job) => PROGRESS[job.phase](job),
    rest,
    stopping: 'Deteniendo',
    stopped: (done, total) => `Se detuvo al ${part(done, total)} de la imagen.`,
    done: ({ purpose, seconds }) =>
      purpose === 'fetch'
        ? 'El modelo está listo.'
        : purpose === 'segment'
          ? 'El boceto ya corresponde a la foto.'
          : `Listo en ${duration(seconds)}.`,
    nothingLost: ({ purpose }) => (purpose === 'fetch' || purpose === 'inspect' ? '' : 'Tu trabajo está a salvo.'),
    announce: (job, percent) => {
      if (job.phase === 'download')
        return percent === 100 ? 'El modelo está descargado.' : `Descargando el modelo, ${percent}\u00a0%.`;
      if (job.phase === 'prepare') return percent === 100 ? 'El modelo está listo.' : '';
      if (job.phase === 'encode') return percent === 100 ? '' : 'Leyendo la foto.';
      if (job.phase === 'segment') return percent === 100 ? '' : 'Sacando el boceto de la foto.';
      if (job.phase === 'decode') return percent === 100 ? 'La imagen está terminada.' : '';
      return percent === 100 ? 'Todo está pintado.' : `Pintando, ${percent}\u00a0%.`;
    },
  },
  backend,
  backendDetails: (choices) =>
    choices.map(({ graph, backend: name }) => `${GRAPHS[graph]}: ${name === 'webgpu' ? 'WebGPU' : 'WebAssembly'}`),
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
  dialogs: {
    close: 'Cerrar',
    starters: {
      heading: 'Plantillas',
      note: 'Empieza con un boceto y la imagen que salió de él. Con Deshacer recuperas lo que tienes ahora.',
      loading: 'Cargando las plantillas',
      none: 'Aquí no hay plantillas. Elige una clase y pinta tu propio boceto.',
      blank: 'En blanco',
      recent: 'Recientes',
    },
    help: {
      heading: 'Atajos de teclado',
      note: 'Funcionan en todas partes, salvo mientras escribes en un campo.',
      canvasHeading: 'En el lienzo',
      canvas: [
        ['Espacio + arrastrar', 'Mover la vista'],
        ['Rueda o dos dedos', 'Zoom'],
        ['Alt + clic', 'Tomar la clase de ese punto'],
        ['Flechas', 'Mover el pincel un píxel; con Mayús, 16'],
        ['Intro', 'Estampar'],
        ['Espacio + flechas', 'Dibujar'],
        ['Esc', 'Cancelar lo que estás dibujando'],
        ['Mayús', 'Trazos rectos, cuadrados y círculos'],
        ['Doble clic', 'Terminar una polilínea'],
      ],
      or: 'o',
    },
    about: {
      heading: 'Acerca de Plein Air',
      intro:
        'Pinta dónde están el cielo, el agua y los bosques; una pequeña red neuronal, en esta misma página, convierte tu boceto en una imagen mientras miras.',
      local: 'Qué se queda en tu dispositivo',
      localText:
        'Todo. Detrás de esta página no hay ningún servidor. Los bocetos, las imágenes y los ajustes se guardan en este ' +
        'navegador, y el modelo son unos pocos archivos que se descargan, se comprueban y se conservan.',
      rights: 'De quién son las imágenes',
      rightsText:
        'Por parte de esta página, puedes usar como quieras lo que crees aquí. Abajo se indica de qué aprendió el ' +
        'modelo y con qué licencia, para que juzgues por tu cuenta.',
      model: (title) => `El modelo: ${title}`,
      modelFrom: ({ from, host }) => {
        if (from === 'files') return 'Cargado desde tus archivos.';
        if (host !== undefined) return `Cargado desde ${host}: lo pide la dirección que sigue a «?bundle=».`;
        return from === 'address' ? 'Cargado desde la dirección que sigue a «?bundle=».' : '';
      },
      trainedOn: 'Entrenado con',
      measured: 'Mediciones',
      limits: 'Límites',
      licence: 'Licencia',
      segmenter: 'Bocetos de fotos',
      segmenterText: (source, licence) => `${source} Licencia: ${licence}.`,
      noModel: 'La descripción del modelo aún no se ha podido leer.',
      machine: 'En este dispositivo',
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
