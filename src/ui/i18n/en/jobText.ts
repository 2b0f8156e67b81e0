import type { Messages } from '../messages.ts';
import type { Running } from '../../../state/painting/jobState.ts';
import { restText } from '../restText.ts';
import { bytes, duration, part } from './format.ts';

const PROGRESS: Record<Running['phase'], (job: Running) => string> = {
  download: ({ done, total }) => `Downloading the model: ${bytes(done)} of ${bytes(total)}`,
  prepare: () => 'Getting the model ready',
  encode: () => 'Reading the photo',
  segment: () => 'Finding the layout of the photo',
  sample: ({ done, total }) => `Painting: ${part(done, total)}`,
  decode: ({ done, total }) => `Making the pixels: ${part(done, total)}`,
};

const rest = restText((seconds) => `${duration(seconds)} left`);

export const jobText: Messages['job'] = {
  label: 'Painting',
  paint: 'Paint',
  paintNew: 'Start over',
  paintAll: 'Repaint all',
  stop: 'Stop',
  goOn: 'Continue',
  fetch: 'Download now',
  fetchYes: 'Download',
  notNow: 'Not now',
  again: 'Try again',
  dismiss: 'Dismiss',
  details: 'Details',
  modelSize: (size) => `Painting needs ${bytes(size)}, downloaded once. It stays on this device.`,
  savesData: (size) =>
    `Your browser asks pages to save data. Painting needs ${bytes(size)}, downloaded once. Download it?`,
  ready: 'Ready to paint.',
  starting: (purpose) => (purpose === 'fetch' ? 'Looking for the model' : 'Getting ready'),
  progress: (job) => PROGRESS[job.phase](job),
  rest,
  stopping: 'Stopping',
  stopped: (done, total) => `Stopped at ${part(done, total)} of the picture.`,
  done: ({ purpose, seconds }) =>
    purpose === 'fetch'
      ? 'The model is ready.'
      : purpose === 'segment'
        ? 'The layout now matches the photo.'
        : `Done in ${duration(seconds)}.`,
  nothingLost: ({ purpose }) => (purpose === 'fetch' || purpose === 'inspect' ? '' : 'Your work is safe.'),
  announce: (job, percent) => {
    if (job.phase === 'download')
      return percent === 100 ? 'The model is downloaded.' : `Downloading the model, ${percent} %.`;
    if (job.phase === 'prepare') return percent === 100 ? 'The model is ready.' : '';
    if (job.phase === 'encode') return percent === 100 ? '' : 'Reading the photo.';
    if (job.phase === 'segment') return percent === 100 ? '' : 'Finding the layout of the photo.';
    if (job.phase === 'decode') return percent === 100 ? 'The picture is finished.' : '';
    return percent === 100 ? 'Everything is painted.' : `Painting, ${percent} %.`;
  },
};
