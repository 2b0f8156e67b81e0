import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { History } from './history.ts';

/** A history of a counter: the smallest thing that can be undone. */
function counter(budget?: number) {
  const history = new History(budget);
  let value = 0;
  return {
    history,
    value: () => value,
    add: (step: number, bytes = 1) => {
      value += step;
      history.push({ label: `add ${step}`, bytes, undo: () => (value -= step), redo: () => (value += step) });
    },
  };
}

describe('the history', () => {
  it('gives back every state it has seen, backwards and forwards', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (steps) => {
        const { history, value, add } = counter();
        const seen = [value()];
        for (const step of steps) {
          add(step);
          seen.push(value());
        }
        for (const state of seen.slice(0, -1).toReversed()) {
          history.undo();
          expect(value()).toBe(state);
        }
        expect(history.undo()).toBeUndefined();
        for (const state of seen.slice(1)) {
          history.redo();
          expect(value()).toBe(state);
        }
        expect(history.redo()).toBeUndefined();
      }),
    );
  });

  it('stays the same under undo and redo one after the other, wherever it stands', () => {
    const commands = fc.array(fc.constantFrom('add', 'undo', 'redo'), { maxLength: 30 });
    fc.assert(
      fc.property(commands, (all) => {
        const { history, value, add } = counter();
        for (const [n, command] of all.entries()) {
          if (command === 'add') add(n + 1);
          else history[command]();
        }
        const before = value();
        const state = { ...history.state };
        if (history.undo()) history.redo();
        expect(value()).toBe(before);
        expect(history.state).toEqual(state);
      }),
    );
  });

  it('holds no more bytes than its budget, but always the latest entry', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 1 }), (sizes) => {
        const { history, add } = counter(100);
        for (const bytes of sizes) {
          add(1, bytes);
          expect(history.state.canUndo).toBe(true);
          expect(history.state.bytes).toBeLessThanOrEqual(Math.max(100, bytes));
        }
      }),
    );
  });

  it('lets the oldest entries go first', () => {
    const { history, value, add } = counter(3);
    for (const step of [1, 10, 100, 1000, 10_000]) add(step);
    while (history.undo());
    expect(value()).toBe(11);
  });

  it('forgets what could be redone when something new is done', () => {
    const { history, add } = counter();
    add(1, 10);
    add(2, 20);
    history.undo();
    add(3, 5);
    expect(history.state).toMatchObject({ canRedo: false, undoLabel: 'add 3', bytes: 15 });
    expect(history.redo()).toBeUndefined();
  });

  it('tells of every change with a new state, and of none without', () => {
    const { history, add } = counter();
    let heard = 0;
    const stop = history.subscribe(() => heard++);
    const first = history.state;
    add(1);
    expect(history.state).not.toBe(first);
    history.undo();
    history.undo();
    history.redo();
    history.redo();
    expect(heard).toBe(3);
    stop();
    add(1);
    expect(heard).toBe(3);
  });
});
