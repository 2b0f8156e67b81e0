import { CirclePlay, Maximize2, Minimize2, SquareSplitHorizontal, StepBack } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { CommandId } from '../state/commands.ts';
import type { PageState } from '../state/pageState.ts';
import { setPage } from '../state/view/toolActions.ts';
import { words } from './i18n/words.ts';
import { ICON } from './parts/Button.tsx';
import { CommandButton } from './parts/CommandButton.tsx';
import { usePage, useStudio } from './StudioContext.tsx';

interface CompareButtonProps {
  readonly command: CommandId;
  /** What the picture is compared with. */
  readonly other: NonNullable<PageState['comparing']>;
  readonly icon: ReactNode;
}

/** Shows the other one for as long as it is held. */
function CompareButton({ command, other, icon }: CompareButtonProps): ReactElement {
  const studio = useStudio();
  const comparing = usePage((state) => state.comparing);
  const hold = () => setPage(studio, { comparing: other });
  const letGo = () => setPage(studio, { comparing: undefined });
  return (
    <CommandButton
      tip="below end"
      command={command}
      icon={icon}
      pressed={comparing === other}
      // It is held: a click comes when that is over.
      onClick={undefined}
      onPointerDown={hold}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onPointerCancel={letGo}
      onKeyDown={({ key }) => (key === ' ' || key === 'Enter') && hold()}
      onKeyUp={letGo}
      onBlur={letGo}
    />
  );
}

/** Comparing the picture with its layout and with the picture before it, and the picture on the whole screen. */
export function PictureView(): ReactElement {
  const fullScreen = usePage((state) => state.fullScreen);
  const hasBefore = usePage((state) => state.hasBefore);
  return (
    <>
      <CommandButton tip="below end" command="replay" icon={<CirclePlay {...ICON} />} />
      {hasBefore && <CompareButton command="compare-before" other="before" icon={<StepBack {...ICON} />} />}
      <CompareButton command="compare" other="layout" icon={<SquareSplitHorizontal {...ICON} />} />
      <CommandButton
        tip="below end"
        command="full-screen"
        label={fullScreen ? words.picture.leaveFullScreen : words.commands['full-screen']}
        icon={fullScreen ? <Minimize2 size={16} aria-hidden /> : <Maximize2 size={16} aria-hidden />}
      />
    </>
  );
}
