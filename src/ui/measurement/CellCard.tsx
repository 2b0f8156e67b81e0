import { Check, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import type { Rect } from '../../core/rect.ts';
import { measurementOf } from '../../state/measurement/measurement.ts';
import { setMeasurement, takeCode } from '../../state/measurement/measurementActions.ts';
import { words } from '../i18n/words.ts';
import { ICON, IconButton } from '../parts/Button.tsx';
import form from '../parts/Form.module.css';
import { ThumbnailCanvas } from '../parts/ThumbnailCanvas.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './CellCard.module.css';
import { placeBeside } from './placeBeside.ts';

/** The likeliest codes of the cell that is looked at. It follows the pointer until it is held, and then gives codes. */
export default function CellCard({ cell: place }: { readonly cell: Rect }): ReactElement | null {
  const studio = useStudio();
  const { cell, held, available } = usePage((state) => state.measurement);
  // Rendered again when there are other pixels.
  usePage((state) => state.measurement.tiles);
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (card.current) placeBeside(card.current, place);
  });
  useEffect(() => {
    if (held) card.current?.querySelector<HTMLElement>('[aria-pressed="true"], [aria-pressed]')?.focus();
  }, [held]);
  const { current } = studio.measurer;
  if (cell === undefined || !available || !current) return null;
  const { row, column, token, entropy, surprise, probability, likeliest } = measurementOf(current, cell);

  const tileOf = (rank: number) => {
    const pixels = studio.codeTiles.of(rank);
    const side = pixels ? Math.sqrt(pixels.length / 4) : 0;
    return { width: side, height: side, pixels };
  };
  const leave = () => {
    // The focus goes back to the canvas, from where it came.
    const canvas = card.current?.parentElement?.querySelector<HTMLElement>('[role="application"]');
    setMeasurement(studio, { held: false });
    canvas?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const tiles = [...(card.current?.querySelectorAll<HTMLElement>('[aria-pressed]') ?? [])];
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -4, ArrowDown: 4 }[event.key];
    const at = tiles.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape') leave();
    else if (step !== undefined) tiles[at + step]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={card}
      className={styles.card}
      data-held={held}
      role={held ? 'dialog' : 'tooltip'}
      aria-label={words.measurement.card(row, column)}
      onKeyDown={onKeyDown}
    >
      <div className={styles.head}>
        <div>
          <p className={styles.place}>{words.measurement.place(row, column)}</p>
          <p>{words.measurement.entropy(entropy)}</p>
          <p>{words.measurement.surprise(surprise, probability)}</p>
        </div>
        {held && <IconButton tip="below end" label={words.measurement.letGo} icon={<X {...ICON} />} onClick={leave} />}
      </div>
      <ul className={styles.codes}>
        {likeliest.map(({ code, probability: share }, rank) => (
          <li key={code}>
            <button
              type="button"
              className={styles.code}
              aria-label={words.measurement.code(rank + 1, share, code === token)}
              aria-pressed={code === token}
              disabled={!held}
              onClick={() => {
                if (code !== token) takeCode(studio, code);
                leave();
              }}
            >
              {/* What the cell and its neighbours would be like with the code. */}
              <ThumbnailCanvas className={styles.tile} thumbnail={tileOf(rank)} />
              <span className={styles.share} aria-hidden>
                {code === token && <Check size={12} />}
                <span>{words.measurement.share(share)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {!held && <p className={form.note}>{words.measurement.press}</p>}
    </div>
  );
}
