import type { ProblemMessages } from '../messages.ts';
import { counted, list, number } from './format.ts';

const READS = 'Esta página lee imágenes, proyectos y modelos.';
const MODEL = 'Elige manifest.json junto con los archivos que menciona.';

/** Words for what cannot be used, and what to do about it. */
export const problems: ProblemMessages = {
  empty: ({ file }) => `«${file}» está vacío.`,
  'cut-off': ({ file }) => `«${file}» está cortado. Guárdalo o descárgalo de nuevo.`,
  damaged: ({ file }) => `«${file}» está dañado.`,
  'too-large': ({ file }) => `«${file}» es demasiado grande para esta página.`,
  'unknown-file': ({ file }) => `«${file}» no se puede abrir aquí. ${READS}`,
  'not-picture': ({ file }) => `«${file}» no es una imagen que esta página pueda leer.`,
  'not-png': ({ file }) => `«${file}» no es un archivo PNG.`,
  'not-layout': ({ file }) =>
    `«${file}» no es un boceto: tiene que ser un PNG con un byte por píxel, el ID de su clase.`,
  'not-project': ({ file }) => `«${file}» es un archivo ZIP, pero no un proyecto de Plein Air.`,
  incomplete: ({ file }) => `«${file}» está incompleto: le falta una parte.`,
  'other-version': ({ file }) =>
    `«${file}» se creó con otra versión de esta página. Recarga la página e inténtalo de nuevo.`,
  'unreadable-picture': ({ file }) => `«${file}» contiene una imagen que este navegador no puede leer.`,
  'unpacks-too-large': ({ file }) =>
    `«${file}» contiene más datos de los que esta página descomprime. Guárdalo con 8 bits por canal o más pequeño.`,
  'too-large-for-browser': ({ file }) =>
    `«${file}» es demasiado grande para este navegador. Prueba con un PNG o con un archivo más pequeño.`,
  'photograph-among-maps': ({ file }) => `«${file}» parece una foto. Ábrela por separado para extenderla.`,
  'not-shared': ({ file }) =>
    `«${file}» está en otro sitio web que no deja que esta página lo descargue. Guárdalo desde allí y suelta aquí el archivo.`,
  'partly-fetched': ({ file }) => `«${file}» solo se descargó en parte. Arrástralo aquí otra vez.`,
  'link-damaged': () => 'Este enlace está dañado o cortado. Pide que te lo envíen otra vez.',
  'link-version': () => 'Este enlace se creó con otra versión de esta página. Recarga la página e inténtalo de nuevo.',
  'empty-address': () => 'No hay ninguna imagen en lo que soltaste.',
  'nothing-dropped': () => `Ahí no hay nada que abrir. ${READS}`,
  'nothing-in-folder': () => `En esa carpeta no hay nada que abrir. ${READS}`,
  'no-manifest': () => `Un modelo tiene un archivo llamado manifest.json. ${MODEL}`,
  'picture-held': () => 'Esa imagen está abierta en otra pestaña. Continúa allí o duplícala.',
  'picture-missing': () => 'Esa imagen ya no está: se eliminó en otra pestaña.',
  'picture-unreadable': () =>
    'Esa imagen no se puede leer. Se conserva: puedes guardarla como archivo desde «Tus imágenes».',
  'part-unfetched': () => 'No se pudo descargar una parte de la página. Comprueba la conexión e inténtalo de nuevo.',
  'reading-no-memory': () => 'No hubo memoria suficiente para leerlo. Reduce su tamaño o cierra otras pestañas.',
  'reading-failed': () => 'No se pudo leer. Si otros programas lo abren, avísanos.',
  'reading-stopped': () => 'Se detuvo la lectura.',
  'making-no-memory': () =>
    'No hubo memoria suficiente para crear el archivo. Cierra otras pestañas o guarda la imagen a tamaño normal.',
  'making-failed': () => 'No se pudo crear el archivo. Inténtalo de nuevo o guárdalo en otro formato.',
  'making-stopped': () => 'Se detuvo la creación del archivo.',
  'no-film': () => 'Este navegador no pudo crear la película de la imagen. Guárdala como GIF.',
  'not-copied': () => 'El navegador no dejó copiar la imagen. Guárdala.',
  'page-fault': () => 'Algo salió mal en la página. No se ha perdido nada: inténtalo de nuevo.',
  'not-fetched': ({ file, status }) =>
    `«${file}» no se pudo descargar${status === undefined ? '' : ` (estado ${status})`}. Inténtalo de nuevo en un momento.`,
  'wrong-entry': ({ file, entry, reason }) =>
    `«${file}» no se puede leer: ${entry === '' ? 'su contenido no es válido' : `la entrada «${entry}» no es válida`} (${reason}).`,
  'wrong-size': ({ file, size, expected }) =>
    `«${file}» tiene ${pixels(size)} píxeles y debería tener ${expected.map(pixels).join(' o ')}.`,
  'no-class': ({ file, classId }) => `«${file}» tiene un píxel de la clase ${classId}, que no existe.`,
  interlaced: ({ file, bits }) =>
    `«${file}» está entrelazado, con ${counted(bits, 'bit', 'bits')} por píxel. Guárdalo sin entrelazar.`,
  'map-size': ({ file, size, minimum, maximum }) =>
    `«${file}» tiene ${pixels(size)} píxeles. Cada lado puede tener de ${number(minimum)} a ${number(maximum)}: ` +
    'cambia antes su tamaño.',
  'photograph-small': ({ file, size, minimum }) =>
    `«${file}» tiene ${pixels(size)} píxeles y es demasiado pequeña: cada lado necesita al menos ${number(minimum)}.`,
  'photograph-large': ({ file, size, maximum }) =>
    `«${file}» tiene ${megapixels(size.width * size.height)} megapíxeles. ` +
    `Esta página lee fotos de hasta ${megapixels(maximum)}: reduce antes su tamaño.`,
  undecodable: ({ file, format }) =>
    format === undefined
      ? `«${file}» está dañado o es una imagen que este navegador no puede leer.`
      : `«${file}» es una imagen ${format === 'heic' ? 'HEIC' : 'AVIF'}, y este navegador no puede leerla. ` +
        'Guárdala como JPEG o PNG para abrirla aquí.',
  'left-out': ({ files }) =>
    `${files.length === 1 ? 'No se abrió' : 'No se abrieron'} con el resto: ${list(files.map((file) => `«${file}»`))}.`,
  'many-files': ({ most }) => `Esa carpeta tiene más de ${number(most)} archivos. Elige la carpeta de un solo modelo.`,
};

function pixels({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width} × ${height}`;
}

function megapixels(count: number): string {
  return number(count / 1e6);
}
