import type { FailureMessages } from '../en/failure.ts';

/** Words for what should not happen. */
export const failure: FailureMessages = {
  heading: 'Un problème est survenu',
  page: 'Cette page a rencontré une erreur. Votre travail est conservé dans ce navigateur. Réessayez, ou rechargez la page.',
  part: 'Cette partie de la page n’a pas pu être chargée. Vérifiez la connexion et réessayez. S’il existe une nouvelle version de la page, rechargez-la. Votre travail est conservé.',
  again: 'Réessayer',
  reload: 'Recharger la page',
  save: 'Enregistrer un projet',
};
