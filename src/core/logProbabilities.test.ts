import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entropyOf, likeliest, logProbabilities } from './logProbabilities.ts';

const logits = fc.float32Array({ minLength: 2, maxLength: 40, min: -80, max: 80, noNaN: true });

test('probabilities sum to one and keep the order of their logits', () => {
  fc.assert(
    fc.property(logits, (values) => {
      const logs = logProbabilities(values);
      expect(logs.reduce((sum, log) => sum + Math.exp(log), 0)).toBeCloseTo(1, 9);
      const rising = [...values.keys()].toSorted((a, b) => values[a]! - values[b]!);
      for (const [n, code] of rising.slice(1).entries()) {
        expect(logs[code]!).toBeGreaterThanOrEqual(logs[rising[n]!]!);
      }
    }),
  );
});

test('entropy is nothing where one code is certain and the logarithm of their number where all are alike', () => {
  expect(entropyOf(logProbabilities(Float32Array.of(0, 500, 0)))).toBeCloseTo(0, 12);
  expect(entropyOf(logProbabilities(new Float32Array(32)))).toBeCloseTo(Math.log(32), 9);
});

test('the likeliest codes are those of a sort, the lower one of equals first', () => {
  fc.assert(
    fc.property(logits, fc.integer({ min: 1, max: 9 }), (values, count) => {
      const logs = logProbabilities(values);
      const sorted = [...logs.keys()].toSorted((a, b) => logs[b]! - logs[a]! || a - b);
      expect(likeliest(logs, count)).toEqual(sorted.slice(0, count));
    }),
  );
});
