import type { Messages } from '../messages.ts';

export const errors: Messages['errors'] = {
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
};
