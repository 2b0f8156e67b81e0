import { describe, expect, it } from 'vitest';
import { initialState } from './pageState.ts';
import { changesSaved, PERSISTENCE, restoredState, SAVED_KEYS, savedState } from './persistence.ts';

const state = initialState({ rows: 8, columns: 8 });

describe('the table of what is kept where', () => {
  it('has every key of the state, and no other', () => {
    expect(Object.keys(PERSISTENCE).toSorted()).toEqual(Object.keys(state).toSorted());
  });

  it('says of no key that it is kept and never kept', () => {
    for (const places of Object.values(PERSISTENCE) as (readonly string[])[]) {
      expect(places.length).toBeGreaterThan(0);
      expect(places.includes('never') && places.length > 1).toBe(false);
    }
  });

  it('saves what it says, the lattice with the document', () => {
    const kept = Object.entries(PERSISTENCE).filter(([, places]) => (places as readonly string[]).includes('autosave'));
    expect(kept.map(([key]) => key).filter((key) => key !== 'lattice')).toEqual([...SAVED_KEYS]);
  });
});

describe('what was saved', () => {
  it('comes back as it was, through any storage that can hold JSON', () => {
    const mine = {
      ...state,
      tool: 'fill',
      brush: { shape: 'square', size: 7 },
      mood: 3,
      zoom: 2,
      seedLocked: true,
      overlay: 0.25,
      origin: {
        bundle: 'landscapes',
        codebook: 'a'.repeat(64),
        mood: 3,
        zoom: 2,
        settings: state.settings,
        layoutHash: 17,
        finished: false,
      },
    } as const;
    const stored: unknown = JSON.parse(JSON.stringify(savedState(mine)));
    expect({ ...state, ...restoredState(stored) }).toEqual(mine);
  });

  it.each([undefined, null, 7, 'x', [], { tool: 'gun', brush: { size: -1 }, settings: { seed: 'x' }, job: 'done' }])(
    'is left alone where it cannot be: %j',
    (stored) => {
      expect(restoredState(stored)).toEqual({});
    },
  );

  it('is written again when one of its keys changes, and not for others', () => {
    expect(changesSaved(state, { ...state, classId: 5 })).toBe(true);
    expect(changesSaved(state, { ...state, job: { phase: 'idle' }, dialog: 'help' })).toBe(false);
  });
});
