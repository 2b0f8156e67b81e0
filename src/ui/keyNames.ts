import { words } from './i18n/words.ts';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** What a key types, by its place. */
interface KeyboardLayout {
  get(code: string): string | undefined;
}

let layout: KeyboardLayout | undefined;

/** How long the page waits for it before it is shown. Milliseconds. */
const PATIENCE = 150;

/** Asks the browser what this keyboard's keys type; those that do not say (all but Chromium) leave it to the words. */
export async function readKeyboard(): Promise<void> {
  const { keyboard } = navigator as { keyboard?: { getLayoutMap?: () => Promise<KeyboardLayout> } };
  // Within another page's frame it is not allowed to ask.
  const asked = keyboard?.getLayoutMap?.().then(
    (found) => {
      layout = found;
    },
    () => undefined,
  );
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

/** "$mod+Shift+z" as it is printed on keys: Ctrl Shift Z. */
export function keyNames(binding: string): readonly string[] {
  return binding.split('+').map((part) => {
    if (part === '$mod') return (isMac ? words.keys.$modMac : words.keys.$mod) ?? part;
    const plain = part.replace(/^(?:Key|Digit)/, '');
    return layout?.get(part)?.toUpperCase() ?? words.keys[part] ?? plain.toUpperCase();
  });
}

export function keyText(binding: string): string {
  return keyNames(binding).join(' ');
}

/** As `aria-keyshortcuts` wants it. */
export function ariaKeys(bindings: readonly string[]): string | undefined {
  const names = bindings.map((binding) =>
    binding
      .split('+')
      .map((part) => (part === '$mod' ? (isMac ? 'Meta' : 'Control') : part.replace(/^(?:Key|Digit)/, '')))
      .join('+'),
  );
  return names.length > 0 ? names.join(' ') : undefined;
}
