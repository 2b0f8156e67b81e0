import type { AutosaveTrouble } from '../../../io/autosave.ts';
import type { PicturesMessages } from '../en/pictures.ts';
import { bytes, counted, date } from './format.ts';

const TROUBLES: Record<AutosaveTrouble, string> = {
  full: 'Le stockage de ce navigateur est plein\u202f: votre travail n’est pas conservé. La page continue d’essayer. Faites de la place, ou enregistrez un projet.',
  unavailable:
    'Ce navigateur ne conserve pas votre travail. La page continue d’essayer. Enregistrez un projet avant de partir.',
  silent:
    'Le stockage de ce navigateur ne répond pas\u202f: la page s’est ouverte sans votre dernière image, qui est toujours là. Rechargez la page pour réessayer.',
};

const nameOf = (title: string) => (title === '' ? 'cette image' : `«\u202f${title}\u202f»`);

/** Words of a person's pictures, and of keeping them. */
export const pictures: PicturesMessages = {
  heading: 'Vos images',
  note: 'Tout ce que vous faites est conservé dans ce navigateur, jusqu’à ce que vous le supprimiez.',
  loading: 'Recherche de vos images',
  none: 'Rien ici pour l’instant. Ce que vous peignez y apparaît tout seul.',
  failed: 'Le stockage de ce navigateur ne répond pas. Rechargez la page pour réessayer.',
  stored: 'Enregistrée dans ce navigateur.',
  begin: 'Nouvelle image',
  open: (title) => `Ouvrir ${nameOf(title)}`,
  untitled: 'Sans titre',
  unreadable: 'Illisible',
  marks: { here: 'Ouverte ici', elsewhere: 'Ouverte dans un autre onglet', nowhere: '' },
  link: 'Venue d’un lien',
  date,
  size: (width, height) => `${width} × ${height}`,
  more: (title) => `Options pour ${nameOf(title)}`,
  rename: 'Renommer…',
  title: 'Titre',
  apply: 'Renommer',
  duplicate: 'Dupliquer',
  copyOf: (title) => `${title === '' ? 'Sans titre' : title} (copie)`,
  saveProject: 'Enregistrer le projet',
  saveRaw: 'Enregistrer le fichier',
  remove: 'Supprimer',
  deleted: (title) => `${title === '' ? 'L’image' : `«\u202f${title}\u202f»`} est supprimée.`,
  undo: 'Annuler',
  full: 'Ce navigateur n’a plus de place. Supprimez les images dont vous n’avez plus besoin, ou enregistrez-les d’abord comme projets.',
  room: (count, used) => `${counted(count, 'image', 'images')}, ${bytes(used)}.`,
  back: 'Revenir à la précédente',
  openLast: 'L’ouvrir',
  troubles: TROUBLES,
  saveNow: 'Enregistrer',
  unsaved: {
    heading: 'Cette image n’est pas conservée',
    note: 'Ce navigateur n’a pas pu conserver l’image que vous avez ouverte. Enregistrez-la comme projet avant qu’une autre prenne sa place.',
    save: 'Enregistrer le projet',
    replace: 'Remplacer quand même',
    keep: 'La garder',
  },
};
