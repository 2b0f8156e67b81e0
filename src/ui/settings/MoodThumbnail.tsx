import type { CSSProperties, ReactElement } from 'react';
import { usePage } from '../StudioContext.tsx';
import styles from './MoodThumbnail.module.css';

/**
 * One landscape in a mood. The pictures are of the page's own bundle (`scripts/starters.mjs --moods`): a mood of another one is
 * its sky, middle and ground, as the manifest has them, and so is one whose picture is not there yet.
 * @param mood 0 any
 */
export function MoodThumbnail({ mood }: { readonly mood: number }): ReactElement {
  const isOwn = usePage(({ bundle }) => bundle.from === 'own');
  const swatches = usePage(({ bundle }) => bundle.manifest?.moods.find(({ id }) => id === mood)?.swatches);
  const [top, middle, bottom] = swatches ?? [];
  return (
    <span
      className={`${styles.thumbnail} ${swatches ? styles.swatch : styles.any} own-colors`}
      style={{ '--top': top, '--middle': middle, '--bottom': bottom } as CSSProperties}
    >
      {isOwn && <img src={`moods/${mood}.webp`} alt="" loading="lazy" decoding="async" draggable={false} />}
    </span>
  );
}
