import type { ReactElement } from 'react';
import { MOST_ZOOM, photographCrop } from '../../core/photo/photographCrop.ts';
import type { ReadPhotograph } from '../../state/photo/photographImport.ts';
import { words } from '../i18n/words.ts';
import { LatticeSelect } from '../parts/LatticeSelect.tsx';
import { Slider } from '../parts/Slider.tsx';
import { useStudio } from '../StudioContext.tsx';
import { PhotographFrame } from './PhotographFrame.tsx';

/** How large the picture is, and which part of the photograph it shows. */
export function PhotographPart({ photograph }: { readonly photograph: ReadPhotograph }): ReactElement {
  const { photographs } = useStudio();
  const { width, height, lattice, zoom } = photograph;
  const crop = photographCrop(photograph, photograph);
  const places = [
    { axis: 'x', label: words.photo.across, room: width - crop.width },
    { axis: 'y', label: words.photo.down, room: height - crop.height },
  ] as const;

  return (
    <>
      <LatticeSelect
        label={words.photo.pictureSize}
        value={lattice}
        whole={photograph}
        words={words.photo}
        onChange={(next) => photographs.setLattice(next)}
      />
      <PhotographFrame photograph={photograph} crop={crop} />
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
