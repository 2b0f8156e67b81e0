import { Ellipsis, FlipVertical2, PenLine, Trash2, Waves } from 'lucide-react';
import type { ReactElement } from 'react';
import { runCommand } from '../../state/commands.ts';
import { toolsWith, type ToolName } from '../../core/tools.ts';
import { setPage } from '../../state/view/toolActions.ts';
import { words } from '../i18n/words.ts';
import { ICON, IconButton } from '../parts/Button.tsx';
import { Menu } from '../parts/Menu.tsx';
import { usePopover } from '../parts/Popover.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import { ToolPicker } from '../ToolPicker.tsx';
import { BrushShapes, ToolSize } from '../ToolOptions.tsx';
import { TOOL_ICONS } from '../toolIcons.tsx';
import { ZoomButtons } from '../ZoomButtons.tsx';
import styles from './PhoneToolBar.module.css';

/** The tools most used. */
const FIRST: readonly ToolName[] = ['brush', 'eraser', 'fill'];

const ICONS = {
  ...TOOL_ICONS,
  mirror: <FlipVertical2 {...ICON} />,
  roughen: <Waves {...ICON} />,
  clear: <Trash2 {...ICON} />,
};

/** One row: the tools most used, one of the others, and the brush's size. The rest is behind the dots. */
export function PhoneToolBar(): ReactElement {
  const studio = useStudio();
  const tie = usePopover();
  const tool = usePage((state) => state.tool);
  const shape = usePage((state) => state.shape);
  const mirrored = usePage((state) => state.mirrored);
  const pressure = usePage((state) => state.pressure);
  const fourth = FIRST.includes(tool) ? shape : tool;
  const others = toolsWith(shape).filter((one) => one !== fourth && !FIRST.includes(one));
  const painted = tool === 'brush' || tool === 'eraser';
  return (
    <div className={styles.bar}>
      <ToolPicker tools={[...FIRST, fourth]} />
      <div className={styles.options}>
        <ToolSize />
      </div>
      <IconButton {...tie.anchor} tip="above end" label={words.layout.moreTools} icon={<Ellipsis {...ICON} />} />
      <Menu
        label={words.layout.moreTools}
        tie={tie}
        items={[
          ...([...others, 'mirror', 'roughen', 'clear'] as const).map((command) => ({
            label: words.commands[command],
            icon: ICONS[command],
            ...(command === 'mirror' && { pressed: mirrored }),
            run: () => runCommand(studio, command),
          })),
          ...(tool === 'brush'
            ? [
                {
                  label: words.layout.pressure,
                  icon: <PenLine {...ICON} />,
                  pressed: pressure,
                  run: () => setPage(studio, { pressure: !pressure }),
                },
              ]
            : []),
        ]}
      >
        <div className={styles.rest}>
          <ZoomButtons />
          {painted && <BrushShapes />}
        </div>
      </Menu>
    </div>
  );
}
