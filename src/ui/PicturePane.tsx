import { Grid3x3, Layers, PaintbrushVertical } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { capabilitiesOf } from '../protocol/capabilities.ts';
import { setOverlay } from '../state/toolActions.ts';
import type { Canvases } from './canvases.ts';
import { words } from './i18n/words.ts';
import styles from './Pane.module.css';
import { PictureCorner } from './PictureCorner.tsx';
import { useFullScreen } from './useFullScreen.ts';
import { useProportion } from './useProportion.ts';
import { ExtendMenu } from './region/ExtendMenu.tsx';
import { CommandButton } from './parts/CommandButton.tsx';
import { Slider } from './parts/Slider.tsx';
import { SettingsPanel } from './settings/SettingsPanel.tsx';
import { lazyPart } from './parts/lazyPart.tsx';
import { usePage, useStudio } from './StudioContext.tsx';

const RegionPanel = lazyPart(() => import('./region/RegionPanel.tsx'));
const MeasurementPanel = lazyPart(() => import('./measurement/MeasurementPanel.tsx'));
const CandidateTray = lazyPart(() => import('./region/CandidateTray.tsx'));

export function PicturePane({ canvases }: { readonly canvases: Canvases }): ReactElement {
  const studio = useStudio();
  const headingId = useId();
  const opened = usePage((state) => state.opened);
  const beginning = usePage((state) => state.beginning);
  const proportion = useProportion();
  const coverage = usePage((state) => state.coverage);
  const overlay = usePage((state) => state.overlay);
  const repaints = usePage(({ bundle }) => capabilitiesOf(bundle.manifest).repaint);
  const marking = usePage((state) => state.marking);
  const measuring = usePage((state) => state.measurement.open);
  const hasTray = usePage((state) => state.tray !== undefined);
  // What is done with the picture takes the place of how the next one is painted: the canvases keep theirs.
  const covered = (marking || measuring) && repaints;
  const { stage, fullScreen } = useFullScreen();
  return (
    <section className={styles.pane} data-pane="picture" aria-labelledby={headingId}>
      <div ref={stage} className={styles.stage} style={proportion} data-opened={opened} data-full={fullScreen}>
        <h2 id={headingId} className={styles.caption}>
          {words.picture.heading}
        </h2>
        <canvases.Picture
          label={words.picture.canvas(coverage)}
          description={measuring ? words.measurement.description : words.region.description}
        />
        {beginning === 'first' && <p className={styles.hint}>{words.picture.begin}</p>}
        {repaints && (
          <div className={styles.startCorner}>
            <CommandButton
              tip="above start"
              command="mark"
              pressed={marking}
              icon={<PaintbrushVertical size={17} aria-hidden />}
            />
            <CommandButton
              tip="above start"
              command="measure"
              pressed={measuring}
              icon={<Grid3x3 size={17} aria-hidden />}
            />
            <ExtendMenu />
          </div>
        )}
        <PictureCorner />
        <div className={styles.corner} title={words.picture.overlay}>
          <Layers className={styles.cornerIcon} size={16} aria-hidden />
          <Slider
            inline
            label={words.picture.overlay}
            value={overlay}
            minimum={0}
            maximum={1}
            step={0.05}
            text={words.formats.share(overlay)}
            onChange={(next) => setOverlay(studio, next)}
          />
        </div>
        {hasTray && <CandidateTray />}
      </div>
      <div className={styles.below}>
        <div className={styles.settings} data-covered={covered}>
          <SettingsPanel />
        </div>
        {covered && <div className={styles.cover}>{marking ? <RegionPanel /> : <MeasurementPanel />}</div>}
      </div>
    </section>
  );
}
