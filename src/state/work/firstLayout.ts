import { layoutHeight, layoutWidth, type Lattice } from '../../core/lattice.ts';

const [SKY, CLOUDS, MOUNTAIN, TREES, GRASS, WATER] = [1, 2, 3, 6, 7, 9];

/** A lake under a mountain: what is there where no starter is. @returns class ids [16 * rows, 16 * columns] */
export function firstLayout(lattice: Lattice): Uint8Array<ArrayBuffer> {
  const width = layoutWidth(lattice);
  const height = layoutHeight(lattice);
  const ids = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      ids[row * width + column] = classAt(column / width, row / height);
    }
  }
  return ids;
}

/** @param x, y in 0..1, from the top left */
function classAt(x: number, y: number): number {
  const ridge = 0.46 - 0.3 * Math.exp(-(((x - 0.62) / 0.2) ** 2)) - 0.12 * Math.exp(-(((x - 0.2) / 0.16) ** 2));
  const forest = 0.5 + 0.03 * Math.sin(9 * x) - 0.05 * Math.exp(-(((x - 0.05) / 0.12) ** 2));
  const shore = 0.6 + 0.02 * Math.sin(5 * x + 1);
  const meadow = 0.98 - 0.3 * Math.exp(-(((x - 1) / 0.34) ** 2)) - 0.1 * Math.exp(-((x / 0.3) ** 2));
  if (y > meadow) return GRASS;
  if (y > shore) return WATER;
  if (y > forest) return TREES;
  if (y > ridge) return MOUNTAIN;
  const cloud = ((x - 0.3) / 0.17) ** 2 + ((y - 0.16) / 0.06) ** 2;
  return cloud < 1 ? CLOUDS : SKY;
}
