import { windowSize } from '../../src/core/attentionWindow.ts';
import { noise } from '../../src/core/noise.ts';
import type { Manifest } from '../../src/protocol/manifest.ts';
import type { Networks, StepBatch } from '../ort/networks.ts';

/** The lattice that is decoded. */
export const TILE = { rows: 8, columns: 8 } as const;

export interface TestRun {
  readonly passed: boolean;
  /** How long a second run took, if there was one: the first one compiles shaders. */
  readonly milliseconds: number;
}

export interface TestOptions {
  /** Runs twice, and times the second run. */
  readonly timed: boolean;
}

/** Runs one step on the inputs of `docs/bundle.md` and compares it with the manifest's numbers. */
export async function testStep(networks: Networks, manifest: Manifest, { timed }: TestOptions): Promise<TestRun> {
  const { seed, step: expected } = manifest.selfTest;
  const { width, window } = networks;
  const size = windowSize(window);
  const { cacheWidth } = manifest.transformer;
  const batch: StepBatch = {
    lanes: 1,
    features: Float32Array.from({ length: width }, (_, k) => noise(seed, 0, k) - 0.5),
    left: Int32Array.of(1),
    up: Int32Array.of(2),
    upright: Int32Array.of(3),
    i: Int32Array.of(3),
    j: Int32Array.of(5),
    slots: Int32Array.from({ length: size }, (_, n) => n),
    bias: new Float32Array(size + 1),
    target: Int32Array.of(0),
  };
  const cache = networks.openCache(size, cacheContent(seed, size, cacheWidth));
  try {
    const logits = await cache.step(batch);
    const start = performance.now();
    if (timed) await cache.step(batch);
    const milliseconds = performance.now() - start;
    return { passed: agree(logits.subarray(0, 16), expected.logits, manifest.selfTest.tolerance), milliseconds };
  } finally {
    cache.dispose();
  }
}

/** Decodes one tile of 8 x 8 cells and compares it with the manifest's numbers. */
export async function testTile(networks: Networks, manifest: Manifest, { timed }: TestOptions): Promise<TestRun> {
  const tokens = tileTokens(manifest.selfTest.seed, networks.codes);
  const run = async () => networks.upsample(TILE, await networks.features(TILE, tokens));
  const rgb = await run();
  const start = performance.now();
  if (timed) await run();
  const milliseconds = performance.now() - start;
  return { passed: tilePixelsAgree(rgb, manifest.selfTest), milliseconds };
}

/** What the cache holds [rows, cacheWidth]. */
export function cacheContent(seed: number, rows: number, cacheWidth: number): Float32Array<ArrayBuffer> {
  return Float32Array.from(
    { length: rows * cacheWidth },
    (_, n) => noise(seed, 1 + Math.floor(n / cacheWidth), n % cacheWidth) - 0.5,
  );
}

/** The tokens of the tile [8, 8]. */
export function tileTokens(seed: number, codes: number): Int32Array {
  return Int32Array.from({ length: TILE.rows * TILE.columns }, (_, n) =>
    Math.floor(noise(seed, 1000 + Math.floor(n / TILE.columns), n % TILE.columns) * codes),
  );
}

/** Compares some of its numbers, spread over all of them. @param rgb of the tile [3, 8 * cellPixels, 8 * cellPixels] */
export function tilePixelsAgree(rgb: Float32Array, { tile, tolerance }: Manifest['selfTest']): boolean {
  const stride = Math.floor(rgb.length / tile.rgb.length);
  const sample = Float32Array.from({ length: tile.rgb.length }, (_, n) => rgb[n * stride]!);
  return agree(sample, tile.rgb, tolerance);
}

export function agree(actual: Float32Array, expected: readonly number[], tolerance: number): boolean {
  return expected.every((value, n) => Math.abs(actual[n]! - value) <= tolerance * Math.max(1, Math.abs(value)));
}
