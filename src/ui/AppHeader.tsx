import { Download, Images, Redo2, Share2, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { commandOf, isPossible, runCommand } from '../state/commands.ts';
import styles from './AppHeader.module.css';
import { HistoryButton } from './history/HistoryButton.tsx';
import { words } from './i18n/words.ts';
import { ariaKeys } from './keyNames.ts';
import { MoreMenu } from './MoreMenu.tsx';
import { Button, ICON } from './parts/Button.tsx';
import { CommandButton } from './parts/CommandButton.tsx';
import { usePage, useStudio } from './StudioContext.tsx';
import { WordMark } from './WordMark.tsx';

export function AppHeader(): ReactElement {
  const studio = useStudio();
  const sharable = usePage((state) => isPossible(commandOf('share'), state));
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
        <Button
          kind="quiet"
          className={styles.wordy}
          icon={<Images {...ICON} />}
          aria-haspopup="dialog"
          onClick={() => runCommand(studio, 'starters')}
        >
          <span className={styles.word}>{words.commands.starters}</span>
        </Button>
        <Button
          kind="quiet"
          className={styles.wordy}
          icon={<Share2 {...ICON} />}
          aria-haspopup="dialog"
          disabled={!sharable}
          onClick={() => runCommand(studio, 'share')}
        >
          <span className={styles.word}>{words.share.button}</span>
        </Button>
        <Button
          kind="quiet"
          className={styles.wordy}
          icon={<Download {...ICON} />}
          aria-haspopup="dialog"
          aria-keyshortcuts={ariaKeys(commandOf('export').keys)}
          onClick={() => runCommand(studio, 'export')}
        >
          <span className={styles.word}>{words.header.saveMenu}</span>
        </Button>
        <MoreMenu />
      </nav>
    </header>
  );
}
