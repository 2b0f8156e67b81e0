import { Ellipsis, FlipVertical2, PenLine, Trash2, Waves } from 'lucide-react';
import type { ReactElement } from 'react';
import { runCommand, type CommandId } from '../../state/commands.ts';
import { toolsWith, type ToolName } from '../../core/tools.ts';
import { chooseTool, setPage } from '../../state/view/toolActions.ts';
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

const COMMANDS = [
  { command: 'mirror', icon: <FlipVertical2 {...ICON} /> },
  { command: 'roughen', icon: <Waves {...ICON} /> },
  { command: 'clear', icon: <Trash2 {...ICON} /> },
] as const satisfies readonly { command: CommandId; icon: ReactElement }[];

/** One row: the tools most used, one of the others, and the brush's size. The rest is behind the dots. */
export function PhoneToolBar(): ReactElement {
  const studio = useStudio();
  const tie = usePopover();
  const tool = usePage((state) => state.tool);
  const shape = usePage((state) => state.shape);
  const mirrored = usePage((state) => state.mirrored);
  const pressure = usePage((state) => state.pressure);
  const others = toolsWith(shape).filter((one) => !FIRST.includes(one));
  const fourth = FIRST.includes(tool) ? shape : tool;
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
          ...others
            .filter((one) => one !== fourth)
            .map((one) => ({
              label: words.commands[one],
              icon: TOOL_ICONS[one],
              run: () => chooseTool(studio, one),
            })),
          ...COMMANDS.map(({ command, icon }) => ({
            label: words.commands[command],
            icon,
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
