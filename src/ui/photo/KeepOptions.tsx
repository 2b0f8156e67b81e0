import {
  Brush,
  Contrast,
  PanelBottom,
  PanelLeft,
  PanelRight,
  PanelTop,
  RectangleHorizontal,
  Square,
} from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { BRUSH_SIZE } from '../../core/brush.ts';
import {
  KEEP_PRESETS,
  KEEP_TOOLS,
  type KeepPreset,
  type KeepTool,
  type ReadPhotograph,
} from '../../state/photo/photographImport.ts';
import { words } from '../i18n/words.ts';
import { ICON, IconButton } from '../parts/Button.tsx';
import form from '../parts/Form.module.css';
import { Segments } from '../parts/Segments.tsx';
import { Slider } from '../parts/Slider.tsx';
import { useStudio } from '../StudioContext.tsx';
import styles from './KeepOptions.module.css';

const PRESETS: Record<KeepPreset, ReactElement> = {
  top: <PanelTop {...ICON} />,
  bottom: <PanelBottom {...ICON} />,
  left: <PanelLeft {...ICON} />,
  right: <PanelRight {...ICON} />,
  all: <Square {...ICON} />,
};

const TOOLS: Record<KeepTool, ReactElement> = {
  brush: <Brush {...ICON} />,
  rectangle: <RectangleHorizontal {...ICON} />,
};

/** Halves at a press; any part by hand. */
export function KeepOptions({ photograph }: { readonly photograph: ReadPhotograph }): ReactElement {
  const { photographs } = useStudio();
  const id = useId();
  const { tool, brushSize } = photograph;
  return (
    <>
      <div className={styles.presets} role="group" aria-labelledby={id}>
        <span id={id} className={form.label}>
          {words.photo.keep}
        </span>
        {KEEP_PRESETS.map((preset) => (
          <IconButton
            key={preset}
            tip="above"
            label={words.photo.preset(preset)}
            icon={PRESETS[preset]}
            onClick={() => photographs.keep(preset)}
          />
        ))}
        <IconButton
          tip="above"
          label={words.photo.invert}
          icon={<Contrast {...ICON} />}
          onClick={() => photographs.kept.invert()}
        />
      </div>
      <div className={form.actions}>
        <Segments
          legend={words.photo.tools}
          name="keep-tool"
          look="bare"
          value={tool}
          options={KEEP_TOOLS.map((one) => ({ value: one, label: words.photo.tool(one), icon: TOOLS[one] }))}
          onChange={(next) => photographs.set({ tool: next })}
        />
        {tool === 'brush' && (
          <div className={styles.size}>
            <Slider
              inline
              {...BRUSH_SIZE}
              label={words.photo.brushSize}
              value={brushSize}
              text={words.photo.brushSizeValue(brushSize)}
              onChange={(next) => photographs.setBrushSize(next)}
            />
          </div>
        )}
      </div>
    </>
  );
}
