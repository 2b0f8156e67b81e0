import { en } from './i18n/en.ts';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** "$mod+Shift+z" as it is printed on keys: Ctrl Shift Z. */
export function keyNames(binding: string): readonly string[] {
  return binding.split('+').map((part) => {
    if (part === '$mod') return (isMac ? en.keys.$modMac : en.keys.$mod) ?? part;
    const plain = part.replace(/^(?:Key|Digit)/, '');
    return en.keys[part] ?? plain.toUpperCase();
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
