import type { AutosaveTrouble } from '../../../io/autosave.ts';
import type { PicturesMessages } from '../en/pictures.ts';
import { bytes, counted, date } from './format.ts';

const TROUBLES: Record<AutosaveTrouble, string> = {
  full: 'Der Speicher dieses Browsers ist voll, deshalb wird deine Arbeit nicht gespeichert. Die Seite versucht es weiter. Schaff Platz oder speichere ein Projekt.',
  unavailable:
    'Dieser Browser speichert deine Arbeit nicht. Die Seite versucht es weiter. Speichere ein Projekt, bevor du gehst.',
  silent:
    'Der Speicher dieses Browsers antwortet nicht. Die Seite hat deshalb ohne dein letztes Bild angefangen; es ist noch da. Lade die Seite neu, um es noch einmal zu versuchen.',
};

/** Words of a person's pictures, and of keeping them. */
export const pictures: PicturesMessages = {
  heading: 'Meine Bilder',
  note: 'Alles, was du machst, bleibt in diesem Browser, bis du es löschst.',
  loading: 'Bilder werden gesucht',
  none: 'Hier ist noch nichts. Was du malst, erscheint hier von selbst.',
  failed: 'Der Speicher dieses Browsers antwortet nicht. Lade die Seite neu, um es noch einmal zu versuchen.',
  stored: 'In diesem Browser gespeichert.',
  begin: 'Neues Bild',
  open: (title) => (title === '' ? 'Dieses Bild öffnen' : `„${title}“ öffnen`),
  untitled: 'Ohne Titel',
  unreadable: 'Nicht lesbar',
  marks: { here: 'Hier geöffnet', elsewhere: 'In anderem Tab geöffnet', nowhere: '' },
  link: 'Aus einem Link',
  date,
  size: (width, height) => `${width} × ${height}`,
  more: (title) => (title === '' ? 'Mehr zu diesem Bild' : `Mehr zu „${title}“`),
  rename: 'Umbenennen\u00A0…',
  title: 'Titel',
  apply: 'Ändern',
  duplicate: 'Duplizieren',
  copyOf: (title) => (title === '' ? 'Kopie' : `Kopie von ${title}`),
  saveProject: 'Als Projekt speichern',
  saveRaw: 'Als Datei speichern',
  remove: 'Löschen',
  deleted: (title) => `${title === '' ? 'Das Bild' : `„${title}“`} ist gelöscht.`,
  undo: 'Rückgängig',
  full: 'In diesem Browser ist kein Platz mehr. Lösche Bilder, die du nicht mehr brauchst; vorher kannst du sie als Projekt speichern.',
  room: (count, used) => `${counted(count, 'Bild', 'Bilder')}, ${bytes(used)}.`,
  back: 'Zurück zum vorigen',
  openLast: 'Öffnen',
  troubles: TROUBLES,
  saveNow: 'Projekt speichern',
  unsaved: {
    heading: 'Dieses Bild ist nicht gespeichert',
    note: 'Dieser Browser konnte das geöffnete Bild nicht speichern. Speichere es als Projekt, bevor ein anderes an seine Stelle tritt.',
    save: 'Projekt speichern',
    replace: 'Trotzdem ersetzen',
    keep: 'Behalten',
  },
};
