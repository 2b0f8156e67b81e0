import { Check, Contrast, Dices, Images, PaintbrushVertical, SquareDashed, SquareX } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import { BRUSH_SIZE } from '../../core/brush.ts';
import type { LayoutClass } from '../../core/classes.ts';
import { MOST_CANDIDATES } from '../../protocol/paintEngine.ts';
import { commandOf, isPossible, runCommand } from '../../state/commands.ts';
import { markClass, markPreset, PRESETS, setMarking } from '../../state/painting/regionActions.ts';
import { setPage } from '../../state/view/toolActions.ts';
import { words } from '../i18n/words.ts';
import { Button, ICON, IconButton } from '../parts/Button.tsx';
import { Menu } from '../parts/Menu.tsx';
import panel from '../parts/Panel.module.css';
import { usePopover } from '../parts/Popover.tsx';
import { Slider } from '../parts/Slider.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import { useRevision } from '../useRevision.ts';
import styles from './RegionPanel.module.css';

/** What is marked on the picture, and what is done with it. */
export default function RegionPanel(): ReactElement {
  const studio = useStudio();
  const presets = usePopover();
  const marked = usePage((state) => state.marked);
  const cells = usePage(({ lattice }) => lattice.rows * lattice.columns);
  const size = usePage((state) => state.markSize);
  const candidates = usePage((state) => state.candidates);
  const selected = usePage((state) => state.selected);
  const classes = useClassesThere();
  const canRepeat = usePage((state) => isPossible(commandOf('again'), state));
  const canSample = usePage((state) => isPossible(commandOf('candidates'), state));
  return (
    <section className={panel.panel} aria-label={words.region.heading}>
      <div className={panel.row}>
        <PaintbrushVertical {...ICON} className={styles.icon} />
        <div className={styles.size}>
          <Slider
            inline
            {...BRUSH_SIZE}
            label={words.region.size}
            value={size}
            text={words.region.sizeValue(size)}
            onChange={(next) => setPage(studio, { markSize: next })}
          />
        </div>
        <IconButton {...presets.anchor} tip="above" label={words.region.presets} icon={<SquareDashed {...ICON} />} />
        <Menu
          label={words.region.presets}
          tie={presets}
          items={[
            ...PRESETS.filter((preset) => preset !== 'chosen' || selected).map((preset) => ({
              label: words.region.preset[preset],
              run: () => markPreset(studio, preset),
            })),
            ...classes.map(({ id, name }) => ({
              label: words.region.ofClass(name),
              run: () => markClass(studio, id),
            })),
          ]}
        />
        <IconButton
          tip="above"
          label={words.region.invert}
          icon={<Contrast {...ICON} />}
          onClick={() => studio.region.invert()}
        />
        <IconButton
          tip="above"
          label={words.region.clear}
          icon={<SquareX {...ICON} />}
          disabled={marked === 0}
          onClick={() => studio.region.clear()}
        />
        <output className={styles.marked}>
          <span>{marked === 0 ? words.region.hint : words.region.marked(marked, cells)}</span>
          {marked === 0 && <span className="of-keys">{` ${words.region.hintOfKeys}`}</span>}
        </output>
      </div>
      <div className={panel.row}>
        <Button
          className={styles.act}
          icon={<Dices {...ICON} />}
          disabled={!canRepeat}
          onClick={() => runCommand(studio, 'again')}
        >
          {words.region.again}
        </Button>
        <Button
          className={styles.act}
          icon={<Images {...ICON} />}
          disabled={!canSample}
          onClick={() => runCommand(studio, 'candidates')}
        >
          {words.region.sample(candidates, marked === 0)}
        </Button>
        <div className={styles.count}>
          <Slider
            inline
            label={words.region.candidates}
            value={candidates}
            minimum={2}
            maximum={MOST_CANDIDATES}
            text={words.region.candidatesValue(candidates)}
            onChange={(next) => setPage(studio, { candidates: next })}
          />
        </div>
        <Button
          kind="quiet"
          className={panel.done}
          icon={<Check {...ICON} />}
          onClick={() => setMarking(studio, false)}
        >
          {words.region.done}
        </Button>
      </div>
    </section>
  );
}

/** The classes that the layout has something of. */
function useClassesThere(): readonly LayoutClass[] {
  const { document } = useStudio();
  const palette = usePalette();
  const { layout } = useRevision(document);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the layout is not React's; its revision is
  return useMemo(() => palette.filter(({ id }) => document.layout.ids.includes(id)), [palette, document, layout]);
}
