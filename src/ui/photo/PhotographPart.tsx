import type { ReactElement } from 'react';
import { pictureHeight, pictureWidth, sameLattice, type Lattice } from '../../core/lattice.ts';
import { latticeFor } from '../../core/mapCrop.ts';
import { MOST_ZOOM, photographCrop } from '../../core/photo/photographCrop.ts';
import { FORMATS } from '../../state/formats.ts';
import type { ReadPhotograph } from '../../state/photo/photographImport.ts';
import { en } from '../i18n/en.ts';
import { Slider } from '../parts/Slider.tsx';
import { usePage, useStudio } from '../StudioContext.tsx';
import styles from './PhotographDialog.module.css';
import { PhotographFrame } from './PhotographFrame.tsx';

const { photo: words } = en;
const inWords = (lattice: Lattice) => en.settings.formatValue(pictureWidth(lattice), pictureHeight(lattice));

/** How large the picture is, and which part of the photograph it shows. */
export function PhotographPart({ photograph }: { readonly photograph: ReadPhotograph }): ReactElement {
  const { photographs } = useStudio();
  const now = usePage((state) => state.lattice);
  const limits = usePage(({ bundle }) => bundle.manifest?.lattice);
  const nearest = latticeFor(photograph, now, limits);
  const sizes = [nearest, now, ...FORMATS].filter(
    (one, index, all) => all.findIndex((other) => sameLattice(one, other)) === index,
  );
  const { width, height, lattice, zoom, x, y } = photograph;
  const crop = photographCrop(photograph, photograph);
  const places = [
    {
      label: words.across,
      value: x,
      room: width - crop.width,
      set: (next: number) => photographs.setCrop({ x: next }),
    },
    {
      label: words.down,
      value: y,
      room: height - crop.height,
      set: (next: number) => photographs.setCrop({ y: next }),
    },
  ];

  function label(size: Lattice): string {
    if (sameLattice(size, nearest)) return words.sizeNearest(inWords(size));
    return sameLattice(size, now) ? words.sizeNow(inWords(size)) : inWords(size);
  }

  return (
    <>
      <label className={styles.field}>
        <span className={styles.label}>{words.pictureSize}</span>
        <select
          className={styles.select}
          value={sizes.findIndex((one) => sameLattice(one, lattice))}
          onChange={({ target }) => photographs.setLattice(sizes[Number(target.value)] ?? nearest)}
        >
          {sizes.map((size, index) => (
            <option key={inWords(size)} value={index}>
              {label(size)}
            </option>
          ))}
        </select>
      </label>
      <PhotographFrame photograph={photograph} />
      <Slider
        label={words.zoom}
        value={zoom}
        minimum={1}
        maximum={MOST_ZOOM}
        step={0.05}
        text={words.zoomValue(zoom)}
        onChange={(next) => photographs.setCrop({ zoom: next })}
      />
      {places.map(
        ({ label: name, value, room, set }) =>
          room > 0 && (
            <Slider
              key={name}
              label={name}
              value={value}
              minimum={0}
              maximum={1}
              step={0.01}
              text={words.placeValue(value)}
              onChange={set}
            />
          ),
      )}
    </>
  );
}
