import type { ShareMessages } from '../en/sharing.ts';
import { number } from './format.ts';

/** Words of sharing a picture, and of one that was shared. */
export const sharing: ShareMessages = {
  button: 'Partager',
  heading: 'Partager un lien',
  note: 'L’image est dans le lien lui-même. Rien n’est mis en ligne, et toute personne qui a le lien peut voir l’image.',
  title: 'Titre (facultatif)',
  link: 'Lien',
  size: (characters) => `${number(characters)} caractères.`,
  copy: 'Copier le lien',
  copied: 'Lien copié.',
  notCopied: 'Le navigateur a bloqué la copie. Le lien est sélectionné\u202f: copiez-le au clavier.',
  send: 'Envoyer…',
  code: 'QR code du lien',
  dense: 'Ce QR code est dense\u202f: approchez l’appareil et ne bougez plus.',
  noCode: 'Ce lien est trop long pour un QR code.',
  tooLong: (characters) =>
    `Le lien aurait ${number(characters)} caractères, et certaines messageries coupent les liens aussi longs. Envoyez plutôt le fichier du projet.`,
  saveProject: 'Enregistrer le projet',
  notYet:
    'Pour créer un lien, il faut la description du modèle, qui n’a pas encore été lue. Réessayez dans un instant.',
  otherTokens:
    'Le modèle de cette image a plus de codes qu’un lien ne peut en contenir. Envoyez plutôt le fichier du projet.',
  offered: {
    heading: 'Une image partagée',
    note: 'Ce lien contient une image. Si vous l’ouvrez, elle remplace votre travail actuel\u202f; «\u202fAnnuler\u202f» vous y ramène.',
    named: (title) => `Elle s’appelle «\u202f${title}\u202f».`,
    open: 'L’ouvrir ici',
    leave: 'Ignorer',
  },
};
