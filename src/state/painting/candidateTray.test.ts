import { expect, test } from 'vitest';
import { rankedCandidates } from './candidateTray.ts';

const of = (...scores: (number | undefined)[]) => ({
  candidates: scores.map((score, seed) => ({ seed, tokens: undefined, score })),
});

test('the likeliest candidate comes first, and none before all are known', () => {
  expect(rankedCandidates(of(-30, -10, -20))).toEqual([1, 2, 0]);
  expect(rankedCandidates(of(-30, undefined, -20))).toEqual([0, 1, 2]);
  expect(rankedCandidates(of(-5, -5))).toEqual([0, 1]);
});
