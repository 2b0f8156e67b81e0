import { Check } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { words } from '../i18n/words.ts';
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
  const canvas = useRef<HTMLCanvasElement>(null);
  const pixels = codeTiles.of(rank);
  const side = pixels ? Math.sqrt(pixels.length / 4) : 0;
  // Rendered again when there are other pixels.
  useEffect(() => {
    if (pixels) canvas.current?.getContext('2d')?.putImageData(new ImageData(pixels, side, side), 0, 0);
  });
  return (
    <button
      type="button"
      className={styles.code}
      aria-label={words.measurement.code(rank + 1, probability, isThere)}
      aria-pressed={isThere}
      disabled={disabled}
      onClick={onTake}
    >
      <canvas ref={canvas} className={styles.tile} width={side} height={side} aria-hidden />
      <span className={styles.share} aria-hidden>
        {isThere && <Check size={12} />}
        <span>{words.measurement.share(probability)}</span>
      </span>
    </button>
  );
}
