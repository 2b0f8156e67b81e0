import { useEffect, useRef, type ReactElement } from 'react';
import type { Size } from '../../core/rect.ts';

interface ThumbnailCanvasProps {
  /** RGBA; no pixels while they are not there. */
  readonly thumbnail: (Size & { readonly pixels: Uint8ClampedArray<ArrayBuffer> | undefined }) | undefined;
  readonly className: string | undefined;
}

/** What a picture looks like; nothing where that is not known. */
export function ThumbnailCanvas({ thumbnail, className }: ThumbnailCanvasProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!thumbnail?.pixels) return;
    const { width, height, pixels } = thumbnail;
    canvas.current?.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [thumbnail]);
  return (
    <canvas
      ref={canvas}
      className={className}
      width={thumbnail?.width ?? 2}
      height={thumbnail?.height ?? 1}
      aria-hidden
    />
  );
}
