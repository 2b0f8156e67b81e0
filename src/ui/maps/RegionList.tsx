import { ArrowRight } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { colorText } from '../../core/rgb.ts';
import { TRANSPARENT_KEY, type MapRegion } from '../../core/conventions/mapRegion.ts';
import { classCommandId } from '../../state/commands.ts';
import { words } from '../i18n/words.ts';
import form from '../parts/Form.module.css';
import { useStudio } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import { regionColors } from './regionColors.ts';
import styles from './RegionList.module.css';

interface RegionListProps {
  readonly regions: readonly MapRegion[];
  /** The region that the person points at: its place in the list. */
  readonly pointed: number | undefined;
  readonly onPoint: (slot: number | undefined) => void;
}

/** What is smaller is folded away. */
const SMALL = 0.005;

/** Every region of a map: how the file shows it, and the class that it becomes; a menu changes it. */
export function RegionList({ regions, pointed, onPoint }: RegionListProps): ReactElement {
  const colors = regionColors(regions);
  const [open, setOpen] = useState(false);
  const small = regions.filter(({ share }) => share < SMALL);
  // A fold of one line hides nothing worth a fold.
  const folds = small.length > 1;
  const rows = regions.map((region, slot) => (
    <RegionRow
      key={region.key}
      region={region}
      color={colors[slot]!}
      isPointed={slot === pointed}
      onPoint={(is) => onPoint(is ? slot : undefined)}
    />
  ));
  const first = folds ? regions.length - small.length : regions.length;
  return (
    <section aria-label={words.maps.regions}>
      <ul className={styles.regions}>{rows.slice(0, first)}</ul>
      {folds && (
        <details className={styles.small} open={open || (pointed !== undefined && pointed >= first)}>
          <summary
            onClick={(event) => {
              event.preventDefault();
              setOpen(!open);
            }}
          >
            {words.maps.small(
              small.length,
              small.reduce((sum, { share }) => sum + share, 0),
            )}
          </summary>
          <ul className={styles.regions}>{rows.slice(first)}</ul>
        </details>
      )}
    </section>
  );
}

interface RegionRowProps {
  readonly region: MapRegion;
  /** As the file shows it, 0xrrggbb. */
  readonly color: number;
  readonly isPointed: boolean;
  readonly onPoint: (is: boolean) => void;
}

function RegionRow({ region, color, isPointed, onPoint }: RegionRowProps): ReactElement {
  const studio = useStudio();
  const palette = usePalette();
  const { key, name, classId, share, guessed } = region;
  const called = words.maps.region(key, name);
  return (
    <li
      className={styles.region}
      data-pointed={isPointed}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
    >
      <span
        className={`${styles.swatch} own-colors`}
        style={{ background: key === TRANSPARENT_KEY ? undefined : colorText(color) }}
        aria-hidden
      />
      <span className={styles.name}>
        <span>{called}</span> <span className={styles.share}>{words.maps.regionShare(share)}</span>
      </span>
      <ArrowRight className={styles.arrow} size={14} aria-hidden />
      <span
        className={`${styles.swatch} own-colors`}
        style={{ background: palette.find(({ id }) => id === classId)?.color }}
        aria-hidden
      />
      <select
        className={`${form.input} ${styles.select}`}
        aria-label={words.maps.classOf(called)}
        data-guessed={guessed}
        value={classId}
        onFocus={() => onPoint(true)}
        onBlur={() => onPoint(false)}
        onChange={({ target }) => studio.maps.setClass(key, Number(target.value))}
      >
        {palette.map(({ id, name: own }) => {
          const command = classCommandId(id);
          const label = command ? words.commands[command] : own;
          return (
            <option key={id} value={id}>
              {guessed && id === classId ? words.maps.guess(label) : label}
            </option>
          );
        })}
      </select>
    </li>
  );
}
