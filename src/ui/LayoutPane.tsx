import { useId, type ReactElement } from 'react';
import { endBeginning } from '../state/work/beginning.ts';
import { PaintedLayout } from './canvases/PaintedLayout.tsx';
import { words } from './i18n/words.ts';
import { Palette } from './Palette.tsx';
import styles from './Pane.module.css';
import { PhoneToolBar } from './phone/PhoneToolBar.tsx';
import { ToolChoiceBar } from './phone/ToolChoiceBar.tsx';
import { usePhone } from './phone/usePhone.ts';
import { useProportion } from './useProportion.ts';
import { usePage, useStudio } from './StudioContext.tsx';
import { ToolBar } from './ToolBar.tsx';
import { ZoomButtons } from './ZoomButtons.tsx';

export function LayoutPane(): ReactElement {
  const studio = useStudio();
  const phone = usePhone();
  const headingId = useId();
  const opened = usePage((state) => state.opened);
  const beginning = usePage((state) => state.beginning);
  const proportion = useProportion();
  return (
    <section className={styles.pane} data-pane="layout" aria-labelledby={headingId}>
      {phone ? <PhoneToolBar /> : <ToolBar />}
      <div className={styles.stage} style={proportion} data-opened={opened} onPointerDown={() => endBeginning(studio)}>
        <div className={styles.strip}>
          <h2 id={headingId} className={styles.caption}>
            {words.layout.heading}
          </h2>
          {!phone && (
            <div className={styles.end}>
              <ZoomButtons />
            </div>
          )}
        </div>
        <div className={styles.ground}>
          <PaintedLayout />
          {beginning && <p className={styles.hint}>{words.layout.begin}</p>}
          {phone && <ToolChoiceBar />}
        </div>
      </div>
      <Palette />
    </section>
  );
}
