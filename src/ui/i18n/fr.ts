import type { BackendChoice } from '../../protocol/paintEngine.ts';
import type { Running } from '../../state/painting/jobState.ts';
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
import { bytes, counted, decimal, duration, formats, number, part } from './fr/format.ts';
import { backendText } from './backendText.ts';
import { restText } from './restText.ts';
import type { Messages } from './messages.ts';

const VARIETY = ['Calme', 'Douce', 'Équilibrée', 'Vive', 'Débridée'];

const backend = backendText({
  gpu: 'Peint sur le processeur graphique (WebGPU).',
  gpuFaster: 'Peint sur le processeur graphique (WebGPU)\u202f: il s’est montré plus rapide à l’essai.',
  gpuAsked: 'Peint sur le processeur graphique (WebGPU)\u202f: l’adresse de cette page le demande.',
  processor: (threads, why) => `Peint sur le processeur (WebAssembly, ${threads})\u202f: ${why}.`,
  whyNotWebGpu: {
    available: 'WebGPU s’est montré plus lent à l’essai',
    absent: 'ce navigateur n’a pas WebGPU',
    'no-adapter': 'le navigateur ne propose aucun processeur graphique',
    software: 'le processeur graphique du navigateur n’est que simulé',
    failed: 'le processeur graphique a échoué à un autotest',
    'not-tried': 'l’adresse de cette page le demande',
  },
  threads: (tokens, pixels) =>
    pixels === undefined
      ? counted(tokens, 'thread', 'threads')
      : `${counted(tokens, 'thread', 'threads')} pour les tokens, ${pixels} pour les pixels`,
});

const GRAPHS: Record<BackendChoice['graph'], string> = {
  context: 'Lecture de l’esquisse',
  step: 'Choix des tokens',
  encoder: 'Lecture des photos',
  segmenter: 'Esquisses de photos',
  features: 'Création des pixels, première moitié',
  upsampler: 'Création des pixels, seconde moitié',
  condition: 'Lecture de l’esquisse',
  decoder: 'Création des pixels',
};

const PROGRESS: Record<Running['phase'], (job: Running) => string> = {
  download: ({ done, total }) => `Téléchargement du modèle\u202f: ${bytes(done)} sur ${bytes(total)}`,
  prepare: () => 'Préparation du modèle',
  encode: () => 'Lecture de la photo',
  segment: () => 'Extraction de l’esquisse de la photo',
  sample: ({ done, total }) => `Peinture\u202f: ${part(done, total)}`,
  decode: ({ done, total }) => `Création des pixels\u202f: ${part(done, total)}`,
};

