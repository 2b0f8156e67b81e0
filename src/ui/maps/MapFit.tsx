import type { ReactElement } from 'react';
import { pictureHeight, pictureWidth, sameLattice, type Lattice } from '../../core/lattice.ts';
import { latticeFor } from '../../core/mapCrop.ts';
import { FORMATS } from '../../state/formats.ts';
import { cropOf } from '../../state/maps/mapImporter.ts';
import type { ReadImport } from '../../state/maps/mapImport.ts';
import { en } from '../i18n/en.ts';
import { Segments } from '../parts/Segments.tsx';
import { Slider } from '../parts/Slider.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './MapDialog.module.css';

const { maps: words } = en;
const inWords = (lattice: Lattice) => en.settings.formatValue(pictureWidth(lattice), pictureHeight(lattice));

/** How large the layout is, and which part of the map it shows. */
export function MapFit({ map }: { readonly map: ReadImport }): ReactElement {
  const studio = useStudio();
  const now = usePage((state) => state.lattice);
  const limits = usePage(({ bundle }) => bundle.manifest?.lattice);
  const nearest = latticeFor(map, now, limits);
  const sizes = [now, nearest, ...FORMATS].filter(
    (one, index, all) => all.findIndex((other) => sameLattice(one, other)) === index,
  );
  const chosen = sizes.findIndex((one) => sameLattice(one, map.lattice));
  const cut = cropOf({ ...map, fit: 'cut' });
  const fills = cut.width === map.width && cut.height === map.height;

  function label(size: Lattice): string {
    if (sameLattice(size, nearest)) return words.sizeNearest(inWords(size));
    return sameLattice(size, now) ? words.sizeNow(inWords(size)) : inWords(size);
  }

  return (
    <>
      <label className={styles.field}>
        <span className={styles.label}>{words.size}</span>
        <select
          className={styles.select}
          value={chosen}
          onChange={({ target }) => studio.maps.setLattice(sizes[Number(target.value)] ?? now)}
        >
          {sizes.map((size, index) => (
            <option key={inWords(size)} value={index}>
              {label(size)}
            </option>
          ))}
        </select>
      </label>
      {!fills && (
        <Segments
          legend={words.fit}
          name="map-fit"
          value={map.fit}
          options={(['cut', 'stretch'] as const).map((fit) => ({ value: fit, label: words.fits[fit] }))}
          onChange={(fit) => studio.maps.setFit(fit)}
        />
      )}
      {!fills && map.fit === 'cut' && (
        <Slider
          label={words.place}
          value={map.place}
          minimum={0}
          maximum={1}
          step={0.01}
          text={words.placeValue(map.place)}
          note={words.placeNote}
          onChange={(place) => studio.maps.setPlace(place)}
        />
      )}
    </>
  );
}
