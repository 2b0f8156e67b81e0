import type { ReactElement } from 'react';
import { sameLattice, type Lattice } from '../../core/lattice.ts';
import { latticeFor } from '../../core/mapCrop.ts';
import type { Size } from '../../core/rect.ts';
import { FORMATS } from '../../state/settings/formats.ts';
import { usePage } from '../StudioContext.tsx';
import { Select } from './Select.tsx';
import { useSizeInWords } from './useSizeInWords.ts';

interface LatticeSelectProps {
  readonly label: string;
  readonly value: Lattice;
  /** What comes in: one lattice has the proportions nearest to its own. */
  readonly whole: Size;
  readonly words: {
    readonly sizeNearest: (size: string) => string;
    readonly sizeNow: (size: string) => string;
  };
  readonly onChange: (lattice: Lattice) => void;
}

/** How large something that comes in becomes: as the picture is now, as fits it best, or one of the formats. */
export function LatticeSelect({ label, value, whole, words, onChange }: LatticeSelectProps): ReactElement {
  const inWords = useSizeInWords();
  const now = usePage((state) => state.lattice);
  const limits = usePage(({ bundle }) => bundle.manifest?.lattice);
  const nearest = latticeFor(whole, now, limits);
  const sizes = [nearest, now, ...FORMATS].filter(
    (one, index, all) => all.findIndex((other) => sameLattice(one, other)) === index,
  );

  function optionOf(size: Lattice): { readonly value: string; readonly label: string } {
    const name = inWords(size);
    if (sameLattice(size, nearest)) return { value: name, label: words.sizeNearest(name) };
    return { value: name, label: sameLattice(size, now) ? words.sizeNow(name) : name };
  }

  return (
    <Select
      label={label}
      value={inWords(value)}
      options={sizes.map(optionOf)}
      onChange={(name) => onChange(sizes.find((size) => inWords(size) === name) ?? nearest)}
    />
  );
}
