import { Images, Redo2, Share2, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { commandOf, isPossible, runCommand } from '../state/commands.ts';
import styles from './AppHeader.module.css';
import { HistoryButton } from './history/HistoryButton.tsx';
import { en } from './i18n/en.ts';
import { MoreMenu } from './MoreMenu.tsx';
import { Button } from './parts/Button.tsx';
import { CommandButton } from './parts/CommandButton.tsx';
import { SaveMenu } from './SaveMenu.tsx';
import { usePage, useStudio } from './StudioContext.tsx';
import { WordMark } from './WordMark.tsx';

export function AppHeader(): ReactElement {
  const studio = useStudio();
  const sharable = usePage((state) => isPossible(commandOf('share'), state));
  const { undoLabel, redoLabel } = usePage((state) => state.history);
  return (
    <header className={styles.header}>
      <WordMark />
      <div className={styles.group} role="group" aria-label={en.commandGroups.edit}>
        <CommandButton
          command="undo"
          label={en.header.undo(undoLabel && en.changes[undoLabel])}
          icon={<Undo2 size={18} aria-hidden />}
        />
        <CommandButton
          command="redo"
          label={en.header.redo(redoLabel && en.changes[redoLabel])}
          icon={<Redo2 size={18} aria-hidden />}
        />
        <HistoryButton />
      </div>
      <nav className={styles.group} aria-label={en.header.label}>
        <Button
          kind="quiet"
          className={styles.wordy ?? ''}
          icon={<Images size={17} aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => runCommand(studio, 'starters')}
        >
          <span className={styles.word}>{en.commands.starters}</span>
        </Button>
        <Button
          kind="quiet"
          className={styles.wordy ?? ''}
          icon={<Share2 size={17} aria-hidden />}
          aria-haspopup="dialog"
          disabled={!sharable}
          onClick={() => runCommand(studio, 'share')}
        >
          <span className={styles.word}>{en.share.button}</span>
        </Button>
        <SaveMenu />
        <MoreMenu />
      </nav>
    </header>
  );
}
