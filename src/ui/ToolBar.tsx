import { Brush, Circle, Eraser, Hand, PaintBucket, Pipette, Square, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { BRUSH_SHAPES, BRUSH_SIZE } from '../core/brush.ts';
import { commandOf } from '../state/commands.ts';
import { TOOLS, type ToolName } from '../state/pageState.ts';
import { chooseTool, setBrushShape, setBrushSize } from '../state/toolActions.ts';
import { en } from './i18n/en.ts';
import { CommandButton } from './parts/CommandButton.tsx';
import { Segments } from './parts/Segments.tsx';
import { Slider } from './parts/Slider.tsx';
import { usePage, useStudio } from './StudioContext.tsx';
import styles from './ToolBar.module.css';

const ICONS: Record<ToolName, ReactElement> = {
  brush: <Brush size={18} aria-hidden />,
  eraser: <Eraser size={18} aria-hidden />,
  fill: <PaintBucket size={18} aria-hidden />,
  pick: <Pipette size={18} aria-hidden />,
  pan: <Hand size={18} aria-hidden />,
};

const SHAPES = {
  round: <Circle size={14} aria-hidden />,
  square: <Square size={14} aria-hidden />,
};

/** Sizes grow by shares and not by pixels: most of the slider is for small brushes. */
const EXPONENT = 2.5;
const SIZES = BRUSH_SIZE.maximum - BRUSH_SIZE.minimum;
const toSlider = (size: number) => ((size - BRUSH_SIZE.minimum) / SIZES) ** (1 / EXPONENT);
const toSize = (at: number) => BRUSH_SIZE.minimum + SIZES * at ** EXPONENT;

export function ToolBar(): ReactElement {
  const studio = useStudio();
  const tool = usePage((state) => state.tool);
  const { size, shape } = usePage((state) => state.brush);
  return (
    <div className={styles.bar}>
      <Segments
        legend={en.layout.tools}
        name="tool"
        look="bare"
        value={tool}
        options={TOOLS.map((one) => ({
          value: one,
          label: en.commands[one],
          icon: ICONS[one],
          keys: commandOf(one).keys,
        }))}
        onChange={(next) => chooseTool(studio, next)}
      />
      <div className={styles.brush}>
        <Slider
          inline
          label={en.layout.size}
          value={toSlider(size)}
          minimum={0}
          maximum={1}
          step={0.01}
          text={en.layout.sizeValue(size)}
          onChange={(at) => setBrushSize(studio, toSize(at))}
        />
      </div>
      <Segments
        legend={en.layout.shape}
        name="shape"
        look="bare"
        value={shape}
        options={BRUSH_SHAPES.map((one) => ({ value: one, label: en.layout.shapes[one], icon: SHAPES[one] }))}
        onChange={(next) => setBrushShape(studio, next)}
      />
      <div className={styles.last}>
        <CommandButton tip="below end" command="clear" icon={<Trash2 size={17} aria-hidden />} />
      </div>
    </div>
  );
}
