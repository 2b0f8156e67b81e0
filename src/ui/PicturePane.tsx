import { Layers } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { canRepaint } from '../state/painting/possible.ts';
import { PaintedPicture } from './canvases/PaintedPicture.tsx';
import { words } from './i18n/words.ts';
import { OverlaySlider } from './OverlaySlider.tsx';
import styles from './Pane.module.css';
import { PartTools } from './PartTools.tsx';
import { PictureTools } from './phone/PictureTools.tsx';
import { SettingsSheet } from './phone/SettingsSheet.tsx';
import { usePhone } from './phone/usePhone.ts';
import { PictureView } from './PictureView.tsx';
import { useFullScreen } from './useFullScreen.ts';
import { useProportion } from './useProportion.ts';
import { SettingsPanel } from './settings/SettingsPanel.tsx';
import { lazyPart } from './parts/lazyPart.tsx';
import { usePage } from './StudioContext.tsx';

const RegionPanel = lazyPart(() => import('./region/RegionPanel.tsx'));
const MeasurementPanel = lazyPart(() => import('./measurement/MeasurementPanel.tsx'));
const CandidateTray = lazyPart(() => import('./region/CandidateTray.tsx'));

export function PicturePane(): ReactElement {
  const phone = usePhone();
  const headingId = useId();
  const opened = usePage((state) => state.opened);
  const beginning = usePage((state) => state.beginning);
  const proportion = useProportion();
  const repaints = usePage(canRepaint);
  const marking = usePage((state) => state.marking);
  const measuring = usePage((state) => state.measurement.open);
  const hasTray = usePage((state) => state.tray !== undefined);
  // What is done with the picture takes the place of how the next one is painted: the canvases keep theirs.
  const covered = (marking || measuring) && repaints;
  const { stage, ground, fullScreen } = useFullScreen();
  return (
    <section className={styles.pane} data-pane="picture" data-covered={covered} aria-labelledby={headingId}>
      {phone && !covered && <PictureTools repaints={repaints} />}
      <div ref={stage} className={styles.stage} style={proportion} data-opened={opened} data-full={fullScreen}>
        <div className={styles.strip}>
          <h2 id={headingId} className={styles.caption}>
            {words.picture.heading}
          </h2>
          {repaints && !phone && (
            <div className={styles.parts}>
              <PartTools />
            </div>
          )}
          {!phone && (
            <div className={styles.overlay} title={words.picture.overlay}>
              <Layers className={styles.overlayIcon} size={16} aria-hidden />
              <OverlaySlider />
            </div>
          )}
          {/* Whoever has the whole screen must find the way back. */}
          {(!phone || fullScreen) && (
            <div className={phone ? styles.end : styles.parts}>
              <PictureView />
            </div>
          )}
        </div>
        <div ref={ground} className={styles.ground}>
          <PaintedPicture />
          {beginning === 'first' && !phone && <p className={styles.hint}>{words.picture.begin}</p>}
          {hasTray && <CandidateTray />}
        </div>
      </div>
      <div className={styles.below}>
        <div className={styles.settings} data-covered={covered}>
          {phone ? <SettingsSheet /> : <SettingsPanel />}
        </div>
        {covered && <div className={styles.cover}>{marking ? <RegionPanel /> : <MeasurementPanel />}</div>}
      </div>
    </section>
  );
}
