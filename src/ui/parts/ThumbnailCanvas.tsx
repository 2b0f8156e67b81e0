import { useEffect, useRef, type ReactElement } from 'react';
import type { Thumbnail } from '../../core/thumbnail.ts';

interface ThumbnailCanvasProps {
  readonly thumbnail: Thumbnail | undefined;
  readonly className: string | undefined;
}

/** What a picture looks like; nothing where that is not known. */
export function ThumbnailCanvas({ thumbnail, className }: ThumbnailCanvasProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!thumbnail) return;
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
