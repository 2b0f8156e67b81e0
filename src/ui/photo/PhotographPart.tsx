import { useEffect, useRef, type ReactElement } from 'react';
import { MOST_ZOOM, photographCrop } from '../../core/photo/photographCrop.ts';
import type { ReadPhotograph } from '../../state/photo/photographImport.ts';
import { words } from '../i18n/words.ts';
import { CropFrame } from '../parts/CropFrame.tsx';
import { LatticeSelect } from '../parts/LatticeSelect.tsx';
import { Slider } from '../parts/Slider.tsx';
import { useStudio } from '../StudioContext.tsx';
import styles from './PhotographPart.module.css';

/** How large the picture is, and which part of the photograph it shows. */
export function PhotographPart({ photograph }: { readonly photograph: ReadPhotograph }): ReactElement {
  const { photographs } = useStudio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { preview } = photographs;
  const { width, height, lattice, zoom } = photograph;
  const crop = photographCrop(photograph, photograph);
  const places = [
    { axis: 'x', label: words.photo.across, room: width - crop.width },
    { axis: 'y', label: words.photo.down, room: height - crop.height },
  ] as const;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context && preview) context.putImageData(new ImageData(preview.pixels, preview.width, preview.height), 0, 0);
  }, [preview]);

  return (
    <>
      <LatticeSelect
        label={words.photo.pictureSize}
        value={lattice}
        whole={photograph}
        words={words.photo}
        onChange={(next) => photographs.setLattice(next)}
      />
      <CropFrame
        label={words.photo.whole(photograph.name)}
        ref={canvas}
        className={styles.frame}
        canvasClassName={styles.canvas}
        preview={preview}
        whole={photograph}
        crop={crop}
        place={photograph}
        onMove={(place) => photographs.setCrop(place)}
      />
      <Slider
        label={words.photo.zoom}
        value={zoom}
        minimum={1}
        maximum={MOST_ZOOM}
        step={0.05}
        text={words.photo.zoomValue(zoom)}
        onChange={(next) => photographs.setCrop({ zoom: next })}
      />
      {places.map(
        ({ axis, label, room }) =>
          room > 0 && (
            <Slider
              key={axis}
              label={label}
              value={photograph[axis]}
              minimum={0}
              maximum={1}
              step={0.01}
              text={words.photo.placeValue(photograph[axis])}
              onChange={(next) => photographs.setCrop({ [axis]: next })}
            />
          ),
      )}
    </>
  );
}
