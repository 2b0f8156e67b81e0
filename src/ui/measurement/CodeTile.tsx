import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { words } from '../i18n/words.ts';
import { ThumbnailCanvas } from '../parts/ThumbnailCanvas.tsx';
import { useStudio } from '../StudioContext.tsx';
import styles from './CellCard.module.css';

interface CodeTileProps {
  /** 0 is the likeliest. */
  readonly rank: number;
  readonly probability: number;
  /** It is the one that the picture has. */
  readonly isThere: boolean;
  readonly disabled: boolean;
  readonly onTake: () => void;
}

/** What the cell and its neighbours would be like with a code, and how likely that is. */
export function CodeTile({ rank, probability, isThere, disabled, onTake }: CodeTileProps): ReactElement {
  const { codeTiles } = useStudio();
  const pixels = codeTiles.of(rank);
  const side = pixels ? Math.sqrt(pixels.length / 4) : 0;
  return (
    <button
      type="button"
      className={styles.code}
      aria-label={words.measurement.code(rank + 1, probability, isThere)}
      aria-pressed={isThere}
      disabled={disabled}
      onClick={onTake}
    >
      <ThumbnailCanvas className={styles.tile} thumbnail={{ width: side, height: side, pixels }} />
      <span className={styles.share} aria-hidden>
        {isThere && <Check size={12} />}
        <span>{words.measurement.share(probability)}</span>
      </span>
    </button>
  );
}
