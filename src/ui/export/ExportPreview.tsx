import { useEffect, useRef, type ReactElement } from 'react';
import { cellCount } from '../../core/lattice.ts';
import { cellPixelsOf, pictureSize } from '../../core/picturePixels.ts';
import { sizeWithin } from '../../core/sizeWithin.ts';
import { pictureToSave } from '../../document/pictureToSave.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';
import { isOfPicture, type ExportedThing } from '../../state/exporting/exportChoice.ts';
import { idImage } from '../idImage.ts';
import { usePage, useStudio } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import styles from './ExportDialog.module.css';

/** The longer side of what is drawn, in pixels: twice what is seen, for screens that have so many. */
const LONGEST = 720;

/** What will be in the file: the layout, the picture, or both. */
export function ExportPreview({ what }: { readonly what: ExportedThing }): ReactElement {
  const coverage = usePage((state) => state.coverage);
  const hasLayout = what !== 'picture';
  const hasPicture = isOfPicture(what) || (what === 'project' && coverage !== 'none');
  return (
    <div className={styles.preview} data-both={hasLayout && hasPicture} aria-hidden>
      {hasLayout && <Thumbnail of="layout" />}
      {/* What a job paints meanwhile is seen when there is more of it than some. */}
      {hasPicture && <Thumbnail key={coverage} of="picture" />}
    </div>
  );
}

function Thumbnail({ of }: { readonly of: 'layout' | 'picture' }): ReactElement {
  const { document } = useStudio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  useEffect(() => {
    let isGone = false;
    const image = of === 'picture' ? pictureOf(document) : idImage(document.layout.ids, document.layout, palette);
    const { width, height } = sizeWithin(image, LONGEST);
    const size = { resizeWidth: width, resizeHeight: height, resizeQuality: 'medium' } as const;
    // Made small beside the page: the largest picture would take longer than a frame.
    void createImageBitmap(image, size).then(
      (bitmap) => {
        const drawn = isGone ? null : canvas.current;
        if (drawn) {
          Object.assign(drawn, { width, height });
          // A browser that does not know the options has left it as it was.
          drawn.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
        }
        bitmap.close();
      },
      // Without memory for it there is no preview, and the file is made all the same.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [document, of, palette]);
  return <canvas ref={canvas} className={styles.thumbnail} />;
}

/** The pixels themselves, not a copy. */
function pictureOf(document: PaintDocument): ImageData {
  const { lattice } = document;
  const { picture } = pictureToSave(document);
  const { width, height } = pictureSize(lattice, cellPixelsOf(picture, cellCount(lattice)));
  return new ImageData(new Uint8ClampedArray(picture.buffer, picture.byteOffset, picture.length), width, height);
}
