import type { ReactElement } from 'react';
import { commandOf } from '../state/commands.ts';
import type { ToolName } from '../core/tools.ts';
import { chooseTool } from '../state/view/toolActions.ts';
import { words } from './i18n/words.ts';
import { Segments } from './parts/Segments.tsx';
import { usePage, useStudio } from './StudioContext.tsx';
import { TOOL_ICONS } from './toolIcons.tsx';

interface ToolPickerProps {
  readonly tools: readonly ToolName[];
  /** What they are together. */
  readonly kind?: 'tools' | 'figure';
}

/** Which tool is in use, of these. */
export function ToolPicker({ tools, kind = 'tools' }: ToolPickerProps): ReactElement {
  const studio = useStudio();
  const tool = usePage((state) => state.tool);
  return (
    <Segments
      legend={words.layout[kind]}
      name={kind}
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
  );
}
