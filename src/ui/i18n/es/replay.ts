import type { ReplayMessages } from '../en/replay.ts';
import { bytes, counted, number } from './format.ts';

/** Words of the replay. */
export const replay: ReplayMessages = {
  heading: 'Repetición',
  canvas: 'La imagen en este momento',
  play: 'Reproducir',
  pause: 'Pausar',
  moment: 'Momento',
  tokens: (done: number, total: number) => `${number(done)} de ${counted(total, 'token', 'tokens')}`,
  goOn: 'Continuar desde aquí con otra semilla',
  note: 'Ve a cualquier momento para continuar desde ahí. Lo pintado hasta entonces se queda, token a token.',
  gif: 'Guardar GIF',
  video: (container: 'mp4' | 'webm') => (container === 'mp4' ? 'Guardar MP4' : 'Guardar WebM'),
  keep: (name: string) => `Guardar ${name}`,
  stop: 'Detener',
  making: (done: number, total: number) => `Fotograma ${number(done)} de ${number(total)}`,
  made: (size: number) => `${bytes(size)}.`,
  open: 'Abrir en Plein Air',
  embed: 'Insertar en tu propia página',
};
