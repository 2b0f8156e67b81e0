import type { ReactElement } from 'react';
import { colorScaleGradient } from '../../core/colorScale.ts';
import { MOST_NATS, type Quantity } from '../../state/measurement/measurement.ts';
import { en } from '../i18n/en.ts';
import { number } from '../i18n/format.ts';
import styles from './ColorLegend.module.css';

const TICKS = [0, 1, 2, 3, 4, 5, 6, 7].filter((tick) => tick <= MOST_NATS);

/** Which colour stands for how many nats. */
export function ColorLegend({ quantity }: { readonly quantity: Quantity }): ReactElement {
  return (
    <figure className={styles.legend} aria-label={en.measurement.legend(quantity)}>
      <div className={`${styles.scale} own-colors`} style={{ background: colorScaleGradient() }} />
      <figcaption className={styles.ticks}>
        {TICKS.map((tick) => (
          <span key={tick}>
            <span>{number(tick)}</span>
            {tick === MOST_NATS && <abbr title={en.measurement.most(tick)}>+</abbr>}
          </span>
        ))}
      </figcaption>
      <span className={styles.unit}>{en.measurement.unit}</span>
    </figure>
  );
}
