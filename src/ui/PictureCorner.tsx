import { CirclePlay, Maximize2, Minimize2, SquareSplitHorizontal } from 'lucide-react';
import type { ReactElement } from 'react';
import { commandOf, isPossible } from '../state/commands.ts';
import { setComparing } from '../state/toolActions.ts';
import { words } from './i18n/words.ts';
import { keyText } from './keyNames.ts';
import styles from './Pane.module.css';
import { IconButton } from './parts/Button.tsx';
import { CommandButton } from './parts/CommandButton.tsx';
import { usePage, useStudio } from './StudioContext.tsx';

/** Comparing the picture with its layout, and the picture on the whole screen. */
export function PictureCorner(): ReactElement {
  const studio = useStudio();
  const fullScreen = usePage((state) => state.fullScreen);
  const comparing = usePage((state) => state.comparing);
  const compare = commandOf('compare');
  const possible = usePage((state) => isPossible(compare, state));
  const hold = (held: boolean) => () => setComparing(studio, held);
  return (
    <div className={styles.topCorner}>
      <CommandButton tip="below end" command="replay" icon={<CirclePlay size={17} aria-hidden />} />
      <IconButton
        tip="below end"
        label={words.commands.compare}
        keyHint={keyText(compare.keys[0] ?? '')}
        icon={<SquareSplitHorizontal size={17} aria-hidden />}
        aria-pressed={comparing}
        disabled={!possible}
        onPointerDown={hold(true)}
        onPointerUp={hold(false)}
        onPointerLeave={hold(false)}
        onPointerCancel={hold(false)}
        onKeyDown={({ key }) => (key === ' ' || key === 'Enter') && setComparing(studio, true)}
        onKeyUp={hold(false)}
        onBlur={hold(false)}
      />
      <CommandButton
        tip="below end"
        command="full-screen"
        label={fullScreen ? words.picture.leaveFullScreen : words.commands['full-screen']}
        icon={fullScreen ? <Minimize2 size={16} aria-hidden /> : <Maximize2 size={16} aria-hidden />}
      />
    </div>
  );
}
