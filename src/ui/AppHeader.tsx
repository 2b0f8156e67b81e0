import { Download, Images, Redo2, Share2, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { commandOf, isPossible, runCommand, type CommandId } from '../state/commands.ts';
import styles from './AppHeader.module.css';
import { HistoryButton } from './history/HistoryButton.tsx';
import { words } from './i18n/words.ts';
import { ariaKeys } from './keyNames.ts';
import { MoreMenu } from './MoreMenu.tsx';
import { Button, ICON } from './parts/Button.tsx';
import { CommandButton } from './parts/CommandButton.tsx';
import { usePage, useStudio } from './StudioContext.tsx';
import { WordMark } from './WordMark.tsx';

interface DialogButtonProps {
  readonly command: CommandId;
  readonly icon: ReactElement;
  readonly word: string;
}

function DialogButton({ command: id, icon, word }: DialogButtonProps): ReactElement {
  const studio = useStudio();
  const command = commandOf(id);
  const possible = usePage((state) => isPossible(command, state));
  return (
    <Button
      kind="quiet"
      className={styles.wordy}
      icon={icon}
      aria-haspopup="dialog"
      aria-keyshortcuts={ariaKeys(command.keys)}
      disabled={!possible}
      onClick={() => runCommand(studio, id)}
    >
      <span className={styles.word}>{word}</span>
    </Button>
  );
}

export function AppHeader(): ReactElement {
  const { undoLabel, redoLabel } = usePage((state) => state.history);
  return (
    <header className={styles.header}>
      <WordMark />
      <div className={styles.group} role="group" aria-label={words.commandGroups.edit}>
        <CommandButton
          command="undo"
          label={words.header.undo(undoLabel && words.changes[undoLabel])}
          icon={<Undo2 size={18} aria-hidden />}
        />
        <CommandButton
          command="redo"
          label={words.header.redo(redoLabel && words.changes[redoLabel])}
          icon={<Redo2 size={18} aria-hidden />}
        />
        <HistoryButton />
      </div>
      <nav className={styles.group} aria-label={words.header.label}>
        <DialogButton command="starters" icon={<Images {...ICON} />} word={words.commands.starters} />
        <DialogButton command="share" icon={<Share2 {...ICON} />} word={words.share.button} />
        <DialogButton command="export" icon={<Download {...ICON} />} word={words.header.saveMenu} />
        <MoreMenu />
      </nav>
    </header>
  );
}
