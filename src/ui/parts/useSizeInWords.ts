import type { Lattice } from '../../core/lattice.ts';
import { pictureSize } from '../../core/picturePixels.ts';
import { cellPixelsNow } from '../../state/settings/formats.ts';
import { words } from '../i18n/words.ts';
import { usePage } from '../StudioContext.tsx';

/** Says how large a lattice's picture becomes, in picture pixels. */
export function useSizeInWords(): (lattice: Lattice) => string {
  const cellPixels = usePage(cellPixelsNow);
  return (lattice) => {
    const { width, height } = pictureSize(lattice, cellPixels);
    return words.settings.formatValue(width, height);
  };
}
