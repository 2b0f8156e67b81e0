import { beforeAll, expect, test, vi } from 'vitest';
import { COMMANDS } from '../state/commands.ts';
import { en } from './i18n/en.ts';

let keyNames: (binding: string) => readonly string[];

beforeAll(async () => {
  vi.stubGlobal('navigator', { platform: 'Linux' });
  ({ keyNames } = await import('./keyNames.ts'));
});

test('every key of every command is called what is printed on it', () => {
  const printed = new Set(Object.values(en.keys));
  const bindings = COMMANDS.flatMap(({ keys }) => keys);
  expect(bindings.length).toBeGreaterThan(40);
  const unknown = bindings.flatMap(keyNames).filter((name) => !printed.has(name) && !/^(?:.|F\d+)$/.test(name));
  expect(unknown).toEqual([]);
});

test('a shortcut reads from the keys that are held to the one that is pressed', () => {
  expect(keyNames('$mod+Shift+z')).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyNames('Shift+Alt+ArrowLeft')).toEqual(['Shift', 'Alt', '←']);
});
