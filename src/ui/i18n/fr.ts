import { backend, backendDetails } from './fr/backend.ts';
import { commandGroups, commands } from './fr/commands.ts';
import { dialogs } from './fr/dialogs.ts';
import { errors } from './fr/errors.ts';
import { jobText } from './fr/jobText.ts';
import { maps } from './fr/maps.ts';
import { exporting } from './fr/exporting.ts';
import { failure } from './fr/failure.ts';
import { finding } from './fr/finding.ts';
import { arrival } from './fr/arrival.ts';
import { gallery } from './fr/gallery.ts';
import { photo } from './fr/photo.ts';
import { pictures } from './fr/pictures.ts';
import { history } from './fr/history.ts';
import { problems } from './fr/problems.ts';
import { measurement } from './fr/measurement.ts';
import { names } from './fr/names.ts';
import { region } from './fr/region.ts';
import { replay } from './fr/replay.ts';
import { sharing } from './fr/sharing.ts';
import { storage } from './fr/storage.ts';
import { decimal, formats, number } from './fr/format.ts';
import type { Messages } from './messages.ts';

const VARIETY = ['Calme', 'Douce', 'Équilibrée', 'Vive', 'Débridée'];

/** What was done, after its article: the history shows the noun alone, undo and redo say both. */
const CHANGES: Readonly<Record<string, readonly [article: string, noun: string]>> = {
  stroke: ['le ', 'trait'],
  erase: ['l’', 'effacement'],
  fill: ['le ', 'remplissage'],
  clear: ['l’', 'effacement de l’esquisse'],
  shape: ['la ', 'forme'],
  roughen: ['les ', 'bords irréguliers'],
  left: ['le ', 'départ de la page'],
  move: ['le ', 'déplacement'],
  cut: ['la ', 'coupe'],
  paste: ['le ', 'collage'],
  flip: ['la ', 'symétrie'],
  format: ['le ', 'changement de taille'],
  starter: ['l’', 'exemple'],
  map: ['la ', 'carte'],
  photograph: ['la ', 'photo'],
  'photograph-layout': ['l’', 'esquisse de la photo'],
  project: ['l’', 'ouverture'],
  shared: ['l’', 'ouverture'],
  replay: ['le ', 'retour en arrière'],
  paint: ['la ', 'peinture'],
  'go-on': ['la ', 'peinture'],
  repaint: ['la ', 'retouche'],
  candidate: ['la ', 'version'],
  take: ['le ', 'choix d’un code'],
  extend: ['l’', 'extension'],
};

const ARTICLES: ReadonlyMap<string, string> = new Map(
  Object.values(CHANGES).map(([article, noun]): [string, string] => [noun, article]),
);

const changed = (verb: string, what: string | undefined) =>
  what === undefined ? verb : `${verb} ${ARTICLES.get(what) ?? ''}${what}`;

