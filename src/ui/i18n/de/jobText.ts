import type { Messages } from '../messages.ts';
import type { Running } from '../../../state/painting/jobState.ts';
import { restText } from '../restText.ts';
import { bytes, duration, part, share } from './format.ts';

const PROGRESS: Record<Running['phase'], (job: Running) => string> = {
  download: ({ done, total }) => `Modell wird geladen: ${bytes(done)} von ${bytes(total)}`,
  prepare: () => 'Modell wird vorbereitet',
  encode: () => 'Foto wird gelesen',
  segment: () => 'Skizze entsteht aus dem Foto',
  sample: ({ done, total }) => `Wird gemalt: ${part(done, total)}`,
  decode: ({ done, total }) => `Pixel werden berechnet: ${part(done, total)}`,
};

const rest = restText((seconds) => `noch ${duration(seconds)}`);

export const jobText: Messages['job'] = {
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
};
