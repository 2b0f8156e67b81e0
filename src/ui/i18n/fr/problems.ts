import type { ProblemMessages } from '../messages.ts';
import { counted, list, number } from './format.ts';

const READS = 'Cette page lit des images, des projets et des modèles.';
const MODEL = 'Choisissez manifest.json avec les fichiers qu’il nomme.';

/** Words for what cannot be used, and what to do about it. */
export const problems: ProblemMessages = {
  empty: ({ file }) => `«\u202f${file}\u202f» est vide.`,
  'cut-off': ({ file }) => `«\u202f${file}\u202f» est tronqué. Enregistrez-le ou téléchargez-le à nouveau.`,
  damaged: ({ file }) => `«\u202f${file}\u202f» est endommagé.`,
  'too-large': ({ file }) => `«\u202f${file}\u202f» dépasse tout ce que cette page sait lire.`,
  'unknown-file': ({ file }) => `«\u202f${file}\u202f» ne peut pas s’ouvrir ici. ${READS}`,
  'not-picture': ({ file }) => `«\u202f${file}\u202f» n’est pas une image que cette page sait lire.`,
  'not-png': ({ file }) => `«\u202f${file}\u202f» n’est pas un fichier PNG.`,
  'not-layout': ({ file }) =>
    `«\u202f${file}\u202f» n’est pas une esquisse\u202f: il faut un PNG dont chaque pixel est un octet, le numéro de sa classe.`,
  'not-project': ({ file }) => `«\u202f${file}\u202f» est un fichier ZIP, mais pas un projet Plein Air.`,
  incomplete: ({ file }) => `«\u202f${file}\u202f» est incomplet\u202f: il en manque une partie.`,
  'other-version': ({ file }) =>
    `«\u202f${file}\u202f» a été fait avec une autre version de cette page. Rechargez la page et réessayez.`,
  'unreadable-picture': ({ file }) => `«\u202f${file}\u202f» contient une image que ce navigateur ne sait pas lire.`,
  'unpacks-too-large': ({ file }) =>
    `«\u202f${file}\u202f» contient plus de données que cette page n’en décompresse. Enregistrez-le en 8 bits par canal, ou en plus petit.`,
  'too-large-for-browser': ({ file }) =>
    `«\u202f${file}\u202f» est trop grand pour ce navigateur. Essayez un PNG, ou un fichier plus petit.`,
  'photograph-among-maps': ({ file }) => `«\u202f${file}\u202f» ressemble à une photo. Ouvrez-la seule pour l’étendre.`,
  'not-shared': ({ file }) =>
    `«\u202f${file}\u202f» se trouve sur un autre site, qui ne laisse pas cette page le télécharger. Enregistrez-le, puis déposez le fichier ici.`,
  'partly-fetched': ({ file }) =>
    `«\u202f${file}\u202f» n’a pas été téléchargé en entier. Faites-le glisser ici encore une fois.`,
  'link-damaged': () => 'Ce lien est abîmé ou tronqué. Demandez qu’on vous l’envoie à nouveau.',
  'link-version': () => 'Ce lien a été fait avec une autre version de cette page. Rechargez la page et réessayez.',
  'empty-address': () => 'Il n’y a pas d’image dans ce que vous avez déposé.',
  'nothing-dropped': () => `Il n’y a rien à ouvrir là-dedans. ${READS}`,
  'nothing-in-folder': () => `Il n’y a rien à ouvrir dans ce dossier. ${READS}`,
  'no-manifest': () => `Un modèle comprend un fichier nommé manifest.json. ${MODEL}`,
  'picture-held': () => 'Cette image est ouverte dans un autre onglet. Continuez là-bas, ou dupliquez-la.',
  'picture-missing': () => 'Cette image n’existe plus\u202f: elle a été supprimée dans un autre onglet.',
  'picture-unreadable': () =>
    'Cette image est illisible. Elle est conservée\u202f: vous pouvez l’enregistrer dans un fichier depuis «\u202fVos images\u202f».',
  'part-unfetched': () => 'Une partie de la page n’a pas pu être téléchargée. Vérifiez la connexion et réessayez.',
  'reading-no-memory': () => 'La mémoire n’a pas suffi pour lire ce fichier. Réduisez-le, ou fermez d’autres onglets.',
  'reading-failed': () => 'Ce fichier n’a pas pu être lu. Si d’autres logiciels l’ouvrent, merci de nous le signaler.',
  'reading-stopped': () => 'La lecture a été arrêtée.',
  'making-no-memory': () =>
    'La mémoire n’a pas suffi pour créer ce fichier. Fermez d’autres onglets, ou enregistrez l’image à sa taille d’origine.',
  'making-failed': () => 'Le fichier n’a pas pu être créé. Réessayez, ou choisissez un autre format.',
  'making-stopped': () => 'La création du fichier a été arrêtée.',
  'no-film': () => 'Ce navigateur n’a pas pu créer de vidéo de l’image. Créez plutôt un GIF.',
  'not-copied': () => 'Le navigateur n’a pas permis de copier l’image. Enregistrez-la plutôt.',
  'page-fault': () => 'Un problème est survenu dans la page. Rien n’est perdu\u202f: réessayez.',
  'not-fetched': ({ file, status }) =>
    `«\u202f${file}\u202f» n’a pas pu être téléchargé${status === undefined ? '' : ` (statut ${status})`}. Réessayez dans un instant.`,
  'wrong-entry': ({ file, entry, reason }) =>
    `«\u202f${file}\u202f» est illisible\u202f: ${entry === '' ? 'son contenu' : `l’entrée «\u202f${entry}\u202f»`} ne convient pas (${reason}).`,
  'wrong-size': ({ file, size, expected }) =>
    `«\u202f${file}\u202f» fait ${pixels(size)} pixels au lieu de ${expected.map(pixels).join(' ou ')}.`,
  'no-class': ({ file, classId }) =>
    `«\u202f${file}\u202f» contient un pixel de la classe ${classId}, et cette classe n’existe pas.`,
  interlaced: ({ file, bits }) =>
    `«\u202f${file}\u202f» est entrelacé, avec ${counted(bits, 'bit', 'bits')} par pixel. Enregistrez-le sans entrelacement.`,
  'map-size': ({ file, size, minimum, maximum }) =>
    `«\u202f${file}\u202f» fait ${pixels(size)} pixels. Chaque côté doit en avoir de ${number(minimum)} à ${number(maximum)}\u202f: redimensionnez d’abord l’image.`,
  'photograph-small': ({ file, size, minimum }) =>
    `«\u202f${file}\u202f» fait ${pixels(size)} pixels, et c’est trop petit\u202f: il en faut au moins ${number(minimum)} de chaque côté.`,
  'photograph-large': ({ file, size, maximum }) =>
    `«\u202f${file}\u202f» fait ${megapixels(size.width * size.height)}. ` +
    `Cette page lit les photos jusqu’à ${megapixels(maximum)}\u202f: réduisez-la d’abord.`,
  undecodable: ({ file, format }) =>
    format === undefined
      ? `«\u202f${file}\u202f» est endommagé, ou c’est une image que ce navigateur ne sait pas lire.`
      : `«\u202f${file}\u202f» est une image ${format === 'heic' ? 'HEIC' : 'AVIF'}, que ce navigateur ne sait pas lire. ` +
        'Enregistrez-la en JPEG ou en PNG pour l’ouvrir ici.',
  'left-out': ({ files }) => `Laissé de côté\u202f: ${list(files.map((file) => `«\u202f${file}\u202f»`))}.`,
  'many-files': ({ most }) =>
    `Ce dossier contient plus de ${counted(most, 'fichier', 'fichiers')}. Choisissez le dossier d’un seul modèle.`,
};

function pixels({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width} × ${height}`;
}

function megapixels(count: number): string {
  return counted(count / 1e6, 'mégapixel', 'mégapixels');
}
