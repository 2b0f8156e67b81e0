import { useEffect, useRef, type PointerEvent, type ReactElement } from 'react';
import { parseColor } from '../../core/rgb.ts';
import type { Size } from '../../core/rect.ts';
import { cropOf } from '../../state/maps/mapImporter.ts';
import type { ReadImport } from '../../state/maps/mapImport.ts';
import { words } from '../i18n/words.ts';
import form from '../parts/Form.module.css';
import { CropFrame } from '../parts/CropFrame.tsx';
import { useStudio } from '../StudioContext.tsx';
import { usePalette } from '../usePalette.ts';
import styles from './MapPreview.module.css';
import { regionColors } from './regionColors.ts';

interface MapPreviewProps {
  readonly map: ReadImport;
  /** The region that the person points at: its place in the list. */
  readonly pointed: number | undefined;
  readonly onPoint: (slot: number | undefined) => void;
}

/** How much is left of what is not pointed at: of 255. */
const DIMMED = 64;

/** The map as it came beside the map as it is read, with a frame around what becomes the layout. */
export function MapPreview({ map, pointed, onPoint }: MapPreviewProps): ReactElement {
  const studio = useStudio();
  const before = useRef<HTMLCanvasElement>(null);
  const after = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  const { preview } = studio.maps;
  const { regions } = map;

  useEffect(() => {
    if (!preview) return;
    const { slots, original } = preview;
    const own = regionColors(regions);
    draw(
      before.current,
      preview,
      (at) => {
        if (!original) return own[slots[at]!] ?? 0;
        return (original[4 * at]! << 16) | (original[4 * at + 1]! << 8) | original[4 * at + 2]!;
      },
      (at) => (original && original[4 * at + 3] === 0 ? 0 : opacity(slots[at]!, pointed)),
    );
    const classes = regions.map(({ classId }) =>
      parseColor(palette.find(({ id }) => id === classId)?.color ?? '#000000'),
    );
    draw(
      after.current,
      preview,
      (at) => classes[slots[at]!] ?? 0,
      (at) => opacity(slots[at]!, pointed),
    );
  }, [preview, regions, palette, pointed]);

  const crop = cropOf(map);

  /** The region under the pointer, on either of the two. */
  function point(event: PointerEvent): void {
    const canvas = event.currentTarget.querySelector('canvas');
    if (!canvas || !preview) return;
    const box = canvas.getBoundingClientRect();
    const x = Math.floor(((event.clientX - box.left) * preview.width) / box.width);
    const y = Math.floor(((event.clientY - box.top) * preview.height) / box.height);
    const isWithin = x >= 0 && y >= 0 && x < preview.width && y < preview.height;
    onPoint(isWithin ? preview.slots[y * preview.width + x] : undefined);
  }

  return (
    <div className={styles.pair}>
      <figure className={styles.figure} onPointerMove={point} onPointerLeave={() => onPoint(undefined)}>
        <figcaption className={form.label}>{words.maps.original}</figcaption>
        <canvas
          ref={before}
          className={styles.canvas}
          width={preview?.width}
          height={preview?.height}
          role="img"
          aria-label={words.maps.originalOf(map.name)}
        />
      </figure>
      <figure className={styles.figure} onPointerMove={point} onPointerLeave={() => onPoint(undefined)}>
        <figcaption className={form.label}>{words.maps.reading}</figcaption>
        <CropFrame
          label={words.maps.preview(map.name)}
          ref={after}
          canvasClassName={styles.canvas}
          preview={preview}
          whole={map}
          crop={crop}
          place={{ x: map.place, y: map.place }}
          onMove={({ x, y }) => studio.maps.setPlace(crop.width === map.width ? y : x)}
        />
      </figure>
    </div>
  );
}

function opacity(slot: number, pointed: number | undefined): number {
  return pointed === undefined || slot === pointed ? 255 : DIMMED;
}

function draw(
  canvas: HTMLCanvasElement | null,
  { width, height }: Size,
  colorAt: (at: number) => number,
  alphaAt: (at: number) => number,
): void {
  const context = canvas?.getContext('2d');
  if (!context) return;
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let at = 0; at < pixels.length; at++) pixels[at] = word(colorAt(at), alphaAt(at));
  context.putImageData(image, 0, 0);
}

/** 0xrrggbb as ImageData has it, on the little-endian machines that there are. */
function word(color: number, alpha: number): number {
  return ((alpha << 24) | ((color & 0xff) << 16) | (color & 0xff00) | (color >> 16)) >>> 0;
}
