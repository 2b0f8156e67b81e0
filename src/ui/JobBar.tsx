import { Brush, PaintbrushVertical, Play, Square } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { capabilitiesOf } from '../protocol/capabilities.ts';
import { commandOf, isPossible, runCommand } from '../state/commands.ts';
import { isRunning } from '../state/jobState.ts';
import { en } from './i18n/en.ts';
import styles from './JobBar.module.css';
import { JobAnnouncer } from './JobAnnouncer.tsx';
import { JobStatus } from './JobStatus.tsx';
import { ariaKeys, keyText } from './keyNames.ts';
import { Button } from './parts/Button.tsx';
import { RepaintOptions } from './region/RepaintOptions.tsx';
import { usePage, useStudio } from './StudioContext.tsx';

/** For this long after Paint has become Stop, or Stop Paint, the button does nothing. Milliseconds. */
const SETTLE = 400;

/** Paint and stop, and how far it is. */
export function JobBar(): ReactElement {
  const studio = useStudio();
  const running = usePage((state) => isRunning(state.job));
  const stopping = usePage((state) => state.job.phase === 'stopping');
  const goesOn = usePage((state) => isPossible(commandOf('go-on'), state));
  const changed = usePage((state) => !isRunning(state.job) && isPossible(commandOf('repaint'), state));
  const repaints = usePage(({ bundle }) => capabilitiesOf(bundle.manifest).repaint);
  const repaintKeys = commandOf('repaint').keys;
  const paintable = usePage((state) => isPossible(commandOf('paint'), state));
  const switched = useRef({ to: running, at: -Infinity });
  useEffect(() => {
    if (switched.current.to !== running) switched.current = { to: running, at: performance.now() };
  }, [running]);
  const press = () => {
    // A press that was meant for Stop, as the picture ended, must not begin another one.
    if (performance.now() - switched.current.at < SETTLE) return;
    runCommand(studio, running ? 'stop' : 'paint');
  };
  const keys = commandOf(running ? 'stop' : 'paint').keys;
  return (
    <section className={styles.bar} aria-label={en.job.label}>
      <Button
        // The focus stays on it from Paint to Stop and back.
        key="main"
        kind={goesOn ? 'plain' : 'action'}
        className={styles.main ?? ''}
        icon={running ? <Square size={14} fill="currentColor" aria-hidden /> : <Brush size={16} aria-hidden />}
        aria-keyshortcuts={ariaKeys(keys)}
        title={keys[0] && keyText(keys[0])}
        disabled={stopping || (!running && !paintable)}
        onClick={press}
      >
        {running ? en.job.stop : goesOn ? en.job.paintNew : en.job.paint}
      </Button>
      {goesOn && (
        <Button kind="action" icon={<Play size={15} aria-hidden />} onClick={() => runCommand(studio, 'go-on')}>
          {en.job.goOn}
        </Button>
      )}
      {changed && (
        <Button
          icon={<PaintbrushVertical size={15} aria-hidden />}
          aria-keyshortcuts={ariaKeys(repaintKeys)}
          title={repaintKeys[0] && keyText(repaintKeys[0])}
          onClick={() => runCommand(studio, 'repaint')}
        >
          {en.region.changed}
        </Button>
      )}
      <JobStatus />
      {repaints && <RepaintOptions />}
      <JobAnnouncer />
    </section>
  );
}
