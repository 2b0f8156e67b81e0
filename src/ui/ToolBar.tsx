import { FlipVertical2, Trash2, Waves } from 'lucide-react';
import type { ReactElement } from 'react';
import { toolsWith } from '../core/tools.ts';
import { words } from './i18n/words.ts';
import { ICON } from './parts/Button.tsx';
import { CommandButton } from './parts/CommandButton.tsx';
import { usePage } from './StudioContext.tsx';
import styles from './ToolBar.module.css';
import { ToolPicker } from './ToolPicker.tsx';
import { ToolOptions } from './ToolOptions.tsx';

/** The tools, what can be set about the one in use, and what is done to the whole layout. */
export function ToolBar(): ReactElement {
  const shape = usePage((state) => state.shape);
  const mirrored = usePage((state) => state.mirrored);
  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        <ToolPicker tools={toolsWith(shape)} />
        <div className={styles.options}>
          <ToolOptions />
        </div>
        <div className={styles.last} role="group" aria-label={words.layout.edges}>
          <CommandButton command="mirror" pressed={mirrored} icon={<FlipVertical2 {...ICON} />} />
          <CommandButton tip="below end" command="roughen" icon={<Waves {...ICON} />} />
          <CommandButton tip="below end" command="clear" icon={<Trash2 {...ICON} />} />
        </div>
      </div>
    </div>
  );
}
