import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { History } from './history.ts';
import type { EntryKind } from './historyState.ts';

const walks = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('add', 'result'), bytes: fc.nat(40) }),
    fc.record({ kind: fc.constantFrom('undo', 'redo') }),
    fc.record({ kind: fc.constant('go'), to: fc.nat() }),
    fc.record({ kind: fc.constant('note'), size: fc.nat(30) }),
  ),
  { maxLength: 40 },
);
type Step = typeof walks extends fc.Arbitrary<(infer S)[]> ? S : never;

/** A counter that is walked about, and what it was at each node. */
function walked(steps: readonly Step[], budget?: number) {
  const made = counter(budget);
  const { history, value, add } = made;
  const valueAt = new Map([[history.state.current, 0]]);
  for (const [n, step] of steps.entries()) {
    const nodes = history.nodes();
    if ('bytes' in step) add(2 ** (n % 40), step.bytes, step.kind === 'result' ? 'result' : 'gesture');
    else if ('to' in step) history.goTo(nodes[step.to % nodes.length]!.id);
    else if ('size' in step) history.note(history.pictureOf(history.state.current)!.id, { bytes: step.size });
    else if (step.kind === 'undo') history.undo();
    else history.redo();
    const { current } = history.state;
    if (!valueAt.has(current)) valueAt.set(current, value());
  }
  return { ...made, valueAt };
}

/** A history of a counter: the smallest thing that can be undone. */
function counter(budget?: number) {
  const history = new History(budget);
  let value = 0;
  return {
    history,
    value: () => value,
    add: (step: number, bytes = 1, kind: EntryKind = 'gesture') => {
      value += step;
      history.push({ label: `add ${step}`, bytes, undo: () => (value -= step), redo: () => (value += step) }, kind);
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

  it('keeps what could be redone as a branch when something new is done', () => {
    const { history, value, add } = counter();
    add(1, 10);
    add(2, 20);
    const left = history.state.current;
    history.undo();
    add(3, 5);
    expect(history.state).toMatchObject({ canRedo: false, undoLabel: 'add 3', bytes: 35 });
    expect(history.redo()).toBeUndefined();
    expect(history.goTo(left)).toBe(true);
    expect(value()).toBe(3);
  });

  it('redoes the child that was visited last', () => {
    const { history, value, add } = counter();
    add(1);
    const first = history.state.current;
    history.undo();
    add(10);
    history.undo();
    history.redo();
    expect(value()).toBe(10);
    history.goTo(first);
    history.undo();
    history.redo();
    expect(value()).toBe(1);
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

  it('gives back the state of any node from any other, and the way back', () => {
    fc.assert(
      fc.property(walks, fc.nat(), fc.nat(), (steps, from, to) => {
        const { history, value, valueAt } = walked(steps);
        const nodes = history.nodes();
        const shape = () => history.nodes().map((node) => ({ ...node, visited: 0 }));
        const before = shape();
        for (const pick of [from, to, from]) {
          const { id } = nodes[pick % nodes.length]!;
          expect(history.goTo(id)).toBe(true);
          expect(history.state.current).toBe(id);
          expect(value()).toBe(valueAt.get(id));
        }
        expect(shape()).toEqual(before);
      }),
    );
  });

  it('is a tree of all that it shows, whatever was evicted, and every node of it can be gone to', () => {
    fc.assert(
      fc.property(walks, fc.integer({ min: 0, max: 120 }), (steps, budget) => {
        const { history, value, valueAt } = walked(steps, budget);
        const now = value();
        expect(valueAt.get(history.state.current)).toBe(now);
        const nodes = history.nodes();
        const ids = new Set(nodes.map(({ id }) => id));
        expect(nodes.filter(({ parent }) => parent === undefined)).toHaveLength(1);
        for (const node of nodes) {
          expect(node.parent === undefined || ids.has(node.parent)).toBe(true);
          expect(nodes.filter(({ parent }) => parent === node.id).map(({ id }) => id)).toEqual(node.children);
        }
        for (const { id } of nodes) {
          // Larger than the budget by itself, what redo would make may go when one turns away from it.
          const isShown = history.nodes().some((node) => node.id === id);
          expect(history.goTo(id)).toBe(isShown);
          expect(value()).toBe(valueAt.get(history.state.current));
        }
      }),
    );
  });

  it('stays within its budget but for the current entry, the one that redo would make, and the beginning’s picture', () => {
    fc.assert(
      fc.property(walks, fc.integer({ min: 0, max: 120 }), (steps, budget) => {
        const { history } = walked(steps, budget);
        const { bytes, current, canRedo } = history.state;
        // An entry is of 40 bytes at most, its note of 30.
        const spared = (current === history.nodes()[0]?.id ? 0 : 70) + (canRedo ? 70 : 0) + 30;
        expect(bytes).toBeLessThanOrEqual(Math.max(budget, spared));
      }),
    );
  });

  it('counts what it holds', () => {
    fc.assert(
      fc.property(walks, fc.integer({ min: 0, max: 120 }), (steps, budget) => {
        const { history } = walked(steps, budget);
        const { bytes } = history.state;
        for (const { id, result } of history.nodes()) if (result) history.note(id, { bytes: 0 });
        for (const { id } of history.nodes()) history.goTo(id);
        expect(history.state.bytes).toBeLessThanOrEqual(bytes);
        history.clear();
        expect(history.state.bytes).toBe(0);
      }),
    );
  });

  it('lets branches go before the line that leads to what is seen, the one left longest ago first', () => {
    const { history, add } = counter(4);
    for (const step of [1, 2, 3]) {
      add(step);
      history.undo();
    }
    const [, left, middle, last] = history.nodes().map(({ id }) => id);
    history.goTo(left!);
    history.undo();
    add(4);
    add(5);
    const kept = history.nodes().map(({ id }) => id);
    expect(kept).toContain(left);
    expect(kept).toContain(last);
    expect(kept).not.toContain(middle);
  });

  it('notes a picture on the entry that put it in place, and the beginning inherits it', () => {
    const { history, add } = counter(100);
    const note = { bytes: 10 };
    add(1, 30, 'result');
    add(2, 30);
    const { id } = history.pictureOf(history.state.current)!;
    history.note(id, note);
    expect(history.nodes()[1]?.result).toBe(note);
    expect(history.state.bytes).toBe(70);
    add(4, 50);
    add(8, 50);
    expect(history.nodes()[0]).toMatchObject({ label: undefined, result: note });
    expect(history.pictureOf(history.state.current)?.result).toBe(note);
  });
});
