import {
  Circle,
  ClipboardPaste,
  Copy,
  Eraser,
  FlipHorizontal,
  FlipVertical,
  PenLine,
  Scissors,
  Square,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { FILL_REACHES } from '../core/fill.ts';
import { BRUSH_SHAPES, BRUSH_SIZE } from '../core/brush.ts';
import { SHAPES } from '../core/shapes.ts';
import { setBrushShape, setBrushSize, setPage } from '../state/view/toolActions.ts';
import { words } from './i18n/words.ts';
import { ICON, IconButton } from './parts/Button.tsx';
import { CommandButton } from './parts/CommandButton.tsx';
import { Segments } from './parts/Segments.tsx';
import { Slider } from './parts/Slider.tsx';
import { usePage, useStudio } from './StudioContext.tsx';
import styles from './ToolBar.module.css';
import { ToolPicker } from './ToolPicker.tsx';

const BRUSHES = {
  round: <Circle size={14} aria-hidden />,
  square: <Square size={14} aria-hidden />,
};

/** Sizes grow by shares and not by pixels: most of the slider is for small brushes. */
const EXPONENT = 2.5;
const SIZES = BRUSH_SIZE.maximum - BRUSH_SIZE.minimum;
const toSlider = (size: number) => ((size - BRUSH_SIZE.minimum) / SIZES) ** (1 / EXPONENT);
const toSize = (at: number) => BRUSH_SIZE.minimum + SIZES * at ** EXPONENT;

/** What can be set about the tool in use. */
export function ToolOptions(): ReactElement {
  const tool = usePage((state) => state.tool);
  return (
    <>
      <ToolChoice />
      <ToolSize />
      {(tool === 'brush' || tool === 'eraser') && <BrushShapes />}
      {tool === 'brush' && <PressureSwitch />}
    </>
  );
}

/** The size of what draws with a brush. */
export function ToolSize(): ReactElement | null {
  const tool = usePage((state) => state.tool);
  return tool === 'brush' || tool === 'eraser' || tool === 'line' || tool === 'polyline' ? <SizeSlider /> : null;
}

/** What a tool that has no brush does: which shape it draws, how far it fills, what becomes of what is chosen. */
export function ToolChoice(): ReactElement | null {
  const tool = usePage((state) => state.tool);
  if (tool === 'fill') return <Reaches />;
  if (tool === 'select') return <SelectionCommands />;
  return SHAPES.some((one) => one === tool) ? <ToolPicker tools={SHAPES} kind="figure" /> : null;
}

function SizeSlider(): ReactElement {
  const studio = useStudio();
  const { size } = usePage((state) => state.brush);
  return (
    <div className={styles.size}>
      <Slider
        inline
        label={words.layout.size}
        value={toSlider(size)}
        minimum={0}
        maximum={1}
        step={0.01}
        text={words.layout.sizeValue(size)}
        onChange={(at) => setBrushSize(studio, toSize(at))}
        // By pixels: a hundredth of the slider would pass over sizes.
        onArrow={(direction) => setBrushSize(studio, size + direction)}
      />
    </div>
  );
}

export function BrushShapes(): ReactElement {
  const studio = useStudio();
  const { shape } = usePage((state) => state.brush);
  return (
    <Segments
      legend={words.layout.shape}
      name="shape"
      look="bare"
      value={shape}
      options={BRUSH_SHAPES.map((one) => ({ value: one, label: words.layout.shapes[one], icon: BRUSHES[one] }))}
      onChange={(next) => setBrushShape(studio, next)}
    />
  );
}

function PressureSwitch(): ReactElement {
  const studio = useStudio();
  const pressure = usePage((state) => state.pressure);
  return (
    <IconButton
      label={words.layout.pressure}
      tip="below end"
      icon={<PenLine {...ICON} />}
      aria-pressed={pressure}
      onClick={() => setPage(studio, { pressure: !pressure })}
    />
  );
}

function Reaches(): ReactElement {
  const studio = useStudio();
  const reach = usePage((state) => state.reach);
  return (
    <Segments
      legend={words.layout.reach}
      name="reach"
      look="framed"
      value={reach}
      options={FILL_REACHES.map((one) => ({ value: one, label: words.layout.reaches[one] }))}
      onChange={(next) => setPage(studio, { reach: next })}
    />
  );
}

function SelectionCommands(): ReactElement {
  return (
    <div className={styles.commands} role="group" aria-label={words.layout.chosen}>
      <CommandButton command="cut" icon={<Scissors {...ICON} />} />
      <CommandButton command="copy" icon={<Copy {...ICON} />} />
      <CommandButton command="paste" icon={<ClipboardPaste {...ICON} />} />
      <CommandButton command="flip-across" icon={<FlipHorizontal {...ICON} />} />
      <CommandButton command="flip-over" icon={<FlipVertical {...ICON} />} />
      <CommandButton command="clear-selection" icon={<Eraser {...ICON} />} />
    </div>
  );
}
