import type { ReactElement } from 'react';
import type { Command } from '../../state/commands.ts';
import { words } from '../i18n/words.ts';
import { ariaKeys, keyNames } from '../keyNames.ts';
import form from '../parts/Form.module.css';
import styles from './CommandsDialog.module.css';

interface CommandOptionProps {
  readonly id: string;
  readonly command: Command;
  readonly isChosen: boolean;
  readonly canRun: boolean;
  readonly onRun: () => void;
}

/** A command in the list: its name, its group and its first key. */
export function CommandOption({ id, command, isChosen, canRun, onRun }: CommandOptionProps): ReactElement {
  const [key] = command.keys;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys.
    <li
      id={id}
      className={styles.option}
      role="option"
      aria-selected={isChosen}
      aria-disabled={!canRun}
      aria-keyshortcuts={ariaKeys(command.keys)}
      onClick={onRun}
    >
      <span>{words.commands[command.id]}</span>
      <span className={`${form.smallNote} ${styles.group}`}>{words.commandGroups[command.group]}</span>
      <span className={`${styles.keys} of-keys`} aria-hidden>
        {key !== undefined && keyNames(key).map((name) => <kbd key={name}>{name}</kbd>)}
      </span>
    </li>
  );
}
