import type { Stored } from '../../../io/browserStorage.ts';
import type { StorageMessages } from '../en/storage.ts';
import { bytes, counted } from './format.ts';

const PARTS: Record<Stored, string> = {
  models: 'Modèles',
  engine: 'Moteur',
  page: 'Page',
  work: 'Vos images',
};

const WHAT: Record<Stored, string> = {
  models: 'les modèles',
  engine: 'le moteur',
  page: 'la page',
  work: 'vos images',
};

const DELETED: Record<Stored, string> = {
  models: 'Les modèles sont supprimés.',
  engine: 'Le moteur est supprimé.',
  page: 'La page est supprimée.',
  work: 'Vos images sont supprimées.',
};

/** Words about what is kept in this browser. */
export const storage: StorageMessages = {
  heading: 'Conservé dans ce navigateur',
  note: 'Tout reste sur cet appareil. Les modèles, leur moteur et la page se téléchargent à nouveau au besoin\u202f; les images supprimées sont perdues.',
  parts: PARTS,
  size: (part, { parts, former }) => {
    if (part === 'work') return counted(parts.work, 'image', 'images');
    if (parts[part] === 0) return 'rien';
    const old = part === 'page' ? 0 : former[part];
    // What a newer one has replaced leaves by itself.
    return old === 0 ? bytes(parts[part]) : `${bytes(parts[part])}, dont ${bytes(old)} qui ne servent plus`;
  },
  looking: 'Calcul en cours',
  remove: 'Supprimer',
  sure: 'Vraiment\u202f?',
  delete: (part) => `Supprimer ${WHAT[part]}`,
  really: (part) => `Vraiment supprimer ${WHAT[part]}\u202f?`,
  deleted: (part) => DELETED[part],
  keep: 'Demander au navigateur de tout garder',
  promised: 'Le navigateur a promis de tout garder.',
  refused:
    'Le navigateur n’a rien promis\u202f: il peut tout effacer si la place vient à manquer. Enregistrez comme projet ce qui compte pour vous.',
};
