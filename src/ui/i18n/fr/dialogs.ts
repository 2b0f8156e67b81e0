import type { Messages } from '../messages.ts';

export const dialogs: Messages['dialogs'] = {
  close: 'Fermer',
  starters: {
    heading: 'Exemples',
    note: 'Partez d’une esquisse et de l’image peinte d’après elle. «\u202fAnnuler\u202f» vous ramène à votre travail actuel.',
    loading: 'Chargement des exemples',
    none: 'Il n’y a pas d’exemples ici. Choisissez une classe et peignez le vôtre.',
    blank: 'Vierge',
    recent: 'Récentes',
  },
  help: {
    heading: 'Raccourcis clavier',
    note: 'Ils fonctionnent partout, sauf quand vous écrivez dans un champ.',
    canvasHeading: 'Sur la toile',
    canvas: [
      ['Espace + glisser', 'Déplacer la vue'],
      ['Molette, ou deux doigts', 'Zoomer'],
      ['Alt + clic', 'Prélever une classe'],
      ['Flèches', 'Déplacer le pinceau d’un pixel, ou de 16 avec Maj'],
      ['Entrée', 'Tamponner'],
      ['Espace + flèches', 'Dessiner'],
      ['Échap', 'Annuler le tracé en cours'],
      ['Maj', 'Traits droits, carrés et cercles'],
      ['Double-clic', 'Terminer une polyligne'],
    ],
    or: 'ou',
  },
  about: {
    heading: 'À propos de Plein Air',
    intro:
      'Peignez où se trouvent le ciel, l’eau et les bois\u202f; un petit réseau de neurones, dans cette page, transforme votre esquisse en image sous vos yeux.',
    local: 'Ce qui reste sur votre appareil',
    localText:
      'Tout. Il n’y a pas de serveur derrière cette page. Les esquisses, les images et les réglages restent dans le stockage de ce navigateur, ' +
      'et le modèle n’est que quelques fichiers, téléchargés, vérifiés et conservés.',
    rights: 'À qui sont les images',
    rightsText:
      'En ce qui concerne cette page, vous pouvez utiliser comme bon vous semble ce que vous y faites. Vous trouverez ci-dessous ' +
      'de quoi le modèle a appris, et sous quelle licence, pour en juger vous-même.',
    model: (title) => `Le modèle\u202f: ${title}`,
    modelFrom: ({ from, host }) => {
      if (from === 'files') return 'Chargé depuis vos fichiers.';
      if (host !== undefined) return `Chargé depuis ${host}, comme le demande l’adresse après «\u202f?bundle=\u202f».`;
      return from === 'address' ? 'Chargé depuis l’adresse après «\u202f?bundle=\u202f».' : '';
    },
    trainedOn: 'Entraîné sur',
    measured: 'Mesures',
    limits: 'Limites',
    licence: 'Licence',
    segmenter: 'Esquisses de photos',
    segmenterText: (source, licence) => `${source} Licence\u202f: ${licence}.`,
    noModel: 'La description du modèle n’a pas encore pu être lue.',
    machine: 'Sur cet appareil',
    version: (version) => `Plein Air ${version}`,
  },
};
