import { layoutHeight, layoutWidth, type Lattice } from '../../core/lattice.ts';
import { en } from '../i18n/en.ts';

/** The size of a lattice's picture, in pixels. */
export function latticeInWords(lattice: Lattice): string {
  return en.settings.formatValue(layoutWidth(lattice), layoutHeight(lattice));
}
