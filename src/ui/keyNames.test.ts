import { beforeAll, expect, test, vi } from 'vitest';
import { COMMANDS } from '../state/commands.ts';
import { en } from './i18n/en.ts';

let keyNames: (binding: string) => readonly string[];
let readKeyboard: () => Promise<void>;
let getLayoutMap: (() => Promise<Map<string, string>>) | undefined;

beforeAll(async () => {
  vi.stubGlobal('navigator', {
    platform: 'Linux',
    get keyboard() {
      return getLayoutMap && { getLayoutMap };
    },
  });
  ({ keyNames, readKeyboard } = await import('./keyNames.ts'));
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

test('a key that is bound by its place is called what this keyboard types there, where the browser says so', async () => {
  await readKeyboard();
  expect(keyNames('KeyY')).toEqual(['Y']);
  getLayoutMap = () => Promise.reject(new DOMException('', 'SecurityError'));
  await readKeyboard();
  expect(keyNames('KeyY')).toEqual(['Y']);
  getLayoutMap = () =>
    Promise.resolve(
      new Map([
        ['KeyY', 'z'],
        ['Slash', '-'],
      ]),
    );
  await readKeyboard();
  expect(keyNames('KeyY')).toEqual(['Z']);
  expect(keyNames('Shift+Slash')).toEqual(['Shift', '-']);
  // By what it types, wherever that lies.
  expect(keyNames('$mod+y')).toEqual(['Ctrl', 'Y']);
});
