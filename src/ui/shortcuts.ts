import { tinykeys } from 'tinykeys';
import { COMMANDS, runCommand } from '../state/commands.ts';
import type { Studio } from '../state/studio.ts';

/** Where there is nothing of ours to copy, they are the browser's. */
const CLIPBOARD: ReadonlySet<string> = new Set(['$mod+x', '$mod+c', '$mod+a']);

/** Fields that one types into. Sliders, switches and buttons leave letters alone. */
const TYPING =
  'textarea, select, [contenteditable], input:not([type=range], [type=radio], [type=checkbox], [type=button])';

/** A letter with modifiers, as the table has them: by what it types, which is what is printed on the key. */
const LETTER = /^(.*\+)([a-z])$/;

/**
 * The same keys, and the places of their letters for keyboards that have no such letter: Ctrl and я is Ctrl+Z on a Cyrillic
 * one. Where there are letters of ours they are meant, wherever they lie.
 */
function placesOf(
  keys: string,
): readonly { readonly keys: string; readonly isMeant: (event: KeyboardEvent) => boolean }[] {
  const [, modifiers, letter] = LETTER.exec(keys) ?? [];
  const itself = { keys, isMeant: () => true };
  if (modifiers === undefined || letter === undefined) return [itself];
  const place = `${modifiers}Key${letter.toUpperCase()}`;
  return [itself, { keys: place, isMeant: ({ key }) => !/^[a-z]$/i.test(key) }];
}

/** Binds the keys of the command table. @returns unbinds them */
export function bindShortcuts(studio: Studio): () => void {
  const bindings = COMMANDS.flatMap((command) =>
    command.keys.flatMap((keys) =>
      placesOf(keys).map((place): [string, (event: KeyboardEvent) => void] => [
        place.keys,
        (event) => {
          if (!place.isMeant(event) || event.defaultPrevented || isElsewhere(event, keys)) return;
          // The browser's own `paste` event says whether there are files; what was copied here is pasted by it, too.
          if (keys === '$mod+v') return;
          const taken = runCommand(studio, command.id) || (keys.startsWith('$mod') && !CLIPBOARD.has(keys));
          if (taken) event.preventDefault();
        },
      ]),
    ),
  );
  const releases = COMMANDS.flatMap(({ keys, release }) =>
    release ? keys.map((key): [string, () => void] => [key, () => release(studio)]) : [],
  );
  const unbind = [
    tinykeys(window, Object.fromEntries(bindings)),
    tinykeys(window, Object.fromEntries(releases), { event: 'keyup' }),
  ];
  return () => unbind.forEach((stop) => stop());
}

function isElsewhere({ target }: KeyboardEvent, keys: string): boolean {
  // A dialog has the page to itself, and Escape closes what is open.
  const open = document.querySelectorAll('dialog[open], :popover-open');
  if (keys === 'Escape' && open.length > 0) return true;
  if ([...open].some((one) => !one.matches('[data-keeps-keys="true"]'))) return true;
  const typing = target instanceof Element && target.closest(TYPING) !== null;
  // Painting, saving and finding a command are meant even from within a field; undo there is the field's own.
  return (
    typing &&
    ![
      '$mod+Enter',
      '$mod+Shift+Enter',
      '$mod+s',
      '$mod+Shift+s',
      '$mod+Alt+s',
      '$mod+e',
      '$mod+o',
      '$mod+k',
      'Escape',
    ].includes(keys)
  );
}
