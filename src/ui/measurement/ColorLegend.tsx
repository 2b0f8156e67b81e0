import type { ReactElement } from 'react';
import { colorScaleGradient } from '../../core/colorScale.ts';
import { MOST_NATS, type Quantity } from '../../state/measurement/measurement.ts';
import { words } from '../i18n/words.ts';
import form from '../parts/Form.module.css';
import styles from './ColorLegend.module.css';

const TICKS = [0, 1, 2, 3, 4, 5, 6, 7].filter((tick) => tick <= MOST_NATS);

/** Which colour stands for how many nats. */
export function ColorLegend({ quantity }: { readonly quantity: Quantity }): ReactElement {
  return (
    <figure className={styles.legend} aria-label={words.measurement.legend(quantity)}>
      <div className={`${styles.scale} own-colors`} style={{ background: colorScaleGradient() }} />
      <figcaption className={styles.ticks}>
        {TICKS.map((tick) => (
          <span key={tick}>
            <span>{words.formats.number(tick)}</span>
            {tick === MOST_NATS && <abbr title={words.measurement.most(tick)}>+</abbr>}
          </span>
        ))}
      </figcaption>
      <span className={form.smallNote}>{words.measurement.unit}</span>
    </figure>
  );
}
