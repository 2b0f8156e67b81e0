import type { Stored } from '../../../io/browserStorage.ts';
import type { StorageMessages } from '../en/storage.ts';
import { bytes, counted } from './format.ts';

const PARTS: Record<Stored, string> = {
  models: 'Modelle',
  engine: 'Engine',
  page: 'Seite',
  work: 'Meine Bilder',
};

/** Words about what is kept in this browser. */
export const storage: StorageMessages = {
  heading: 'In diesem Browser gespeichert',
  note: 'All das bleibt auf diesem Gerät. Modelle, Engine und Seite werden bei Bedarf neu geladen; gelöschte Bilder sind weg.',
  parts: PARTS,
  size: (part, { parts, former }) => {
    if (part === 'work') return counted(parts.work, 'Bild', 'Bilder');
    if (parts[part] === 0) return 'nichts';
    const old = part === 'page' ? 0 : former[part];
    // What a newer one has replaced leaves by itself.
    return old === 0 ? bytes(parts[part]) : `${bytes(parts[part])}, davon ${bytes(old)} nicht mehr benutzt`;
  },
  looking: 'Wird gemessen',
  remove: 'Löschen',
  sure: 'Wirklich löschen?',
  delete: (part) => `${PARTS[part]} löschen`,
  really: (part) => `${PARTS[part]} wirklich löschen`,
  deleted: (part) => `${PARTS[part]}: gelöscht.`,
  keep: 'Browser bitten, das zu behalten',
  promised: 'Der Browser hat zugesagt, das zu behalten.',
  refused:
    'Der Browser sagt nichts zu: Wenn der Platz knapp wird, löscht er das vielleicht. Speichere Wichtiges als Projekt.',
};
