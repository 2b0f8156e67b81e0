import type { Lattice } from '../../core/lattice.ts';
import { pictureSize } from '../../core/picturePixels.ts';
import { cellPixelsNow } from '../../state/formats.ts';
import { en } from '../i18n/en.ts';
import { usePage } from '../StudioContext.tsx';

/** Says how large a lattice's picture becomes, in picture pixels. */
export function useSizeInWords(): (lattice: Lattice) => string {
  const cellPixels = usePage(cellPixelsNow);
  return (lattice) => {
    const { width, height } = pictureSize(lattice, cellPixels);
    return en.settings.formatValue(width, height);
  };
}
