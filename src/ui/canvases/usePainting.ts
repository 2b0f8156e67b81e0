import { useMemo } from 'react';
import type { LayoutViewOptions } from '../../canvas/layoutView.ts';
import { chooseClass, paintingOf } from '../../state/view/toolActions.ts';
import { useStudio } from '../StudioContext.tsx';

export type Painting = Pick<LayoutViewOptions, 'document' | 'history' | 'selection' | 'getPainting' | 'onPick'>;

/** With what one paints, on either canvas. */
export function usePainting(): Painting {
  const studio = useStudio();
  return useMemo(
    () => ({
      document: studio.document,
      history: studio.history,
      selection: studio.selection,
      getPainting: () => paintingOf(studio.store.getState()),
      onPick: (classId: number) => chooseClass(studio, classId),
    }),
    [studio],
  );
}
