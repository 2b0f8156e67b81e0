import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { endBeginning } from '../state/beginning.ts';
import type { Canvases } from './canvases.ts';
import { words } from './i18n/words.ts';
import { Palette } from './Palette.tsx';
import styles from './Pane.module.css';
import { useProportion } from './useProportion.ts';
import { CommandButton } from './parts/CommandButton.tsx';
import { usePage, useStudio } from './StudioContext.tsx';
import { ToolBar } from './ToolBar.tsx';

export function LayoutPane({ canvases }: { readonly canvases: Canvases }): ReactElement {
  const studio = useStudio();
  const headingId = useId();
  const opened = usePage((state) => state.opened);
  const beginning = usePage((state) => state.beginning);
  const proportion = useProportion();
  return (
    <section className={styles.pane} data-pane="layout" aria-labelledby={headingId}>
      <ToolBar />
      <div className={styles.stage} style={proportion} data-opened={opened} onPointerDown={() => endBeginning(studio)}>
        <h2 id={headingId} className={styles.caption}>
          {words.layout.heading}
        </h2>
        <canvases.Layout label={words.layout.canvas} description={words.layout.description} />
        {beginning && <p className={styles.hint}>{words.layout.begin}</p>}
        <div className={styles.corner} role="group" aria-label={words.layout.zoom}>
          <CommandButton tip="above" command="zoom-out" icon={<ZoomOut size={17} aria-hidden />} />
          <CommandButton tip="above end" command="zoom-fit" icon={<Maximize size={16} aria-hidden />} />
          <CommandButton tip="above end" command="zoom-in" icon={<ZoomIn size={17} aria-hidden />} />
        </div>
      </div>
      <Palette />
    </section>
  );
}
