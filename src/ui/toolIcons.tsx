import {
  Brush,
  BoxSelect,
  Circle,
  Eraser,
  Hand,
  Minus,
  PaintBucket,
  Pipette,
  RectangleHorizontal,
  Spline,
} from 'lucide-react';
import type { ReactElement } from 'react';
import type { ToolName } from '../core/tools.ts';

export const TOOL_ICONS: Record<ToolName, ReactElement> = {
  brush: <Brush size={18} aria-hidden />,
  eraser: <Eraser size={18} aria-hidden />,
  line: <Minus size={18} aria-hidden style={{ rotate: '-45deg' }} />,
  polyline: <Spline size={18} aria-hidden />,
  rectangle: <RectangleHorizontal size={18} aria-hidden />,
  ellipse: <Circle size={18} aria-hidden />,
  fill: <PaintBucket size={18} aria-hidden />,
  select: <BoxSelect size={18} aria-hidden />,
  pick: <Pipette size={18} aria-hidden />,
  pan: <Hand size={18} aria-hidden />,
};
