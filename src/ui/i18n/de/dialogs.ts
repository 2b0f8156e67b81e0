import type { Messages } from '../messages.ts';

export const dialogs: Messages['dialogs'] = {
  close: 'Schließen',
  starters: {
    heading: 'Vorlagen',
    note: 'Fang mit einer Skizze an und dem Bild, das aus ihr gemalt wurde. Mit „Rückgängig“ kommst du zum jetzigen Stand zurück.',
    loading: 'Vorlagen werden geladen',
    none: 'Hier gibt es keine Vorlagen. Wähle eine Klasse und male deine eigene Skizze.',
    blank: 'Leer',
    recent: 'Zuletzt',
  },
  help: {
    heading: 'Tastenkürzel',
    note: 'Sie gelten überall, außer beim Tippen in ein Feld.',
    canvasHeading: 'Auf der Leinwand',
    canvas: [
      ['Leertaste + Ziehen', 'Ansicht verschieben'],
      ['Mausrad oder zwei Finger', 'Zoomen'],
      ['Alt + Klick', 'Klasse aufnehmen'],
      ['Pfeile', 'Pinsel um ein Pixel bewegen, mit Umschalt um 16'],
      ['Enter', 'Tupfer setzen'],
      ['Leertaste + Pfeile', 'Zeichnen'],
      ['Esc', 'Abbrechen, was du zeichnest'],
      ['Umschalt', 'Gerade Striche, Quadrate und Kreise'],
      ['Doppelklick', 'Linienzug abschließen'],
    ],
    or: 'oder',
  },
  about: {
    heading: 'Über Plein Air',
    intro:
      'Male, wo Himmel, Wasser und Wald liegen: Ein kleines neuronales Netz in dieser Seite macht aus deiner Skizze ein Bild, während du zusiehst.',
    local: 'Was auf deinem Gerät bleibt',
    localText:
      'Alles. Hinter dieser Seite steht kein Server. Skizzen, Bilder und Einstellungen bleiben im Speicher dieses Browsers, ' +
      'und das Modell besteht aus ein paar Dateien, die geladen, geprüft und behalten werden.',
    rights: 'Wem die Bilder gehören',
    rightsText:
      'Was diese Seite angeht, darfst du alles, was du hier machst, verwenden, wie du willst. Unten steht, woraus das Modell ' +
      'gelernt hat und unter welcher Lizenz, damit du dir selbst ein Urteil bilden kannst.',
    model: (title) => `Das Modell: ${title}`,
    modelFrom: ({ from, host }) => {
      if (from === 'files') return 'Aus deinen Dateien geladen.';
      if (host !== undefined) return `Von ${host} geladen, wie es die Adresse nach „?bundle=“ verlangt.`;
      return from === 'address' ? 'Von der Adresse nach „?bundle=“ geladen.' : '';
    },
    trainedOn: 'Trainiert mit',
    measured: 'Gemessen',
    limits: 'Grenzen',
    licence: 'Lizenz',
    segmenter: 'Skizzen aus Fotos',
    segmenterText: (source, licence) => `${source} Lizenz: ${licence}.`,
    noModel: 'Die Beschreibung des Modells konnte noch nicht gelesen werden.',
    machine: 'Auf diesem Gerät',
    version: (version) => `Plein Air ${version}`,
  },
};
