import type { Messages } from '../messages.ts';
import type { Running } from '../../../state/painting/jobState.ts';
import { restText } from '../restText.ts';
import { bytes, duration, part } from './format.ts';

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

export const jobText: Messages['job'] = {
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
};
