import type { ShareMessages } from '../en/sharing.ts';
import { number } from './format.ts';

/** Words of sharing a picture, and of one that was shared. */
export const sharing: ShareMessages = {
  button: 'Teilen',
  heading: 'Link teilen',
  note: 'Das Bild steckt im Link selbst. Nichts wird hochgeladen, und wer den Link hat, kann das Bild sehen.',
  title: 'Titel (optional)',
  link: 'Link',
  size: (characters) => `${number(characters)} Zeichen.`,
  copy: 'Kopieren',
  copied: 'Link kopiert.',
  notCopied: 'Der Browser hat das Kopieren blockiert. Der Link ist markiert: Kopiere ihn mit der Tastatur.',
  send: 'Senden\u00A0…',
  code: 'QR-Code des Links',
  dense: 'Dieser Code ist sehr fein: Halte die Kamera nah und ruhig.',
  noCode: 'Dieser Link ist zu lang für einen QR-Code.',
  tooLong: (characters) =>
    `Der Link hätte ${number(characters)} Zeichen, und manche Messenger schneiden so lange Links ab. Schick stattdessen die Projektdatei.`,
  saveProject: 'Projekt speichern',
  notYet: 'Für einen Link fehlt noch die Beschreibung des Modells. Versuch es gleich noch einmal.',
  otherTokens:
    'Das Modell, das dieses Bild gemalt hat, kennt mehr Codes, als in einen Link passen. Schick stattdessen die Projektdatei.',
  offered: {
    heading: 'Ein geteiltes Bild',
    note: 'In diesem Link steckt ein Bild. Wenn du es öffnest, ersetzt es deinen jetzigen Stand; mit „Rückgängig“ kommst du dahin zurück.',
    named: (title) => `Es heißt „${title}“.`,
    open: 'Hier öffnen',
    leave: 'Ignorieren',
  },
};
