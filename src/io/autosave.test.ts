import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPaintDocument } from '../document/createPaintDocument.ts';
import {
  FIRST_RETRY_MILLISECONDS,
  IDLE_MILLISECONDS,
  LAST_RETRY_MILLISECONDS,
  LATEST_MILLISECONDS,
  SILENT_MILLISECONDS,
  startAutosave,
} from './autosave.ts';
import { workOf, type SavedWork } from './savedWork.ts';

const RECT = { x: 0, y: 0, width: 16, height: 16 };

function setUp(write: (work: SavedWork) => Promise<void> = async () => {}) {
  const painted = createPaintDocument({ rows: 8, columns: 8 });
  const written = vi.fn(write);
  const onTrouble = vi.fn<(trouble: string | undefined) => void>();
  const capture = () => workOf(painted, { mood: 2 });
  const note = vi.fn<(work: SavedWork) => void>();
  const forget = vi.fn<() => void>();
  const autosave = startAutosave({ painted, capture, keeping: { write: written, note, forget }, onTrouble });
  return { painted, written, onTrouble, autosave, note, forget };
}

describe('the autosave', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves once, when the hand rests', async () => {
    const { painted, written } = setUp();
    for (let stroke = 0; stroke < 4; stroke++) {
      painted.layoutChanged(RECT);
      await vi.advanceTimersByTimeAsync(IDLE_MILLISECONDS - 100);
    }
    expect(written).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(IDLE_MILLISECONDS);
    expect(written).toHaveBeenCalledOnce();
    expect(written.mock.lastCall?.[0]).toMatchObject({
      version: 2,
      lattice: { rows: 8, columns: 8 },
      page: { mood: 2 },
    });
  });

  it('saves while the hand does not rest, too', async () => {
    const { painted, written } = setUp();
    for (let time = 0; time <= LATEST_MILLISECONDS; time += 500) {
      painted.layoutChanged(RECT);
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(written).toHaveBeenCalledOnce();
  });

  it('saves nothing that has not changed', async () => {
    const { autosave, written } = setUp();
    await autosave.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written).not.toHaveBeenCalled();
    autosave.touch();
    await autosave.flush();
    expect(written).toHaveBeenCalledOnce();
  });

  it('never writes twice at a time, and never forgets the last change', async () => {
    let running = 0;
    let most = 0;
    const { painted, written } = setUp(async () => {
      most = Math.max(most, ++running);
      await new Promise((done) => setTimeout(done, 3000));
      running--;
    });
    for (let time = 0; time < 10_000; time += 250) {
      painted.layoutChanged(RECT);
      await vi.advanceTimersByTimeAsync(250);
    }
    const before = written.mock.calls.length;
    painted.layoutChanged(RECT);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(most).toBe(1);
    expect(written.mock.calls.length).toBeGreaterThan(before);
  });

  it('saves a picture that was held back as soon as it is let go of', async () => {
    const { painted, written } = setUp();
    painted.setHeld({ tokens: painted.tokens.slice(), picture: painted.picture.slice(), own: undefined });
    painted.putTokens(Uint16Array.of(5), Int16Array.of(7));
    await vi.advanceTimersByTimeAsync(2 * IDLE_MILLISECONDS);
    expect(written.mock.lastCall?.[0].tokens[5]).toBe(-1);
    painted.setHeld(undefined);
    await vi.advanceTimersByTimeAsync(2 * IDLE_MILLISECONDS);
    expect(written.mock.lastCall?.[0].tokens[5]).toBe(7);
  });

  it('says once that it cannot save, tries again by itself, ever more seldom, and says when it could', async () => {
    const full = Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
    let room = false;
    const { painted, written, onTrouble } = setUp(async () => {
      if (!room) throw full;
    });
    painted.layoutChanged(RECT);
    await vi.advanceTimersByTimeAsync(IDLE_MILLISECONDS);
    expect(onTrouble.mock.calls).toEqual([['full']]);
    // Nothing changes any more.
    await vi.advanceTimersByTimeAsync(FIRST_RETRY_MILLISECONDS);
    expect(written).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(2 * FIRST_RETRY_MILLISECONDS);
    expect(written).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(60 * LAST_RETRY_MILLISECONDS);
    const attempts = written.mock.calls.length;
    expect(attempts).toBeGreaterThan(50);
    expect(attempts).toBeLessThan(70);
    expect(onTrouble).toHaveBeenCalledOnce();
    room = true;
    await vi.advanceTimersByTimeAsync(LAST_RETRY_MILLISECONDS);
    expect(onTrouble.mock.lastCall).toEqual([undefined]);
    await vi.advanceTimersByTimeAsync(60 * LAST_RETRY_MILLISECONDS);
    expect(written).toHaveBeenCalledTimes(attempts + 1);
  });

  it('still saves what was left before there was room for it, and where it was', async () => {
    let room = false;
    const { painted, autosave, written } = setUp(async () => {
      if (!room) throw new Error('no room');
    });
    painted.layout.ids.fill(3);
    painted.layoutChanged(RECT);
    await vi.advanceTimersByTimeAsync(IDLE_MILLISECONDS);
    const elsewhere = vi.fn(async (work: SavedWork) => void work);
    autosave.divert({ write: elsewhere, note: () => {}, forget: () => {} }, { keep: true });
    painted.reset({ lattice: { rows: 8, columns: 12 } });
    room = true;
    await vi.advanceTimersByTimeAsync(LAST_RETRY_MILLISECONDS);
    expect(new Set(written.mock.lastCall?.[0].layout)).toEqual(new Set([3]));
    expect(elsewhere.mock.lastCall?.[0].lattice).toEqual({ rows: 8, columns: 12 });
  });

  it('says so when a write is never answered, and that it works when it is after all', async () => {
    let done = () => {};
    const { painted, onTrouble } = setUp(() => new Promise((resolve) => (done = resolve)));
    painted.layoutChanged(RECT);
    await vi.advanceTimersByTimeAsync(IDLE_MILLISECONDS + SILENT_MILLISECONDS - 100);
    expect(onTrouble).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(onTrouble.mock.calls).toEqual([['unavailable']]);
    done();
    await vi.advanceTimersByTimeAsync(0);
    expect(onTrouble.mock.lastCall).toEqual([undefined]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onTrouble).toHaveBeenCalledTimes(2);
  });

  it('notes down what is not stored yet when the page is left, and forgets it once all of that is', async () => {
    let done = () => {};
    const { painted, autosave, note, forget } = setUp(() => new Promise((resolve) => (done = resolve)));
    autosave.leave();
    expect(note).not.toHaveBeenCalled();
    painted.layout.ids.fill(3);
    painted.layoutChanged(RECT);
    autosave.leave();
    expect(note.mock.lastCall?.[0].layout[0]).toBe(3);
    await vi.advanceTimersByTimeAsync(0);
    // The write is under way, and the page is left once more after another stroke.
    painted.layout.ids.fill(4);
    painted.layoutChanged(RECT);
    autosave.leave();
    expect(note.mock.lastCall?.[0].layout[0]).toBe(4);
    done();
    await vi.advanceTimersByTimeAsync(0);
    expect(forget).not.toHaveBeenCalled();
    // Nothing has changed, and the second write is under way.
    autosave.leave();
    expect(note).toHaveBeenCalledTimes(3);
    done();
    await vi.advanceTimersByTimeAsync(0);
    expect(forget).toHaveBeenCalledOnce();
    autosave.leave();
    expect(note).toHaveBeenCalledTimes(3);
  });

  it('is still after it was stopped', async () => {
    const { painted, autosave, written } = setUp();
    painted.layoutChanged(RECT);
    autosave.stop();
    painted.layoutChanged(RECT);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written).not.toHaveBeenCalled();
  });
});
