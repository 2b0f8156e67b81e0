import type { ComponentProps, ReactElement } from 'react';
import { commandOf, isPossible, runCommand, type CommandId } from '../../state/commands.ts';
import { words } from '../i18n/words.ts';
import { ariaKeys, keyText } from '../keyNames.ts';
import { usePage, useStudio } from '../StudioContext.tsx';
import { IconButton } from './Button.tsx';

interface CommandButtonProps extends Omit<ComponentProps<typeof IconButton>, 'label'> {
  readonly command: CommandId;
  /** The command's own name, if left out. */
  readonly label?: string;
  readonly pressed?: boolean;
}

/** A picture for one line of the command table. */
export function CommandButton({ command: id, label, pressed, ...rest }: CommandButtonProps): ReactElement {
  const studio = useStudio();
  const command = commandOf(id);
  const possible = usePage((state) => isPossible(command, state));
  const [key] = command.keys;
  return (
    <IconButton
      label={label ?? words.commands[id]}
      keyHint={key && keyText(key)}
      aria-keyshortcuts={ariaKeys(command.keys)}
      aria-pressed={pressed}
      disabled={!possible}
      onClick={() => runCommand(studio, id)}
      {...rest}
    />
  );
}
