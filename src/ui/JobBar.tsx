import { Brush, PaintbrushVertical, Play, Square } from 'lucide-react';
import { useEffect, useRef, type ComponentProps, type ReactElement } from 'react';
import { canRepaint } from '../state/painting/possible.ts';
import { commandOf, isPossible, runCommand, type CommandId } from '../state/commands.ts';
import { isRunning } from '../state/painting/jobState.ts';
import type { Messages } from './i18n/messages.ts';
import { words } from './i18n/words.ts';
import styles from './JobBar.module.css';
import { JobAnnouncer } from './JobAnnouncer.tsx';
import { JobStatus } from './JobStatus.tsx';
import { ariaKeys, keyText } from './keyNames.ts';
import { Button } from './parts/Button.tsx';
import { RepaintOptions } from './region/RepaintOptions.tsx';
import { usePage, useStudio } from './StudioContext.tsx';

/** For this long after Paint has become Stop, or Stop Paint, the button does nothing. Milliseconds. */
const SETTLE = 400;

interface Action {
  readonly command: CommandId;
  readonly label: (words: Messages) => string;
  readonly icon: ReactElement;
}

/** What the first button does. After a change or a stop, what follows from it comes before painting all anew. */
const ACTIONS = {
  stop: { command: 'stop', label: ({ job }) => job.stop, icon: <Square size={14} fill="currentColor" aria-hidden /> },
  goOn: { command: 'go-on', label: ({ job }) => job.goOn, icon: <Play size={15} aria-hidden /> },
  repaint: {
    command: 'repaint',
    label: ({ region }) => region.changed,
    icon: <PaintbrushVertical size={15} aria-hidden />,
  },
  paint: { command: 'paint', label: ({ job }) => job.paint, icon: <Brush size={16} aria-hidden /> },
} as const satisfies Record<string, Action>;

function keysOf(command: CommandId): Pick<ComponentProps<'button'>, 'aria-keyshortcuts' | 'title'> {
  const { keys } = commandOf(command);
  return { 'aria-keyshortcuts': ariaKeys(keys), title: keys[0] && keyText(keys[0]) };
}

/** Paint and stop, and how far it is. */
export function JobBar(): ReactElement {
  const studio = useStudio();
  const running = usePage((state) => isRunning(state.job));
  const stopping = usePage((state) => state.job.phase === 'stopping');
  const goesOn = usePage((state) => isPossible(commandOf('go-on'), state));
  const changed = usePage((state) => isPossible(commandOf('repaint'), state));
  const repaints = usePage(canRepaint);
  const paintable = usePage((state) => isPossible(commandOf('paint'), state));
  const action = running ? ACTIONS.stop : goesOn ? ACTIONS.goOn : changed ? ACTIONS.repaint : ACTIONS.paint;
  const switched = useRef({ to: running, at: -Infinity });
  useEffect(() => {
    if (switched.current.to !== running) switched.current = { to: running, at: performance.now() };
  }, [running]);
  const press = () => {
    // A press that was meant for Stop, as the picture ended, must not begin another one.
    if (performance.now() - switched.current.at < SETTLE) return;
    runCommand(studio, action.command);
  };
  const isPaint = action === ACTIONS.paint;
  return (
    <section className={styles.bar} aria-label={words.job.label}>
      <Button
        // The focus stays on it from Paint to Stop and back.
        key="main"
        kind="action"
        className={styles.main}
        icon={action.icon}
        {...keysOf(action.command)}
        disabled={stopping || (isPaint && !paintable)}
        onClick={press}
      >
        {action.label(words)}
      </Button>
      {!running && !isPaint && (
        <Button
          className={styles.second}
          icon={ACTIONS.paint.icon}
          {...keysOf('paint')}
          disabled={!paintable}
          onClick={() => runCommand(studio, 'paint')}
        >
          {goesOn ? words.job.paintNew : words.job.paintAll}
        </Button>
      )}
      <JobStatus />
      {repaints && <RepaintOptions />}
      <JobAnnouncer />
    </section>
  );
}
