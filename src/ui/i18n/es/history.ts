import type { HistoryMessages } from '../en/history.ts';
import { clock, counted } from './format.ts';

/** Words of the history's tree. */
export const history: HistoryMessages = {
  heading: 'Historial',
  note: 'Vuelve a cualquier paso. Lo que hagas desde ahí abre una rama nueva, así que no se pierde nada. La parte más reciente del historial se guarda con la imagen.',
  beginning: 'Inicio',
  now: 'ahora',
  gestures: (count: number, all: 'strokes' | 'changes') =>
    all === 'strokes' ? counted(count, 'trazo', 'trazos') : counted(count, 'cambio', 'cambios'),
  noPicture: 'sin imagen',
  unfinished: 'sin terminar',
  seed: (seed: number) => `semilla ${seed}`,
  time: clock,
};
