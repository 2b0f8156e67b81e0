import type { Messages } from '../messages.ts';
import type { Running } from '../../../state/painting/jobState.ts';
import { restText } from '../restText.ts';
import { bytes, duration, part } from './format.ts';

const PROGRESS: Record<Running['phase'], (job: Running) => string> = {
  download: ({ done, total }) => `Téléchargement du modèle\u202f: ${bytes(done)} sur ${bytes(total)}`,
  prepare: () => 'Préparation du modèle',
  encode: () => 'Lecture de la photo',
  segment: () => 'Extraction de l’esquisse de la photo',
  sample: ({ done, total }) => `Peinture\u202f: ${part(done, total)}`,
  decode: ({ done, total }) => `Création des pixels\u202f: ${part(done, total)}`,
};

const rest = restText((seconds) => `encore ${duration(seconds)}`);

export const jobText: Messages['job'] = {
  label: 'Peinture',
  paint: 'Peindre',
  paintNew: 'Recommencer',
  paintAll: 'Tout repeindre',
  stop: 'Arrêter',
  goOn: 'Continuer',
  fetch: 'Télécharger',
  fetchYes: 'Télécharger',
  notNow: 'Plus tard',
  again: 'Réessayer',
  dismiss: 'Fermer',
  details: 'Détails',
  modelSize: (size) => `Pour peindre, il faut télécharger ${bytes(size)}, une seule fois. Tout reste sur cet appareil.`,
  savesData: (size) =>
    `Votre navigateur demande d’économiser les données. Pour peindre, il faut télécharger ${bytes(size)}, une seule fois. Le faire maintenant\u202f?`,
  ready: 'Prêt à peindre.',
  starting: (purpose) => (purpose === 'fetch' ? 'Recherche du modèle' : 'Préparation'),
  progress: (job) => PROGRESS[job.phase](job),
  rest,
  stopping: 'Arrêt en cours',
  stopped: (done, total) => `Arrêté à ${part(done, total)} de l’image.`,
  done: ({ purpose, seconds }) =>
    purpose === 'fetch'
      ? 'Le modèle est prêt.'
      : purpose === 'segment'
        ? 'L’esquisse correspond maintenant à la photo.'
        : `Terminé en ${duration(seconds)}.`,
  nothingLost: ({ purpose }) => (purpose === 'fetch' || purpose === 'inspect' ? '' : 'Votre travail est intact.'),
  announce: (job, percent) => {
    if (job.phase === 'download')
      return percent === 100 ? 'Le modèle est téléchargé.' : `Téléchargement du modèle, ${percent}\u00a0%.`;
    if (job.phase === 'prepare') return percent === 100 ? 'Le modèle est prêt.' : '';
    if (job.phase === 'encode') return percent === 100 ? '' : 'Lecture de la photo.';
    if (job.phase === 'segment') return percent === 100 ? '' : 'Extraction de l’esquisse de la photo.';
    if (job.phase === 'decode') return percent === 100 ? 'L’image est terminée.' : '';
    return percent === 100 ? 'Tout est peint.' : `Peinture, ${percent}\u00a0%.`;
  },
};
