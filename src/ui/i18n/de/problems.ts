import type { ProblemMessages } from '../messages.ts';
import { list, number } from './format.ts';

const READS = 'Diese Seite liest Bilder, Projekte und Modelle.';
const MODEL = 'Wähle manifest.json zusammen mit den Dateien, die darin genannt sind.';

/** Words for what cannot be used, and what to do about it. */
export const problems: ProblemMessages = {
  empty: ({ file }) => `„${file}“ ist leer.`,
  'cut-off': ({ file }) => `„${file}“ ist abgeschnitten. Speichere oder lade die Datei noch einmal.`,
  damaged: ({ file }) => `„${file}“ ist beschädigt.`,
  'too-large': ({ file }) => `„${file}“ ist größer als alles, was diese Seite liest.`,
  'unknown-file': ({ file }) => `„${file}“ lässt sich hier nicht öffnen. ${READS}`,
  'not-picture': ({ file }) => `„${file}“ ist kein Bild, das diese Seite lesen kann.`,
  'not-png': ({ file }) => `„${file}“ ist keine PNG-Datei.`,
  'not-layout': ({ file }) =>
    `„${file}“ ist keine Skizze. Eine Skizze ist ein PNG mit der Klassen-ID jedes Pixels in einem Byte.`,
  'not-project': ({ file }) => `„${file}“ ist eine ZIP-Datei, aber kein Projekt aus Plein Air.`,
  incomplete: ({ file }) => `„${file}“ ist unvollständig: Ein Teil fehlt.`,
  'other-version': ({ file }) =>
    `„${file}“ stammt aus einer anderen Version dieser Seite. Lade die Seite neu und versuch es noch einmal.`,
  'unreadable-picture': ({ file }) => `„${file}“ enthält ein Bild, das dieser Browser nicht lesen kann.`,
  'unpacks-too-large': ({ file }) =>
    `„${file}“ enthält mehr Daten, als diese Seite entpackt. Speichere das Bild mit 8 Bit pro Kanal oder kleiner.`,
  'too-large-for-browser': ({ file }) =>
    `„${file}“ ist zu groß für diesen Browser. Vielleicht klappt es als PNG oder mit einer kleineren Datei.`,
  'photograph-among-maps': ({ file }) => `„${file}“ sieht nach einem Foto aus. Öffne es allein, um es zu erweitern.`,
  'not-shared': ({ file }) =>
    `„${file}“ liegt auf einer anderen Website, von der diese Seite nichts laden darf. Speichere die Datei dort und zieh sie hierher.`,
  'partly-fetched': ({ file }) => `„${file}“ wurde nur zum Teil geladen. Zieh die Datei noch einmal hierher.`,
  'link-damaged': () => 'Dieser Link ist beschädigt oder abgeschnitten. Lass ihn dir noch einmal schicken.',
  'link-version': () =>
    'Dieser Link stammt aus einer anderen Version dieser Seite. Lade die Seite neu und versuch es noch einmal.',
  'empty-address': () => 'Darin steckt kein Bild.',
  'nothing-dropped': () => `Darin ist nichts, was sich öffnen lässt. ${READS}`,
  'nothing-in-folder': () => `In diesem Ordner ist nichts, was sich öffnen lässt. ${READS}`,
  'no-manifest': () => `Zu einem Modell gehört eine Datei namens manifest.json. ${MODEL}`,
  'picture-held': () => 'Dieses Bild ist in einem anderen Tab geöffnet. Arbeite dort weiter oder dupliziere es.',
  'picture-missing': () => 'Dieses Bild gibt es nicht mehr: Es wurde in einem anderen Tab gelöscht.',
  'picture-unreadable': () =>
    'Dieses Bild lässt sich nicht lesen. Es bleibt erhalten: Unter „Meine Bilder“ kannst du es als Datei speichern.',
  'part-unfetched': () => 'Ein Teil der Seite ließ sich nicht laden. Prüfe die Verbindung und versuch es noch einmal.',
  'reading-no-memory': () =>
    'Zum Lesen hat der Arbeitsspeicher nicht gereicht. Verkleinere die Datei oder schließe andere Tabs.',
  'reading-failed': () => 'Das ließ sich nicht lesen. Falls andere Programme es öffnen können, melde den Fehler bitte.',
  'reading-stopped': () => 'Das Lesen wurde abgebrochen.',
  'making-no-memory': () =>
    'Für diese Datei hat der Arbeitsspeicher nicht gereicht. Schließe andere Tabs oder speichere das Bild in seiner eigenen Größe.',
  'making-failed': () =>
    'Die Datei ließ sich nicht erstellen. Versuch es noch einmal oder speichere in einem anderen Format.',
  'making-stopped': () => 'Das Erstellen der Datei wurde abgebrochen.',
  'no-film': () => 'Dieser Browser konnte aus dem Bild keinen Film machen. Speichere es stattdessen als GIF.',
  'not-copied': () => 'Der Browser hat das Kopieren des Bildes nicht erlaubt. Speichere es stattdessen.',
  'page-fault': () => 'In der Seite ist etwas schiefgegangen. Es ist nichts verloren: Versuch es noch einmal.',
  'not-fetched': ({ file, status }) =>
    `„${file}“ ließ sich nicht laden${status === undefined ? '' : ` (Status ${status})`}. Versuch es gleich noch einmal.`,
  'wrong-entry': ({ file, entry, reason }) =>
    `„${file}“ lässt sich nicht lesen: ${entry === '' ? 'Der Inhalt' : `Der Eintrag „${entry}“`} stimmt nicht (${reason}).`,
  'wrong-size': ({ file, size, expected }) =>
    `„${file}“ hat ${pixels(size)} Pixel statt ${expected.map(pixels).join(' oder ')}.`,
  'no-class': ({ file, classId }) => `„${file}“ hat ein Pixel der Klasse ${classId}, und die gibt es nicht.`,
  interlaced: ({ file, bits }) =>
    `„${file}“ ist mit Interlacing und ${number(bits)} Bit pro Pixel gespeichert. Speichere die Datei ohne Interlacing.`,
  'map-size': ({ file, size, minimum, maximum }) =>
    `„${file}“ hat ${pixels(size)} Pixel. Jede Seite darf ${number(minimum)} bis ${number(maximum)} Pixel lang sein: Skaliere das Bild vorher.`,
  'photograph-small': ({ file, size, minimum }) =>
    `„${file}“ ist mit ${pixels(size)} Pixeln zu klein: Jede Seite braucht mindestens ${number(minimum)}.`,
  'photograph-large': ({ file, size, maximum }) =>
    `„${file}“ hat ${megapixels(size.width * size.height)} Megapixel. ` +
    `Diese Seite liest Fotos bis ${megapixels(maximum)}: Verkleinere es vorher.`,
  undecodable: ({ file, format }) =>
    format === undefined
      ? `„${file}“ ist beschädigt oder ein Bild, das dieser Browser nicht lesen kann.`
      : `„${file}“ ist ein ${format === 'heic' ? 'HEIC' : 'AVIF'}-Bild, und das kann dieser Browser nicht lesen. ` +
        'Speichere es als JPEG oder PNG, um es hier zu öffnen.',
  'left-out': ({ files }) => `Nicht mit geöffnet: ${list(files.map((file) => `„${file}“`))}.`,
  'many-files': ({ most }) => `In diesem Ordner sind mehr als ${number(most)} Dateien. Wähle den Ordner eines Modells.`,
};

function pixels({ width, height }: { readonly width: number; readonly height: number }): string {
  return `${width} × ${height}`;
}

function megapixels(count: number): string {
  return number(count / 1e6);
}
