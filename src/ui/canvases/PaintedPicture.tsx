import { useMemo, type ReactElement } from 'react';
import { PictureCanvas } from '../../canvas/PictureCanvas.tsx';
import type { Rect } from '../../core/rect.ts';
import { cellMapOf, heatOf } from '../../state/measurement/cellMap.ts';
import { isAtWork } from '../../state/painting/jobState.ts';
import { overlayNow } from '../../state/view/toolActions.ts';
import { words } from '../i18n/words.ts';
import { lazyPart } from '../parts/lazyPart.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import { usePainting } from './usePainting.ts';
import { useViewport } from './viewportContext.ts';

const CellCard = lazyPart(() => import('../measurement/CellCard.tsx'));
function card(cell: Rect): ReactElement {
  return <CellCard cell={cell} />;
}

/** The canvas that shows the picture while it is painted, with what is laid over it. */
export function PaintedPicture(): ReactElement {
  const studio = useStudio();
  usePage((state) => state.swatches);
  const size = usePage((state) => (state.marking ? state.markSize : undefined));
  const marking = useMemo(() => (size === undefined ? undefined : ({ tool: 'brush', size } as const)), [size]);
  const { open: measuring, revision, quantity, cell } = usePage((state) => state.measurement);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the numbers are not React's; their revision is
  const heat = useMemo(() => (measuring ? heatOf(studio) : undefined), [measuring, revision, quantity]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const cells = useMemo(() => (measuring ? cellMapOf(studio, heat) : undefined), [measuring, heat, cell]);
  return (
    <PictureCanvas
      document={studio.document}
      viewport={useViewport()}
      palette={usePalette()}
      label={words.picture.canvas(usePage((state) => state.coverage))}
      description={measuring ? words.measurement.description : words.region.description}
      region={studio.region}
      painting={usePainting()}
      marking={marking}
      changes={usePage((state) => state.changes)}
      cells={cells}
      card={card}
      swatches={studio.model.swatches}
      showFront={usePage((state) => isAtWork(state.job))}
      overlay={usePage(overlayNow)}
      other={useOtherPicture()}
    />
  );
}

/** What is seen in the picture's place: the one before it, or a version that is pointed at. */
function useOtherPicture(): Uint8ClampedArray<ArrayBuffer> | undefined {
  const studio = useStudio();
  const isBefore = usePage((state) => state.comparing === 'before');
  const pointed = usePage(({ tray }) => tray?.pointed);
  const revision = usePage(({ tray }) => tray?.revision);
  const taken = usePage(({ tray }) => tray?.taken);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the pixels are not React's
  const candidate = useMemo(() => studio.candidates.pointed(), [pointed, revision, taken]);
  return isBefore ? studio.pictures.before() : candidate;
}
