import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { History } from './history.ts';
import type { EntryKind } from './historyState.ts';
import { historyRows } from './historyRows.ts';

const entry = (label: string) => ({ label, bytes: 1, undo: () => {}, redo: () => {} });

function rowsAfter(...steps: readonly ('undo' | `stroke` | 'paint')[]) {
  const history = new History();
  for (const step of steps) {
    if (step === 'undo') history.undo();
    else history.push(entry(step), step === 'paint' ? 'result' : 'gesture');
  }
  return historyRows(history.nodes(), history.state.current);
}

const shown = (rows: ReturnType<typeof rowsAfter>) =>
  rows.map(({ level, nodes, isCurrent, startsBranch }) =>
    [startsBranch ? '>' : '', level, nodes.length, nodes[0]?.label ?? 'beginning', isCurrent ? '*' : ''].join(' '),
  );

describe('the rows of the history', () => {
  it('fold gestures between results', () => {
    expect(shown(rowsAfter('stroke', 'stroke', 'paint', 'stroke', 'paint'))).toEqual([
      ' 1 1 beginning ',
      ' 1 2 stroke ',
      ' 1 1 paint ',
      ' 1 1 stroke ',
      ' 1 1 paint *',
    ]);
  });

  it('part what is folded where one stands', () => {
    expect(shown(rowsAfter('stroke', 'stroke', 'stroke', 'undo'))).toEqual([
      ' 1 1 beginning ',
      ' 1 2 stroke *',
      ' 1 1 stroke ',
    ]);
  });

  it('show what was left as a branch, and the latest as the line', () => {
    const rows = rowsAfter('paint', 'stroke', 'paint', 'undo', 'undo', 'stroke', 'paint');
    expect(shown(rows)).toEqual([
      ' 1 1 beginning ',
      ' 1 1 paint ',
      '> 2 1 stroke ',
      ' 2 1 paint ',
      ' 1 1 stroke ',
      ' 1 1 paint *',
    ]);
    expect(rows.map(({ position, setSize }) => `${position}/${setSize}`)).toEqual([
      '1/4',
      '2/4',
      '1/2',
      '2/2',
      '3/4',
      '4/4',
    ]);
    expect(rows.map(({ isPast }) => isPast)).toEqual([true, true, false, false, true, true]);
    expect(rows.map(({ hasBranches }) => hasBranches)).toEqual([false, true, false, false, false, false]);
  });

  it('have every node once, parents before children, in an order that going about does not change', () => {
    const step = fc.oneof(fc.constantFrom<EntryKind>('gesture', 'result'), fc.nat());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(), (steps, to) => {
        const history = new History();
        for (const one of steps) {
          const nodes = history.nodes();
          if (typeof one === 'number') history.goTo(nodes[one % nodes.length]!.id);
          else history.push(entry('made'), one);
        }
        const order = () =>
          historyRows(history.nodes(), history.state.current).flatMap(({ nodes }) => nodes.map(({ id }) => id));
        const all = order();
        expect(all.toSorted((a, b) => a - b)).toEqual(history.nodes().map(({ id }) => id));
        for (const { id, parent } of history.nodes()) {
          expect(parent === undefined ? -1 : all.indexOf(parent)).toBeLessThan(all.indexOf(id));
        }
        history.goTo(all[to % all.length]!);
        expect(order()).toEqual(all);
        const current = historyRows(history.nodes(), history.state.current).filter(({ isCurrent }) => isCurrent);
        expect(current).toHaveLength(1);
      }),
    );
  });
});
