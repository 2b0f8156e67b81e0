import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { rankedCandidates } from '../../state/painting/candidateTray.ts';
import { words } from '../i18n/words.ts';
import { ICON, IconButton } from '../parts/Button.tsx';
import form from '../parts/Form.module.css';
import { ThumbnailCanvas } from '../parts/ThumbnailCanvas.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './CandidateTray.module.css';

/** Candidates as they grow; one click takes one. */
export default function CandidateTray(): ReactElement | null {
  const studio = useStudio();
  const { pixels } = studio.candidates;
  const tray = usePage((state) => state.tray);
  const takeable = usePage(() => studio.candidates.canTake);
  if (!tray) return null;
  const ready = tray.candidates.every(({ tokens }) => tokens !== undefined);
  return (
    <section className={styles.tray} aria-label={words.region.tray} aria-busy={!ready}>
      <p className={form.note}>{ready ? words.region.trayNote : words.region.growing}</p>
      <IconButton
        tip="below end"
        className={styles.close}
        label={words.region.closeTray}
        icon={<X {...ICON} />}
        // Closing while they grow means that none is wanted.
        onClick={() => (ready ? studio.candidates.close() : studio.painter.interrupt())}
      />
      <ul className={styles.list}>
        {rankedCandidates(tray).map((index, rank) => (
          <li key={tray.candidates[index]!.seed}>
            <button
              type="button"
              className={styles.candidate}
              aria-label={words.region.candidate(rank + 1, tray.taken === index)}
              aria-pressed={tray.taken === index}
              disabled={!ready || !takeable}
              onClick={() => void studio.candidates.take(index)}
              onPointerEnter={({ pointerType }) => pointerType !== 'touch' && studio.candidates.point(index)}
              onPointerLeave={() => studio.candidates.point(undefined)}
              onFocus={({ target }) => target.matches(':focus-visible') && studio.candidates.point(index)}
              onBlur={() => studio.candidates.point(undefined)}
            >
              {/* What the picture around the region would be like. */}
              <ThumbnailCanvas className={styles.canvas} thumbnail={{ ...pixels.size, pixels: pixels.of(index) }} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