const rest = restText((seconds) => `encore ${duration(seconds)}`);

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
  commands: {
    brush: 'Pinceau',
    eraser: 'Gomme',
    line: 'Ligne',
    polyline: 'Polyligne',
    rectangle: 'Rectangle',
    ellipse: 'Ellipse',
    fill: 'Remplir',
    select: 'Sélection',
    pick: 'Pipette',
    pan: 'Main',
    smaller: 'Pinceau plus fin',
    larger: 'Pinceau plus gros',
    mirror: 'Traits en miroir',
    'swap-classes': 'Classe précédente',
    'class-1': 'Ciel',
    'class-2': 'Nuages',
    'class-3': 'Montagne',
    'class-4': 'Neige',
    'class-5': 'Roche',
    'class-6': 'Arbres',
    'class-7': 'Herbe',
    'class-8': 'Plantes',
    'class-9': 'Eau',
    'class-10': 'Sable',
    'class-11': 'Terre',
    'class-12': 'Libre',
    undo: 'Annuler',
    redo: 'Rétablir',
    history: 'Historique',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    'choose-all': 'Tout sélectionner',
    'choose-nothing': 'Désélectionner',
    'clear-selection': 'Effacer la sélection',
    'flip-across': 'Symétrie horizontale',
    'flip-over': 'Symétrie verticale',
    roughen: 'Bords irréguliers',
    clear: 'Effacer l’esquisse',
    paint: 'Peindre',
    'go-on': 'Continuer',
    repaint: 'Mettre à jour l’image',
    live: 'Repeindre à chaque trait',
    mark: 'Repeindre une zone',
    again: 'Repeindre la zone',
    candidates: 'Peindre plusieurs versions au choix',
    measure: 'Ce que pense le modèle',
    'extend-left': 'Étendre à gauche',
    'extend-right': 'Étendre à droite',
    'extend-top': 'Étendre en haut',
    'extend-bottom': 'Étendre en bas',
    panorama: 'Panorama\u202f: étendre à droite jusqu’à l’arrêt',
    stop: 'Arrêter',
    'roll-seed': 'Autre graine',
    'lock-seed': 'Fixer la graine',
    save: 'Enregistrer l’image',
    'save-large': 'Enregistrer l’image en taille double',
    export: 'Enregistrer sous…',
    'save-pair': 'Esquisse et image côte à côte',
    'save-project': 'Projet, avec tout son contenu',
    'save-layout': 'Esquisse, numéros Plein Air',
    'save-layout-coco-stuff': 'Esquisse, numéros COCO-Stuff (S-FLCKR)',
    'save-layout-gaugan': 'Esquisse, couleurs GauGAN',
    'save-layout-ade20k': 'Esquisse, numéros ADE20K',
    'zoom-in': 'Zoom avant',
    'zoom-out': 'Zoom arrière',
    'zoom-fit': 'Ajuster à la vue',
    'zoom-real': 'Taille réelle',
    compare: 'Comparer (maintenir)',
    'compare-before': 'Comparer à l’image précédente (maintenir)',
    replay: 'Replay',
    'full-screen': 'Image en plein écran',
    'other-view': 'Passer de l’esquisse à l’image, et retour',
    share: 'Partager un lien',
    open: 'Ouvrir un fichier…',
    photograph: 'Étendre une photo…',
    starters: 'Exemples',
    pictures: 'Vos images',
    gallery: 'Galerie',
    find: 'Trouver une commande',
    help: 'Raccourcis clavier',
    storage: 'Stockage',
    about: 'À propos',
  },
  commandGroups: {
    tools: 'Outils',
    classes: 'Que peindre',
    edit: 'Édition',
    picture: 'Image',
    view: 'Affichage',
    page: 'Page',
  },
  errors: {
    ABORTED: { what: 'La peinture a été arrêtée.', advice: 'Appuyez sur «\u202fPeindre\u202f» pour recommencer.' },
    MANIFEST_MISSING: {
      what: 'Il n’y a pas de modèle à cette adresse.',
      advice: 'Vérifiez l’adresse après «\u202f?bundle=\u202f», ou ouvrez un modèle depuis vos fichiers.',
    },
    MANIFEST_INVALID: {
      what: 'Cette page ne sait pas lire le modèle qui se trouve à cette adresse.',
      advice: 'Il demande peut-être une version plus récente de la page. Essayez un autre modèle.',
    },
    GRAPH_MISSING: {
      what: 'Une partie du modèle est introuvable.',
      advice: 'Elle est peut-être en cours de remplacement. Réessayez dans un instant.',
    },
    GRAPH_TRUNCATED: { what: 'Une partie du modèle n’a pas été téléchargée en entier.', advice: 'Réessayez.' },
    GRAPH_HASH: {
      what: 'Une partie du modèle est endommagée, elle n’a donc pas été utilisée.',
      advice: 'Réessayez. Si cela se reproduit, le fichier est endommagé chez l’hébergeur de cette page.',
    },
    NETWORK: {
      what: 'La connexion a échoué pendant le téléchargement du modèle ou de son moteur.',
      advice:
        'Vérifiez la connexion et réessayez\u202f; si elle fonctionne, une extension bloque peut-être le téléchargement. Les fichiers déjà là ne seront pas téléchargés à nouveau.',
    },
    ENGINE_FILE: {
      what: 'Le fichier qui fait tourner le modèle n’est pas arrivé comme prévu.',
      advice:
        'Une extension ou un filtre le bloque peut-être, ou bien il manque chez l’hébergeur de cette page. Réessayez sans extensions\u202f; si cela persiste, merci de nous le signaler.',
    },
    NO_BACKEND: {
      what: 'Ni le processeur graphique ni le processeur n’ont réussi l’autotest du modèle.',
      advice: 'Un navigateur plus récent peut aider. Merci de nous le signaler avec les détails.',
    },
    DEVICE_LOST: {
      what: 'Le processeur graphique n’est plus disponible.',
      advice: 'Cela arrive quand un appareil se met en veille ou que son pilote redémarre. Continuez ou réessayez.',
    },
    OUT_OF_MEMORY: {
      what: 'Il n’y a pas assez de mémoire.',
      advice: 'Fermez d’autres onglets, ou choisissez une taille plus petite, puis réessayez.',
    },
    WORKER_DIED: {
      what: 'La peinture a planté, puis a redémarré.',
      advice: 'Continuez ou réessayez.',
    },
    BAD_REQUEST: {
      what: 'Le modèle ne peut pas peindre cela.',
      advice: 'Essayez une autre taille ou une autre ambiance.',
    },
    INTERNAL: {
      what: 'Un problème est survenu pendant la peinture.',
      advice: 'Réessayez. Si cela se reproduit, merci de nous le signaler.',
    },
  },
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
  job: {
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
    modelSize: (size) =>
      `Pour peindre, il faut télécharger ${bytes(size)}, une seule fois. Tout reste sur cet appareil.`,
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
  },
  backend,
  backendDetails: (choices) =>
    choices.map(
      ({ graph, backend: name }) => `${GRAPHS[graph]}\u202f: ${name === 'webgpu' ? 'WebGPU' : 'WebAssembly'}`,
    ),
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
  dialogs: {
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
        if (host !== undefined)
          return `Chargé depuis ${host}, comme le demande l’adresse après «\u202f?bundle=\u202f».`;
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
