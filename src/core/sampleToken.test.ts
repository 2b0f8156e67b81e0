import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guide, sampleToken, type Variety } from './sampleToken.ts';

const PLAIN: Variety = { temperature: 1, topK: 1024, topP: 1 };
// Few distinct values, so that ties are common.
const logits = fc
  .array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 40 })
  .map((values) => Float32Array.from(values, (value) => value / 2));
const noise = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** The definition, written out: a sort of all codes, masks, and a running sum. */
function reference(values: Float32Array, draw: number, { temperature, topK, topP }: Variety): number {
  const codes = [...values.keys()].toSorted((a, b) => values[b]! - values[a]! || a - b);
  const weights = codes.map((code) => Math.exp((values[code]! - values[codes[0]!]!) / temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  const kept = weights.map((weight, rank) => {
    const probability = weight / total;
    const keep = before < topP && rank < topK;
    before += probability;
    return keep ? probability : 0;
  });
  const sum = kept.reduce((a, b) => a + b, 0);
  let upper = 0;
  for (const [rank, probability] of kept.entries()) {
    upper += probability;
    if (upper > draw * sum) return codes[rank]!;
  }
  return codes[0]!;
}

test('a code is the inverse distribution function at the noise', () => {
  fc.assert(
    fc.property(
      logits,
      noise,
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.constantFrom(0.5, 1, 1.5),
      (values, draw, topK, topP, temperature) => {
        const variety = { temperature, topK, topP };
        // Sums taken in another order may differ in the last digit; nudged noise must give one of the two neighbours.
        const near = [draw, Math.max(0, draw - 1e-9), Math.min(1 - 1e-9, draw + 1e-9)];
        expect(near.map((value) => reference(values, value, variety))).toContain(sampleToken(values, draw, variety));
      },
    ),
  );
});

test('temperature 0 and top-k 1 take the most likely code, the lowest of equals', () => {
  const values = Float32Array.of(0, 3, 1, 3);
  expect(sampleToken(values, 0.99, { ...PLAIN, temperature: 0 })).toBe(1);
  expect(sampleToken(values, 0.99, { ...PLAIN, topK: 1 })).toBe(1);
});

test('top-k never draws a code beyond the k most likely', () => {
  fc.assert(
    fc.property(logits, noise, fc.integer({ min: 1, max: 40 }), (values, draw, topK) => {
      const code = sampleToken(values, draw, { ...PLAIN, topK });
      const better = values.filter((value) => value > values[code]!).length;
      expect(better).toBeLessThan(topK);
    }),
  );
});

test('codes are drawn as often as their probability says', () => {
  const values = Float32Array.of(Math.log(0.5), Math.log(0.3), Math.log(0.2));
  const counts = [0, 0, 0];
  for (let n = 0; n < 1000; n++) counts[sampleToken(values, (n + 0.5) / 1000, PLAIN)]!++;
  expect(counts).toEqual([500, 300, 200]);
});

test('guidance 1 is the conditional, 0 the unconditional, and 2 goes as far again', () => {
  const out = new Float32Array(2);
  guide(Float32Array.of(3, 1), Float32Array.of(1, 2), 1, out);
  expect([...out]).toEqual([3, 1]);
  guide(Float32Array.of(3, 1), Float32Array.of(1, 2), 0, out);
  expect([...out]).toEqual([1, 2]);
  guide(Float32Array.of(3, 1), Float32Array.of(1, 2), 2, out);
  expect([...out]).toEqual([5, 0]);
});
