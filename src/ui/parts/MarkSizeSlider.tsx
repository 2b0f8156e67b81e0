import type { ReactElement } from 'react';
import { BRUSH_SIZE } from '../../core/brush.ts';
import { Slider } from './Slider.tsx';

interface MarkSizeSliderProps {
  readonly label: string;
  /** Of the brush, in layout pixels. */
  readonly size: number;
  readonly text: string;
  readonly onChange: (size: number) => void;
}

/** The size of a brush that marks cells: by pixels, where the painting brush grows by shares. */
export function MarkSizeSlider({ label, size, text, onChange }: MarkSizeSliderProps): ReactElement {
  const { minimum, maximum } = BRUSH_SIZE;
  return (
    <Slider
      inline
      label={label}
      value={size}
      minimum={minimum}
      maximum={maximum}
      step={1}
      text={text}
      onChange={onChange}
    />
  );
}
