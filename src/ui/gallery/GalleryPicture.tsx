import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { LayoutClass } from '../../core/classes.ts';
import { layoutHeight, layoutWidth, SUB_CELLS } from '../../core/lattice.ts';
import { tileCellPixels, toPicture } from '../../core/picturePixels.ts';
import type { SharedPicture } from '../../core/shareLink/sharedPicture.ts';
import type { TileEvent } from '../../protocol/paintEngine.ts';
import { idImage } from '../idImage.ts';
import cards from '../parts/PictureCards.module.css';
import { useStudio } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import styles from './GalleryDialog.module.css';

interface GalleryPictureProps {
  readonly picture: SharedPicture;
  /** Among the pictures. */
  readonly place: number;
}

/** A picture that is decoded when it is first seen; before that its layout is, dimmed while it waits. */
export function GalleryPicture({ picture, place }: GalleryPictureProps): ReactElement {
  const studio = useStudio();
  const palette = usePalette();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [waits, setWaits] = useState(true);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return undefined;
    context.imageSmoothingEnabled = false;
    context.drawImage(layoutImage(picture, palette), 0, 0, context.canvas.width, context.canvas.height);
    context.imageSmoothingEnabled = true;
    const controller = new AbortController();
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      studio.gallery
        .decode(picture, place, (tile) => drawTile(context, tile), controller.signal)
        // Its layout is seen in its place; the page says what is wrong with the model when one paints.
        .catch(() => undefined)
        .finally(() => !controller.signal.aborted && setWaits(false));
    });
    observer.observe(context.canvas);
    return () => {
      observer.disconnect();
      controller.abort();
    };
  }, [studio, picture, place, palette]);

  // It is looked at small: as many pixels as the layout has are enough, however fine the tiles are.
  const size = { width: layoutWidth(picture.lattice), height: layoutHeight(picture.lattice) };
  return (
    <canvas ref={canvas} className={`${cards.picture} ${styles.picture}`} {...size} data-waits={waits} aria-hidden />
  );
}

/** A shared picture's layout, a pixel a sub-cell, in the colours of its classes: one image and no rectangles. */
function layoutImage({ subCells, lattice }: SharedPicture, palette: readonly LayoutClass[]): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = lattice.columns * SUB_CELLS;
  canvas.height = lattice.rows * SUB_CELLS;
  canvas.getContext('2d')?.putImageData(idImage(subCells, canvas, palette), 0, 0);
  return canvas;
}

function drawTile(context: CanvasRenderingContext2D, { rect, pixels }: TileEvent): void {
  const { width, height } = toPicture(rect, tileCellPixels(pixels, rect));
  const tile = new OffscreenCanvas(width, height);
  tile.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  context.drawImage(tile, rect.x, rect.y, rect.width, rect.height);
}
