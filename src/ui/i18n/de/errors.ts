import type { Messages } from '../messages.ts';

export const errors: Messages['errors'] = {
  ABORTED: { what: 'Das Malen wurde abgebrochen.', advice: 'Mit „Malen“ fängst du neu an.' },
  MANIFEST_MISSING: {
    what: 'Unter dieser Adresse gibt es kein Modell.',
    advice: 'Prüfe die Adresse nach „?bundle=“ oder öffne ein Modell aus deinen Dateien.',
  },
  MANIFEST_INVALID: {
    what: 'Diese Seite kann das Modell unter dieser Adresse nicht lesen.',
    advice: 'Vielleicht braucht es eine neuere Version der Seite. Versuch es mit einem anderen Modell.',
  },
  GRAPH_MISSING: {
    what: 'Ein Teil des Modells war nicht zu finden.',
    advice: 'Vielleicht wird es gerade ausgetauscht. Versuch es gleich noch einmal.',
  },
  GRAPH_TRUNCATED: {
    what: 'Ein Teil des Modells wurde nicht vollständig geladen.',
    advice: 'Versuch es noch einmal.',
  },
  GRAPH_HASH: {
    what: 'Ein Teil des Modells ist beschädigt und wurde deshalb nicht verwendet.',
    advice: 'Versuch es noch einmal. Passiert es wieder, ist die Datei auf dem Server dieser Seite beschädigt.',
  },
  NETWORK: {
    what: 'Die Verbindung brach ab, während das Modell oder seine Engine geladen wurde.',
    advice:
      'Prüfe die Verbindung und versuch es noch einmal; ist sie in Ordnung, blockiert vielleicht eine Browser-Erweiterung das Laden. Was schon da ist, wird nicht noch einmal geladen.',
  },
  ENGINE_FILE: {
    what: 'Die Datei, mit der das Modell läuft, kam nicht richtig an.',
    advice:
      'Vielleicht blockiert eine Browser-Erweiterung oder ein Filter sie, oder sie fehlt auf dem Server dieser Seite. Versuch es ohne Erweiterungen; bleibt der Fehler, melde ihn bitte.',
  },
  NO_BACKEND: {
    what: 'Weder Grafikprozessor noch Prozessor haben den Selbsttest des Modells bestanden.',
    advice: 'Ein neuerer Browser hilft vielleicht. Melde das bitte mit den Details.',
  },
  DEVICE_LOST: {
    what: 'Der Grafikprozessor ist nicht mehr erreichbar.',
    advice:
      'Das kommt vor, wenn ein Gerät schläft oder sein Treiber neu startet. Male weiter oder versuch es noch einmal.',
  },
  OUT_OF_MEMORY: {
    what: 'Der Arbeitsspeicher reicht nicht.',
    advice: 'Schließe andere Tabs oder wähle eine kleinere Größe, und versuch es noch einmal.',
  },
  WORKER_DIED: {
    what: 'Das Malen ist abgestürzt und wurde neu gestartet.',
    advice: 'Male weiter oder versuch es noch einmal.',
  },
  BAD_REQUEST: {
    what: 'Das kann das Modell nicht malen.',
    advice: 'Versuch es mit einer anderen Größe oder Stimmung.',
  },
  INTERNAL: {
    what: 'Beim Malen ist etwas schiefgegangen.',
    advice: 'Versuch es noch einmal. Passiert es wieder, melde es bitte.',
  },
};
