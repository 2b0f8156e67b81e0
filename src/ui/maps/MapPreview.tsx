import { useEffect, useRef, type ReactElement } from 'react';
import { parseColor } from '../../core/conventions/convention.ts';
import { cropOf } from '../../state/maps/mapImporter.ts';
import type { ReadImport } from '../../state/maps/mapImport.ts';
import { en } from '../i18n/en.ts';
import { CropFrame } from '../parts/CropFrame.tsx';
import { useStudio } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import styles from './MapPreview.module.css';

/** The map in the classes' colours, with a frame around what becomes the layout. */
export function MapPreview({ map }: { readonly map: ReadImport }): ReactElement {
  const studio = useStudio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  const { preview } = studio.maps;
  const { regions } = map;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !preview) return;
    const image = new ImageData(preview.width, preview.height);
    const pixels = new Uint32Array(image.data.buffer);
    const colors = Uint32Array.from(regions, ({ classId }) =>
      opaque(parseColor(palette.find(({ id }) => id === classId)?.color ?? '#000000')),
    );
    for (const [at, slot] of preview.slots.entries()) pixels[at] = colors[slot] ?? 0;
    context.putImageData(image, 0, 0);
  }, [preview, regions, palette]);

  const crop = cropOf(map);

  return (
    <CropFrame
      label={en.maps.preview(map.name)}
      ref={canvas}
      className={styles.frame}
      canvasClassName={styles.canvas}
      preview={preview}
      whole={map}
      crop={crop}
      place={{ x: map.place, y: map.place }}
      onMove={({ x, y }) => studio.maps.setPlace(crop.width === map.width ? y : x)}
    />
  );
}

/** 0xrrggbb as ImageData has it, on the little-endian machines that there are. */
function opaque(color: number): number {
  return (0xff000000 | ((color & 0xff) << 16) | (color & 0xff00) | (color >> 16)) >>> 0;
}
