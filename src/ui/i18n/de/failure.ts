import type { FailureMessages } from '../en/failure.ts';

/** Words for what should not happen. */
export const failure: FailureMessages = {
  heading: 'Etwas ist schiefgegangen',
  page: 'Auf dieser Seite ist ein Fehler aufgetreten. Deine Arbeit ist in diesem Browser gespeichert. Versuch es noch einmal oder lade die Seite neu.',
  part: 'Dieser Teil der Seite ließ sich nicht laden. Prüfe die Verbindung und versuch es noch einmal. Falls es eine neue Version der Seite gibt, lade sie neu. Deine Arbeit ist gespeichert.',
  again: 'Noch einmal',
  reload: 'Seite neu laden',
  save: 'Projekt speichern',
};
