import { cellCount, isLattice, SUB_CELLS, type Lattice } from '../../src/core/lattice.ts';
import { ANY } from '../../src/core/classes.ts';
import { EngineError } from '../../src/protocol/errors.ts';
import type { Manifest } from '../../src/protocol/manifest.ts';
import type { DecodeRequest, PaintRequest } from '../../src/protocol/paintEngine.ts';

/** @throws EngineError BAD_REQUEST with what was wrong: a bad index would read outside a table of the graph */
export function checkPaintRequest(request: PaintRequest, manifest: Manifest): void {
  const { lattice, subCells, mood, settings } = request;
  checkLattice(lattice, manifest);
  check(subCells.length === cellCount(lattice) * SUB_CELLS * SUB_CELLS, 'The layout does not fit the lattice.');
  check(
    subCells.every((id) => id <= ANY),
    'The layout has a class that the model does not know.',
  );
  check(mood === 0 || manifest.moods.some(({ id }) => id === mood), 'The model does not know this mood.');
  checkTokens(request.known, lattice, manifest, 'known');
  checkTokens(request.forced, lattice, manifest, 'forced');
  const { temperature, topK, topP, guidance, seed } = settings;
  check(temperature >= 0 && temperature <= 2, 'The temperature is not within 0..2.');
  check(Number.isInteger(topK) && topK >= 1 && topK <= manifest.codebook.codes, 'Top-k is not a number of codes.');
  check(topP > 0 && topP <= 1, 'Top-p is not within 0..1.');
  check(guidance >= 0 && guidance <= 8, 'The guidance is not within 0..8.');
  check(Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff, 'The seed is not a whole number of 32 bits.');
}

/** @throws EngineError BAD_REQUEST */
export function checkDecodeRequest({ lattice, tokens }: DecodeRequest, manifest: Manifest): void {
  checkLattice(lattice, manifest);
  checkTokens(tokens, lattice, manifest, 'given');
}

function checkLattice(lattice: Lattice, manifest: Manifest): void {
  check(isLattice(lattice, manifest.lattice), `The model cannot paint ${lattice.columns} x ${lattice.rows} cells.`);
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
