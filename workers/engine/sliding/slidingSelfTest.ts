import type { Manifest } from '../../../src/protocol/manifest.ts';
import type { SlidingNetworks } from '../../ort/slidingNetworks.ts';
import { agree, cacheContent, TILE, tilePixelsAgree, tileTokens, type TestOptions, type TestRun } from '../selfTest.ts';

/** Positions in the cache, and codes after them. */
const PAST = 5;
const CODES = [1, 2, 3];

/** Runs some positions on the inputs of `docs/bundle.md` and compares with the manifest's numbers; times one position. */
export async function testSlidingStep(
  networks: SlidingNetworks,
  { selfTest, transformer }: Manifest,
  { timed }: TestOptions,
): Promise<TestRun> {
  const { seed, tolerance, step: expected } = selfTest;
  const cache = networks.openCache(cacheContent(seed, PAST, transformer.cacheWidth));
  const logits = await cache.append(Int32Array.from(CODES));
  const fresh = cache.read(PAST);
  const start = performance.now();
  if (timed) await cache.append(Int32Array.of(1));
  const milliseconds = performance.now() - start;
  const passed =
    agree(logits.subarray(0, expected.logits.length), expected.logits, tolerance) &&
    agree(fresh.subarray(0, expected.new.length), expected.new, tolerance);
  return { passed, milliseconds };
}

/** Decodes a lattice of 8 x 8 cells and compares it with the manifest's numbers. */
export async function testWholeTile(
  networks: SlidingNetworks,
  { selfTest }: Manifest,
  { timed }: TestOptions,
): Promise<TestRun> {
  const tokens = tileTokens(selfTest.seed, networks.codes);
  const rgb = await networks.decode(TILE, tokens);
  const start = performance.now();
  if (timed) await networks.decode(TILE, tokens);
  return { passed: tilePixelsAgree(rgb, selfTest), milliseconds: performance.now() - start };
}
