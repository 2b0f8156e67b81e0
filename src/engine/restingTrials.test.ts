import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RestingTrials } from './restingTrials.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('trials wait for a rest, and come one after the other, once', async () => {
  const trials = new RestingTrials(100);
  const begun: string[] = [];
  trials.offer('one', () => Promise.resolve(begun.push('one')));
  trials.offer('two', () => Promise.resolve(begun.push('two')));
  trials.begin();
  await vi.advanceTimersByTimeAsync(99);
  expect(begun).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toEqual(['one', 'two']);
  trials.begin();
  await vi.advanceTimersByTimeAsync(1000);
  expect(begun).toEqual(['one', 'two']);
});

test('a job ends the trial that runs, which begins anew at the next rest; one that fails does not', async () => {
  const trials = new RestingTrials(100);
  const signals: AbortSignal[] = [];
  let fails = 0;
  trials.offer('fails', () => Promise.reject(new Error(`failed ${++fails}`)));
  trials.offer('long', (signal) => {
    signals.push(signal);
    return new Promise((resolve) => signal.addEventListener('abort', resolve));
  });
  trials.begin();
  await vi.advanceTimersByTimeAsync(100);
  trials.interrupt();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  trials.begin();
  await vi.advanceTimersByTimeAsync(100);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  expect(fails).toBe(1);
});