export const fr = {
  title: 'Plein Air',
  formats,
  names,
  changes: Object.fromEntries(Object.entries(CHANGES).map(([label, [, noun]]) => [label, noun])),
  header: {
    label: 'Page',
    undo: (what) => changed('Annuler', what),
    redo: (what) => changed('Rétablir', what),
    more: 'Plus',
    theme: 'Thème',
    themes: { system: 'Système', light: 'Clair', dark: 'Sombre' },
    language: 'Langue',
    systemLanguage: 'Celle du navigateur',
    openFiles: 'Ouvrir un modèle (fichiers)…',
    openFolder: 'Ouvrir un modèle (dossier)…',
    saveMenu: 'Enregistrer',
  },
  layout: {
    heading: 'Esquisse',
    canvas: 'Esquisse\u202f: peignez ici',
    description:
      'Les flèches déplacent le pinceau d’un pixel, ou de 16 avec Maj. Entrée tamponne. Maintenez Espace pour dessiner avec les flèches. ' +
      'Échap annule le trait.',
    tools: 'Outils',
    moreTools: 'Autres outils',
    palette: 'Que peindre',
    size: 'Taille du pinceau',
    sizeValue: (pixels) => `${number(pixels)}\u00a0px`,
    shape: 'Forme du pinceau',
    shapes: { round: 'Rond', square: 'Carré' },
    pressure: 'Pression du stylet',
    figure: 'Que dessiner',
    reach: 'Remplir',
    reaches: { area: 'Cette zone', everywhere: 'Partout' },
    chosen: 'Sélection',
    edges: 'Toute l’esquisse',
    zoom: 'Zoom',
    begin: 'Choisissez une matière ci-dessous et peignez ici',
  },
  picture: {
    heading: 'Image',
    canvas: (state) =>
      ({
        none: 'Image\u202f: rien n’est encore peint',
        partial: 'Image inachevée',
        whole: 'Image peinte d’après l’esquisse',
      })[state],
    overlay: 'Esquisse sur l’image',
    view: 'Que montrer',
    begin: 'Puis appuyez sur «\u202fPeindre\u202f», et regardez',
    leaveFullScreen: 'Quitter le plein écran',
    showLayout: 'Esquisse',
    showPicture: 'Image',
  },
  settings: {
    heading: 'Réglages de l’image',
    format: 'Taille',
    formatValue: (width, height) => `${width} × ${height}`,
    presets: 'Tailles',
    width: 'Largeur',
    height: 'Hauteur',
    formatNote: 'Étire l’esquisse à la nouvelle taille. «\u202fAnnuler\u202f» ramène l’image.',
    less: (what) => `${what}\u202f: moins`,
    more: (what) => `${what}\u202f: plus`,
    mood: 'Ambiance',
    anyMood: 'Libre',
    moodOfPhoto: 'D’après une photo…',
    seed: 'Graine',
    seedNote: (locked) => (locked ? 'La même esquisse donne toujours la même image.' : 'Chaque image est différente.'),
    variety: 'Variété',
    varietyValue: (step) => (step === undefined ? 'Sur mesure' : (VARIETY[step] ?? '')),
    advanced: 'Avancé',
    temperature: 'Température',
    topK: 'Top-k',
    topP: 'Top-p',
    temperatureNote: 'À 1, le modèle peint comme il a appris\u202f; en dessous, c’est plus calme.',
    topKNote: 'Combien de tokens, parmi les plus probables, entrent en jeu.',
    topPNote: 'Seuls entrent en jeu les tokens les plus probables qui, ensemble, atteignent cette probabilité.',
    guidance: 'Suivre l’esquisse',
    guidanceValue: (value) => (value <= 1 ? 'Librement' : `${decimal(value)} ×`),
    guidanceNote: '«\u202fLibrement\u202f» est deux fois plus rapide.',
    zoom: 'Distance',
    zoomValue: (zoom) => ['Lointaine', 'Moyenne', 'Proche'][zoom - 1] ?? '',
    wholePictures:
      'Ce modèle ne peint que des images entières\u202f: il n’a pas d’ambiances, suit toujours l’esquisse d’aussi près ' +
      'et ne peut ni repeindre une zone ni étendre une image.',
  },
  backend,
  backendDetails,
  commands,
  commandGroups,
  errors,
  job: jobText,
  dialogs,
  local: 'Rien de ce que vous faites ne quitte cet appareil.',
  model: (title, { from, host }) => {
    if (from === 'own') return '';
    return host === undefined
      ? `Le modèle est «\u202f${title}\u202f».`
      : `Le modèle est «\u202f${title}\u202f», chargé depuis ${host}.`;
  },
  notices: {
    restarted: () => 'La peinture a redémarré. Votre travail est intact.',
    autosave: ({ trouble }) => pictures.troubles[trouble],
    answered: () => 'Le stockage de ce navigateur a répondu. Votre dernière image est là.',
    kept: () => 'Votre travail est de nouveau conservé.',
    unreadable: () =>
      'Votre dernière image est illisible. Elle est conservée\u202f: vous pouvez l’enregistrer dans un fichier depuis «\u202fVos images\u202f». Celle-ci est nouvelle.',
    opened: ({ title }) => `${title === '' ? 'Votre image' : `«\u202f${title}\u202f»`} est ouverte.`,
    begun: () => 'Voici une nouvelle image. La précédente est conservée dans «\u202fVos images\u202f».',
    'making-file': () => 'Création du fichier…',
    saved: () => 'Enregistré.',
    copied: () => 'Copié.',
    shared: ({ title, beside }) =>
      `${title === '' ? 'Voici une image' : `Voici «\u202f${title}\u202f», une image`} partagée avec vous. ` +
      (beside
        ? 'Votre propre travail est intact\u202f: ouvrez la page sans le lien pour le retrouver.'
        : '«\u202fAnnuler\u202f» vous ramène à votre travail précédent.'),
    newer: () => 'Une nouvelle version de cette page est prête. Elle s’ouvrira quand tous ses onglets seront fermés.',
    'other-codebook': ({ bundle: name }) =>
      `Cette image a été faite avec un autre modèle, «\u202f${name}\u202f». Seule son esquisse peut s’afficher ici.`,
    'mood-found': ({ name }) => `Ambiance de votre photo\u202f: ${name}.`,
    'bundle-opened': ({ title }) => `«\u202f${title}\u202f» peindra la prochaine image.`,
  },
  arrival,
  maps,
  share: sharing,
  exporting,
  failure,
  finding,
  gallery,
  photo,
  pictures,
  history,
  problems,
  measurement,
  region,
  replay,
  storage,
  keys: {
    $mod: 'Ctrl',
    $modMac: '⌘',
    Shift: 'Maj',
    Alt: 'Alt',
    // Keys that are bound by their place, as an AZERTY keyboard prints them.
    KeyA: 'Q',
    KeyM: ',',
    KeyQ: 'A',
    KeyW: 'Z',
    KeyZ: 'W',
    BracketLeft: '^',
    BracketRight: '$',
    Minus: ')',
    Equal: '=',
    Slash: '!',
    NumpadAdd: 'Num +',
    NumpadSubtract: 'Num -',
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
    Escape: 'Échap',
    Enter: 'Entrée',
    Delete: 'Suppr',
    Backspace: 'Retour arrière',
  },
} satisfies Messages as Messages;
