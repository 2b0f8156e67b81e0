import { tinykeys } from 'tinykeys';
import { COMMANDS, runCommand } from '../state/commands.ts';
import type { Studio } from '../state/studio.ts';

/** Where there is nothing of ours to copy, they are the browser's. */
const CLIPBOARD: ReadonlySet<string> = new Set(['$mod+x', '$mod+c', '$mod+a']);

/** Fields that one types into. Sliders, switches and buttons leave letters alone. */
const TYPING =
  'textarea, select, [contenteditable], input:not([type=range], [type=radio], [type=checkbox], [type=button])';

/** Binds the keys of the command table. @returns unbinds them */
export function bindShortcuts(studio: Studio): () => void {
  const bindings = COMMANDS.flatMap((command) =>
    command.keys.map((keys): [string, (event: KeyboardEvent) => void] => [
      keys,
      (event) => {
        if (event.defaultPrevented || isElsewhere(event, keys)) return;
        // The browser's own `paste` event says whether there are files; what was copied here is pasted by it, too.
        if (keys === '$mod+v') return;
        if (runCommand(studio, command.id) || (keys.startsWith('$mod') && !CLIPBOARD.has(keys))) event.preventDefault();
      },
    ]),
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
  // Painting and saving are meant even from within a field; undo there is the field's own.
  return (
    typing &&
    !['$mod+Enter', '$mod+Shift+Enter', '$mod+s', '$mod+Shift+s', '$mod+Alt+s', '$mod+o', 'Escape'].includes(keys)
  );
}
