import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { COMMANDS, isPossible, type Command } from '../../state/commands.ts';
import type { CommandWords } from '../i18n/en/commandWords.ts';
import { words } from '../i18n/words.ts';
import { ariaKeys, keyNames } from '../keyNames.ts';
import { Dialog, useLeave } from '../parts/Dialog.tsx';
import form from '../parts/Form.module.css';
import { usePage, useStudio } from '../StudioContext.tsx';
import { commandWordsOf } from './commandWordsOf.ts';
import styles from './CommandsDialog.module.css';
import { foundCommands } from './foundCommands.ts';
import { runHeld } from './runHeld.ts';

/** Every command, found by any words for it. The arrows choose, Enter does it. */
export default function CommandsDialog(): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog heading={words.commands.find} atTop first={field}>
      <CommandFinder field={field} />
    </Dialog>
  );
}

/** The combobox and its listbox, as the ARIA Authoring Practices have them: the focus stays in the field. */
function CommandFinder({ field }: { readonly field: RefObject<HTMLInputElement | null> }): ReactElement {
  const studio = useStudio();
  const leave = useLeave();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  // Of the language that the page speaks, once they are here: commands are found by their names until then.
  const [further, setFurther] = useState<CommandWords>();
  const language = usePage((state) => state.spoken);
  // One value for all of them: a job's progress alone renders nothing.
  const possible = usePage((state) => COMMANDS.map((command) => (isPossible(command, state) ? '1' : '0')).join(''));
  const canRun = (command: Command) => possible[COMMANDS.indexOf(command)] === '1';
  const found = foundCommands(typed, words, further);
  const chosen = found[active];
  const optionId = (command: Command) => `${id}-${command.id}`;
  const chosenId = chosen && optionId(chosen);

  // In another language all of the page renders anew.
  useEffect(() => void commandWordsOf(language).then(setFurther, () => undefined), [language]);

  useEffect(() => {
    if (chosenId !== undefined) document.getElementById(chosenId)?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);

  function run(command: Command | undefined): void {
    if (!command || !canRun(command)) return;
    // Before the command: it may open another dialog.
    leave();
    runHeld(studio, command);
  }

  function press(event: KeyboardEvent): void {
    // What is still being composed takes these keys itself.
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'Enter') run(chosen);
    else if (key === 'ArrowDown') setActive((active + 1) % Math.max(1, found.length));
    else if (key === 'ArrowUp') setActive((active + found.length - 1) % Math.max(1, found.length));
    else return;
    event.preventDefault();
  }

  return (
    <div className={form.column}>
      <div className={styles.search}>
        <Search size={17} aria-hidden className={styles.icon} />
        <input
          ref={field}
          className={styles.field}
          type="text"
          role="combobox"
          aria-label={words.finding.field}
          aria-expanded={found.length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={chosenId}
          placeholder={words.finding.field}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setActive(0);
          }}
          onKeyDown={press}
        />
      </div>
      <ul id={id} className={styles.list} role="listbox" aria-label={words.finding.list}>
        {found.map((command, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys.
          <li
            key={command.id}
            id={optionId(command)}
            className={styles.option}
            role="option"
            aria-selected={index === active}
            aria-disabled={!canRun(command)}
            aria-keyshortcuts={ariaKeys(command.keys)}
            onClick={() => run(command)}
          >
            <span>{words.commands[command.id]}</span>
            <span className={`${form.smallNote} ${styles.group}`}>{words.commandGroups[command.group]}</span>
            <span className={`${styles.keys} of-keys`} aria-hidden>
              {command.keys[0] !== undefined && keyNames(command.keys[0]).map((name) => <kbd key={name}>{name}</kbd>)}
            </span>
          </li>
        ))}
      </ul>
      <p className={found.length === 0 ? form.note : 'visually-hidden'} role="status">
        {found.length === 0 ? words.finding.none : words.finding.count(found.length)}
      </p>
    </div>
  );
}
