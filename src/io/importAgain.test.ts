import { expect, test, vi } from 'vitest';
import { importAgain } from './importAgain.ts';

const ORIGIN = 'https://plein-air.test';
const ownOrigin = () => ORIGIN;
const failing = (said: string) => () => Promise.reject(new TypeError(said));

test('a part that a browser remembers as missing is fetched from another address', async () => {
  const fetchFrom = vi.fn((address: string) => Promise.resolve({ address }));
  const load = failing(`Failed to fetch dynamically imported module: ${ORIGIN}/assets/projectFile-1.js`);
  const { address } = await importAgain<{ address: string }>(load, fetchFrom, ownOrigin);
  expect(address).toMatch(/^https:\/\/plein-air\.test\/assets\/projectFile-1\.js\?again=\d+$/);
});

test('a part that is there is fetched once', async () => {
  const fetchFrom = vi.fn();
  expect(await importAgain(() => Promise.resolve('part'), fetchFrom, ownOrigin)).toBe('part');
  expect(fetchFrom).not.toHaveBeenCalled();
});

test.each(['Importing a module script failed.', 'Failed to fetch https://elsewhere.test/a.js'])(
  'what says no address of this page fails as it is: %s',
  async (said) => {
    const fetchFrom = vi.fn();
    await expect(importAgain(failing(said), fetchFrom, ownOrigin)).rejects.toThrow(said);
    expect(fetchFrom).not.toHaveBeenCalled();
  },
);
