import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recentNodes, type KeptNode } from './historySnapshot.ts';

/** Trees whose ids rise from parent to child, as those of a history. */
const trees = fc
  .array(fc.record({ above: fc.nat(), bytes: fc.nat(50), result: fc.nat(30), visited: fc.nat(1000) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((all) =>
    all.map(({ above, bytes, result, visited }, id): KeptNode => {
      const parent = id === 0 ? undefined : above % id;
      return { id, parent, bytes: id === 0 ? 0 : bytes, result: { bytes: result }, visited };
    }),
  );

it('what is kept of a history is a tree with the current state in it, within its budget', () => {
  fc.assert(
    fc.property(trees, fc.nat(), fc.nat(1500), fc.nat(40), (nodes, at, bytes, entries) => {
      const current = at % nodes.length;
      const kept = recentNodes(nodes, current, { bytes, entries });
      expect(kept).toContain(current);
      const [beginning, ...rest] = kept;
      const parts = kept.map((id) => nodes[id]!);
      for (const id of rest) expect(kept).toContain(nodes[id]!.parent);
      const first = nodes[beginning!]!;
      const sum = parts.reduce((all, { bytes: own, result }) => all + own + result!.bytes, -first.bytes);
      // The current picture's own note is kept whatever it takes.
      expect(sum).toBeLessThanOrEqual(Math.max(bytes, nodes[current]!.result!.bytes));
      expect(rest.length).toBeLessThanOrEqual(entries);
    }),
  );
});

it('all is kept where there is room for it', () => {
  fc.assert(
    fc.property(trees, fc.nat(), (nodes, at) => {
      const kept = recentNodes(nodes, at % nodes.length, { bytes: 1e9, entries: 1e6 });
      expect(kept).toEqual(nodes.map(({ id }) => id));
    }),
  );
});
