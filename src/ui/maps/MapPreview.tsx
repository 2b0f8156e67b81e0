import { useEffect, useRef, type CSSProperties, type PointerEvent, type ReactElement } from 'react';
import { parseColor } from '../../core/conventions/convention.ts';
import { cropOf } from '../../state/maps/mapImporter.ts';
import type { ReadImport } from '../../state/maps/mapImport.ts';
import { en } from '../i18n/en.ts';
import { useStudio } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import styles from './MapPreview.module.css';

/** The map in the classes' colours, with a frame around what becomes the layout; the frame can be dragged. */
export function MapPreview({ map }: { readonly map: ReadImport }): ReactElement {
  const studio = useStudio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useRef<{ readonly from: number; readonly place: number } | undefined>(undefined);
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
  const upright = crop.width === map.width;
  const room = upright ? map.height - crop.height : map.width - crop.width;
  const at = ({ clientX, clientY }: PointerEvent) => (upright ? clientY : clientX);

  function move(event: PointerEvent): void {
    const box = canvas.current?.getBoundingClientRect();
    if (!drag.current || !box || room === 0) return;
    const pixels = (at(event) - drag.current.from) * (map.width / box.width);
    studio.maps.setPlace(drag.current.place + pixels / room);
  }

  return (
    <div className={styles.preview}>
      <canvas
        ref={canvas}
        className={styles.canvas}
        width={preview?.width}
        height={preview?.height}
        role="img"
        aria-label={en.maps.preview(map.name)}
      />
      {room > 0 && (
        <div
          className={styles.frame}
          data-upright={upright}
          style={
            {
              '--x': crop.x / map.width,
              '--y': crop.y / map.height,
              '--width': crop.width / map.width,
              '--height': crop.height / map.height,
            } as CSSProperties
          }
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            drag.current = { from: at(event), place: map.place };
          }}
          onPointerMove={move}
          onPointerUp={() => (drag.current = undefined)}
          onPointerCancel={() => (drag.current = undefined)}
        />
      )}
    </div>
  );
}

/** 0xrrggbb as ImageData has it, on the little-endian machines that there are. */
function opaque(color: number): number {
  return (0xff000000 | ((color & 0xff) << 16) | (color & 0xff00) | (color >> 16)) >>> 0;
}
