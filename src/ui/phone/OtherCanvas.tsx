import { useMemo, type ReactElement } from 'react';
import { thumbnailOf } from '../../core/thumbnail.ts';
import type { PageState } from '../../state/pageState.ts';
import { ThumbnailCanvas } from '../parts/ThumbnailCanvas.tsx';
import { useStudio } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import { useRevision } from '../useRevision.ts';
import styles from './ViewThumbnail.module.css';

/** More than what is seen of it: screens of phones are fine. */
const LONGEST = 128;
/** How often it is drawn anew while someone paints; it takes some milliseconds. Milliseconds. */
const PATIENCE = 250;

/** The canvas that is not seen, as it is now, small. */
export default function OtherCanvas({ of }: { readonly of: PageState['view'] }): ReactElement {
  const { document } = useStudio();
  const palette = usePalette();
  const revision = useRevision(document, PATIENCE);
  const small = useMemo(
    () => thumbnailOf(of === 'picture' ? document.picture : undefined, document.layout, palette, LONGEST),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the pixels are not React's; their revision is
    [document, of, palette, revision],
  );
  return <ThumbnailCanvas className={`${styles.canvas} own-colors`} thumbnail={small} />;
}
