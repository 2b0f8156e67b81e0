import { FlipVertical2, Trash2, Waves } from 'lucide-react';
import type { ReactElement } from 'react';
import { commandOf } from '../state/commands.ts';
import type { ToolName } from '../state/pageState.ts';
import { chooseTool } from '../state/toolActions.ts';
import { words } from './i18n/words.ts';
import { CommandButton } from './parts/CommandButton.tsx';
import { Segments } from './parts/Segments.tsx';
import { usePage, useStudio } from './StudioContext.tsx';
import styles from './ToolBar.module.css';
import { TOOL_ICONS } from './toolIcons.tsx';
import { ToolOptions } from './ToolOptions.tsx';

/** The tools, what can be set about the one in use, and what is done to the whole layout. */
export function ToolBar(): ReactElement {
  const studio = useStudio();
  const tool = usePage((state) => state.tool);
  const shape = usePage((state) => state.shape);
  const mirrored = usePage((state) => state.mirrored);
  const tools: readonly ToolName[] = ['brush', 'eraser', shape, 'fill', 'select', 'pick', 'pan'];
  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        <Segments
          legend={words.layout.tools}
          name="tool"
          look="bare"
          value={tool}
          options={tools.map((one) => ({
            value: one,
            label: words.commands[one],
            icon: TOOL_ICONS[one],
            keys: commandOf(one).keys,
          }))}
          onChange={(next) => chooseTool(studio, next)}
        />
        <div className={styles.options}>
          <ToolOptions />
        </div>
        <div className={styles.last} role="group" aria-label={words.layout.edges}>
          <CommandButton command="mirror" pressed={mirrored} icon={<FlipVertical2 size={17} aria-hidden />} />
          <CommandButton tip="below end" command="roughen" icon={<Waves size={17} aria-hidden />} />
          <CommandButton tip="below end" command="clear" icon={<Trash2 size={17} aria-hidden />} />
        </div>
      </div>
    </div>
  );
}
