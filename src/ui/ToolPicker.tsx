import type { ReactElement } from 'react';
import { commandOf } from '../state/commands.ts';
import type { ToolName } from '../core/tools.ts';
import { chooseTool } from '../state/view/toolActions.ts';
import { words } from './i18n/words.ts';
import { Segments } from './parts/Segments.tsx';
import { usePage, useStudio } from './StudioContext.tsx';
import { TOOL_ICONS } from './toolIcons.tsx';

/** Which tool is in use, of these. */
export function ToolPicker({ tools }: { readonly tools: readonly ToolName[] }): ReactElement {
  const studio = useStudio();
  const tool = usePage((state) => state.tool);
  return (
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
  );
}
