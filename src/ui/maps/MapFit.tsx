import type { ReactElement } from 'react';
import { cropOf } from '../../state/maps/mapImporter.ts';
import type { ReadImport } from '../../state/maps/mapImport.ts';
import { words } from '../i18n/words.ts';
import { LatticeSelect } from '../parts/LatticeSelect.tsx';
import { Segments } from '../parts/Segments.tsx';
import { Slider } from '../parts/Slider.tsx';
import { useStudio } from '../StudioContext.tsx';

/** How large the layout is, and which part of the map it shows. */
export function MapFit({ map }: { readonly map: ReadImport }): ReactElement {
  const studio = useStudio();
  const cut = cropOf({ ...map, fit: 'cut' });
  const fills = cut.width === map.width && cut.height === map.height;

  return (
    <>
      <LatticeSelect
        label={words.maps.size}
        value={map.lattice}
        whole={map}
        words={words.maps}
        onChange={(lattice) => studio.maps.setLattice(lattice)}
      />
      {!fills && (
        <Segments
          legend={words.maps.fit}
          name="map-fit"
          value={map.fit}
          options={(['cut', 'stretch'] as const).map((fit) => ({ value: fit, label: words.maps.fits[fit] }))}
          onChange={(fit) => studio.maps.setFit(fit)}
        />
      )}
      {!fills && map.fit === 'cut' && (
        <Slider
          label={words.maps.place}
          value={map.place}
          minimum={0}
          maximum={1}
          step={0.01}
          text={words.maps.placeValue(map.place)}
          note={words.maps.placeNote}
          onChange={(place) => studio.maps.setPlace(place)}
        />
      )}
    </>
  );
}
