const MULTIPLIER = 1_664_525;
const INCREMENT = 1_013_904_223;

/**
 * The counter random number of (seed, row, column): pcg3d of Jarzynski and Olano, "Hash Functions for GPU Rendering",
 * JCGT 9(3), 2020. It depends on nothing drawn before, so raster, wavefront, resumed and repeated runs see the same
 * noise. `row` and `column` may be negative. Its Python twin is `training/plein_air/models/noise.py`.
 * @returns a double in [0, 1), a multiple of 2^-32
 */
export function noise(seed: number, row: number, column: number): number {
  let x = (Math.imul(seed, MULTIPLIER) + INCREMENT) | 0;
  let y = (Math.imul(row, MULTIPLIER) + INCREMENT) | 0;
  let z = (Math.imul(column, MULTIPLIER) + INCREMENT) | 0;
  x = (x + Math.imul(y, z)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  x ^= x >>> 16;
  y ^= y >>> 16;
  z ^= z >>> 16;
  x = (x + Math.imul(y, z)) | 0;
  return (x >>> 0) / 4_294_967_296;
}
