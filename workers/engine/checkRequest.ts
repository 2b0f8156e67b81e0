import { cellCount, EMPTY_TOKEN, isLattice, SUB_CELLS, type Lattice } from '../../src/core/lattice.ts';
import { isPictureOf } from '../../src/core/picturePixels.ts';
import { ANY } from '../../src/core/classes.ts';
import { ZOOMS } from '../../src/core/zoom.ts';
import { capabilitiesOf, guidanceRange } from '../../src/protocol/capabilities.ts';
import { EngineError } from '../../src/protocol/errors.ts';
import type { Manifest } from '../../src/protocol/manifest.ts';
import { BEST_CODES, MOST_CANDIDATES } from '../../src/protocol/paintEngine.ts';
import type {
  DecodeRequest,
  EncodeRequest,
  MeasureRequest,
  PaintRequest,
  RepaintRequest,
  SamplingSettings,
  SeenLayout,
  TryCodesRequest,
} from '../../src/protocol/paintEngine.ts';

/** @throws EngineError BAD_REQUEST with what was wrong: a bad index would read outside a table of the graph */
export function checkPaintRequest(request: PaintRequest, manifest: Manifest): void {
  const { lattice, settings } = request;
  check(isLattice(lattice, manifest.lattice), `The model cannot paint ${lattice.columns} x ${lattice.rows} cells.`);
  checkLayout(request, manifest);
  checkTokens(request.known, lattice, manifest, 'known');
  checkTokens(request.forced, lattice, manifest, 'forced');
  checkSettings(settings, manifest);
}

/** @throws EngineError BAD_REQUEST */
export function checkRepaintRequest(request: RepaintRequest, manifest: Manifest): void {
  const { lattice, tokens, region, settings, seeds } = request;
  checkPicture(lattice);
  checkLayout(request, manifest);
  checkTokens(tokens, lattice, manifest, 'given');
  checkSettings(settings, manifest);
  checkRegion(region, lattice);
  check(
    tokens.every((token, cell) => token !== EMPTY_TOKEN || region[cell] === 1),
    'The picture has empty cells outside the region.',
  );
  check(seeds.length >= 1 && seeds.length <= MOST_CANDIDATES, 'There may be 1 to 8 candidates.');
  for (const seed of seeds) checkSeed(seed);
}

/** @throws EngineError BAD_REQUEST */
export function checkMeasureRequest(request: MeasureRequest, manifest: Manifest): void {
  checkPicture(request.lattice);
  checkLayout(request, manifest);
  checkTokens(request.tokens, request.lattice, manifest, 'given');
  check(!request.tokens.includes(EMPTY_TOKEN), 'The picture has empty cells.');
}

/** A picture may have been extended: its parts are sampled. */
function checkPicture(lattice: Lattice): void {
  check(isLattice(lattice), `A picture cannot have ${lattice.columns} x ${lattice.rows} cells.`);
}

function checkLayout({ lattice, subCells, mood, zoom }: SeenLayout, manifest: Manifest): void {
  check(subCells.length === cellCount(lattice) * SUB_CELLS * SUB_CELLS, 'The layout does not fit the lattice.');
  check(
    subCells.every((id) => id <= ANY),
    'The layout has a class that the model does not know.',
  );
  check(mood === 0 || manifest.moods.some(({ id }) => id === mood), 'The model does not know this mood.');
  const isZoom = (ZOOMS as readonly number[]).includes(zoom) && capabilitiesOf(manifest).zoom;
  check(zoom === 0 || isZoom, 'The model does not know this zoom.');
}

function checkRegion(region: Uint8Array, lattice: Lattice): void {
  check(region.length === cellCount(lattice), 'The region does not fit the lattice.');
  check(
    region.every((cell) => cell <= 1),
    'The region has something other than cells.',
  );
  check(region.includes(1), 'The region is empty.');
}

function checkSettings({ temperature, topK, topP, guidance, seed }: SamplingSettings, manifest: Manifest): void {
  check(temperature >= 0 && temperature <= 2, 'The temperature is not within 0..2.');
  check(Number.isInteger(topK) && topK >= 1 && topK <= manifest.codebook.codes, 'Top-k is not a number of codes.');
  check(topP > 0 && topP <= 1, 'Top-p is not within 0..1.');
  const [least, most] = guidanceRange(manifest);
  check(guidance >= least && guidance <= most, `The guidance is not within ${least}..${most}.`);
  checkSeed(seed);
}

function checkSeed(seed: number): void {
  check(Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff, 'The seed is not a whole number of 32 bits.');
}

/** @throws EngineError BAD_REQUEST */
export function checkDecodeRequest({ lattice, tokens, region }: DecodeRequest, manifest: Manifest): void {
  checkPicture(lattice);
  checkTokens(tokens, lattice, manifest, 'given');
  if (region !== undefined) checkRegion(region, lattice);
}

/** @throws EngineError BAD_REQUEST */
export function checkEncodeRequest({ lattice, pixels }: EncodeRequest, manifest: Manifest): void {
  const { rows, columns } = lattice;
  check(isLattice(lattice, manifest.lattice), `The model cannot read ${columns} x ${rows} cells.`);
  check(isPictureOf(pixels, cellCount(lattice)), 'The photograph does not fit the lattice.');
}

/** @throws EngineError BAD_REQUEST */
export function checkTryCodesRequest(request: TryCodesRequest, manifest: Manifest): void {
  const { lattice, tokens, cell, codes } = request;
  checkPicture(lattice);
  checkTokens(tokens, lattice, manifest, 'given');
  check(Number.isInteger(cell) && cell >= 0 && cell < cellCount(lattice), 'There is no such cell.');
  check(codes.length <= BEST_CODES, 'There may be 8 codes at most.');
  check(
    codes.every((code) => code >= 0 && code < manifest.codebook.codes),
    'One of the codes is not in the codebook.',
  );
}

function checkTokens(tokens: Int16Array | undefined, lattice: Lattice, manifest: Manifest, name: string): void {
  if (tokens === undefined) return;
  check(tokens.length === cellCount(lattice), `The ${name} tokens do not fit the lattice.`);
  check(
    tokens.every((token) => token >= -1 && token < manifest.codebook.codes),
    `One of the ${name} tokens is not in the codebook.`,
  );
}

function check(holds: boolean, message: string): void {
  if (!holds) throw new EngineError('BAD_REQUEST', message);
}
