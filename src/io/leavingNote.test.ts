import { describe, expect, it } from 'vitest';
import type { Sized } from '../core/history.ts';
import { createDocumentHistory } from '../document/documentHistory.ts';
import { createPaintDocument } from '../document/createPaintDocument.ts';
import { parseSavedHistory, SAVED_HISTORY } from './savedHistory.ts';
import { forgetNote, notedDocuments, writeNote } from './leavingNote.ts';
import { readNote, withNote } from './recalledNote.ts';
import { parseSavedWork, workOf } from './savedWork.ts';
import { createFakeNotes } from './testing/fakeBrowser.ts';

const LATTICE = { rows: 8, columns: 12 };
const thumbnail = { width: 1, height: 1, pixels: Uint8ClampedArray.of(1, 2, 3, 255) };
const INFO = { title: 'Lake', from: 'own', created: 5, lattice: LATTICE, bytes: 1, thumbnail } as const;
const LONG_AGO = 1;

/** A picture that was stored with its history, and then painted on: two cells, and a stroke. */
function leftInTheMiddle() {
  const painted = createPaintDocument(LATTICE);
  const history = createDocumentHistory(painted);
  history.fill(7, 'fill');
  painted.putTokens(Uint16Array.of(0, 1, 2), Int16Array.of(10, 11, 12));
  painted.putPicture(painted.picture.slice().fill(200));
  const stored = structuredClone({
    work: workOf(painted, { mood: 1 }),
    info: INFO,
    history: history.save(SAVED_HISTORY),
    time: LONG_AGO,
  });
  painted.layout.ids.fill(9, 0, 500);
  painted.putTokens(Uint16Array.of(1), Int16Array.of(77));
  const notes = createFakeNotes();
  writeNote(notes, 'lake', { work: workOf(painted, { mood: 2 }), info: { ...INFO, title: 'Sea' } });
  return { painted, stored, notes };
}

describe('what is noted when the page is left', () => {
  it('is layout, tokens and settings; pixels are the stored ones where the tokens are', () => {
    const { painted, stored, notes } = leftInTheMiddle();
    expect(notedDocuments(notes)).toEqual(['lake']);
    const next = withNote(stored, readNote(notes, 'lake')!);
    const work = parseSavedWork(next?.work);
    expect(work?.layout).toEqual(painted.layout.ids);
    expect(work?.tokens).toEqual(painted.tokens);
    expect(work?.page).toEqual({ mood: 2 });
    expect(next?.info).toMatchObject({ title: 'Sea', created: 5, lattice: LATTICE });
    // Cell 1 has another token, and no pixels; its neighbours have theirs.
    expect([0, 16, 32].map((x) => work?.picture[4 * x + 3])).toEqual([200, 0, 200]);
    forgetNote(notes, 'lake');
    expect([notedDocuments(notes), readNote(notes, 'lake')]).toEqual([[], undefined]);
  });

  it('is one step after what was stored, with the history before it', () => {
    const { painted, stored, notes } = leftInTheMiddle();
    const next = withNote(stored, readNote(notes, 'lake')!)!;
    const document = createPaintDocument(LATTICE);
    const history = createDocumentHistory(document);
    document.reset(parseSavedWork(next.work)!);
    expect(history.restore(parseSavedHistory<Sized>(next.history, () => undefined)!)).toBe(true);
    history.undo();
    expect(document.layout.ids).toEqual(stored.work.layout);
    expect(document.tokens).toEqual(stored.work.tokens);
    history.undo();
    expect(new Set(document.layout.ids)).toEqual(new Set([12]));
    history.redo();
    history.redo();
    expect(document.layout.ids).toEqual(painted.layout.ids);
    expect(document.tokens).toEqual(painted.tokens);
  });

  it('is no step of its own where all of it was stored after all', () => {
    const { painted, stored, notes } = leftInTheMiddle();
    const now = { ...stored, work: structuredClone(workOf(painted, {})) };
    const next = withNote(now, readNote(notes, 'lake')!);
    expect(next?.history).toBe(now.history);
    expect(parseSavedWork(next?.work)?.picture).toEqual(now.work.picture);
  });

  it('stands alone where nothing was stored yet, or another size', () => {
    const { painted, stored, notes } = leftInTheMiddle();
    const note = readNote(notes, 'lake')!;
    const first = withNote({ work: undefined, info: undefined, history: undefined, time: 0 }, note);
    expect(parseSavedWork(first?.work)?.layout).toEqual(painted.layout.ids);
    const other = createPaintDocument({ rows: 8, columns: 8 });
    const next = withNote({ ...stored, work: workOf(other, {}) }, note);
    expect(parseSavedWork(next?.work)).toMatchObject({ lattice: LATTICE, tokens: painted.tokens });
  });

  it('is nothing where what is stored is newer, cannot be read, or the note is damaged', () => {
    const { stored, notes } = leftInTheMiddle();
    const note = readNote(notes, 'lake')!;
    expect(withNote({ ...stored, time: note.time }, note)).toBeUndefined();
    expect(withNote({ ...stored, work: { version: 99 } }, note)).toBeUndefined();
    expect(withNote(stored, { ...note, tokens: note.layout })).toBeUndefined();
    expect(withNote(stored, { ...note, layout: { ...note.layout, data: '!' } })).toBeUndefined();
    for (const text of ['', 'x', '{}', '{"version":2}', notes.values.get('plein-air-left-lake')!.slice(0, 90)]) {
      notes.values.set('plein-air-left-lake', text);
      expect(readNote(notes, 'lake')).toBeUndefined();
    }
  });

  it('is left out where the browser has no room for it, or forbids it', () => {
    const { painted, notes } = leftInTheMiddle();
    const fail = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const record = { work: workOf(painted, {}), info: INFO };
    writeNote({ ...notes, setItem: fail }, 'lake', record);
    expect(notedDocuments(notes)).toEqual([]);
    expect(() => writeNote({ ...notes, setItem: fail, removeItem: fail }, 'lake', record)).not.toThrow();
  });
});
