import { expect, test } from 'vitest';
import { EMPTY_TOKEN } from '../../src/core/lattice.ts';
import { noise } from '../../src/core/noise.ts';
import { PICTURE_CELL_PIXELS } from '../../src/core/picturePixels.ts';
import { TilePlan } from '../../src/core/tilePlan.ts';
import { fakeNetworks } from '../testing/fakeNetworks.ts';
import { TileDecoder } from './tileDecoder.ts';

const lattice = { rows: 24, columns: 40 };
const tokens = Int16Array.from({ length: lattice.rows * lattice.columns }, (_, n) => Math.floor(32 * noise(1, 0, n)));
const all = { x: 0, y: 0, width: lattice.columns, height: lattice.rows };

test.each(PICTURE_CELL_PIXELS)('final tiles, put together, are the whole decode: %i pixels a cell', async (side) => {
  const networks = fakeNetworks({ cellPixels: side });
  const width = lattice.columns * side;
  const whole = await new TileDecoder(networks, lattice).decode(tokens, all, true);
  const plan = new TilePlan(lattice, networks.halo.features + networks.halo.upsampler);
  for (let row = 0; row < lattice.rows; row++)
    for (let column = 0; column < lattice.columns; column++) plan.fill(row, column);
  const decoder = new TileDecoder(networks, lattice);
  const joined = new Uint8ClampedArray(whole.length);
  for (let rect = plan.nextFinal(); rect !== undefined; rect = plan.nextFinal()) {
    const pixels = await decoder.decode(tokens, rect, true);
    const tileWidth = rect.width * side;
    for (let y = 0; y < rect.height * side; y++) {
      const row = pixels.subarray(4 * y * tileWidth, 4 * (y + 1) * tileWidth);
      joined.set(row, 4 * ((rect.y * side + y) * width + rect.x * side));
    }
  }
  expect(joined.length).toBe(whole.length);
  // `toEqual` takes seconds for so many.
  expect(joined.findIndex((value, at) => value !== whole[at])).toBe(-1);
});

test('features of cells that are known already are not computed again', async () => {
  const networks = fakeNetworks();
  let cells = 0;
  const features = networks.features.bind(networks);
  networks.features = (size, part) => {
    cells += size.rows * size.columns;
    return features(size, part);
  };
  const decoder = new TileDecoder(networks, lattice);
  await decoder.decode(tokens, all, true);
  await decoder.decode(tokens, { x: 8, y: 8, width: 8, height: 8 }, true);
  expect(cells).toBe(lattice.rows * lattice.columns);
});

test('a provisional tile shows the tokens that are there, and leaves nothing behind for final ones', async () => {
  const networks = fakeNetworks();
  const decoder = new TileDecoder(networks, lattice);
  const half = tokens.map((token, cell) => (cell % 2 === 0 ? token : EMPTY_TOKEN));
  const rect = { x: 0, y: 0, width: 16, height: 8 };
  const provisional = await decoder.decode(half, rect, false);
  const final = await decoder.decode(tokens, rect, true);
  expect(provisional).not.toEqual(final);
  // The alpha of each cell's last pixel.
  const alpha = Array.from({ length: rect.width }, (_, x) => provisional[4 * (networks.cellPixels * (x + 1) - 1) + 3]);
  expect(alpha).toEqual(alpha.map((_, x) => (x % 2 === 0 ? 255 : 0)));
  expect(final).toEqual(await new TileDecoder(networks, lattice).decode(tokens, rect, true));
});

test('a decoder that makes other pixels than its manifest says is told of', async () => {
  const networks = { ...fakeNetworks({ cellPixels: 16 }), cellPixels: 32 };
  await expect(new TileDecoder(networks, lattice).decode(tokens, all, true)).rejects.toThrow('32 pixels a cell');
});
