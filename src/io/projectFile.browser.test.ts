import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { IoError } from '../core/problem.ts';
import { keptPicture } from '../core/photo/ownPixels.ts';
import { PICTURE_CELL_PIXELS, pictureSize } from '../core/picturePixels.ts';
import { encodeProject } from '../../workers/files/projectZip.ts';
import type { ProjectParts } from '../protocol/fileMaker.ts';
import { decodeProject } from './projectFile.ts';
import { VERSION_1 } from './testing/projectVersion1.ts';

const lattice = { rows: 8, columns: 12 };
const width = 192;
const height = 128;
const metadata = {
  version: 1,
  bundle: 'tiny',
  codebook: 'a'.repeat(64),
  lattice,
  mood: 0,
  zoom: 0,
  settings: { temperature: 1, topK: 10, topP: 1, guidance: 1, seed: 5 },
} as const;

function parts(): ProjectParts {
  const pixels = Uint8ClampedArray.from({ length: 4 * width * height }, (_, at) => (at % 4 === 3 ? 255 : at % 251));
  return {
    lattice,
    layout: { width, height, ids: Uint8Array.from({ length: width * height }, (_, at) => 1 + (at % 12)) },
    tokens: Int16Array.from({ length: 96 }, (_, cell) => (cell % 7 === 0 ? -1 : cell * 10)),
    picture: { pixels, width, height, scale: 1, metadata },
    page: { mood: 3 },
  };
}

describe('a project', () => {
  it('is read as it was written, bit for bit', async () => {
    const written = parts();
    const read = await decodeProject(encodeProject(written), 'lake.pleinair');
    expect(read.lattice).toEqual(lattice);
    expect(read.layout).toEqual(written.layout.ids);
    expect(read.tokens).toEqual(written.tokens);
    expect(read.picture).toEqual(written.picture?.pixels);
    expect(read.page).toEqual(written.page);
  });

  it.each(PICTURE_CELL_PIXELS)(
    'has the picture and what is kept of a photograph as fine as they are: %i a cell',
    async (side) => {
      const size = pictureSize(lattice, side);
      const pixels = Uint8ClampedArray.from({ length: 4 * 96 * side ** 2 }, (_, at) => (at % 4 === 3 ? 255 : at % 251));
      const picture = { ...parts().picture!, ...size, pixels };
      const own = { kept: new Uint8Array(96).fill(1, 0, 40), pixels: pixels.slice() };
      const read = await decodeProject(encodeProject({ ...parts(), picture, own }), 'lake.pleinair');
      expect(read.picture).toEqual(pixels);
      expect(read.own?.pixels).toEqual(keptPicture(own, lattice));
    },
  );

  it('has what is kept of a photograph, bit for bit, and nothing else of it', async () => {
    const kept = Uint8Array.from({ length: 96 }, (_, cell) => (cell % 5 === 0 ? 1 : 0));
    const own = { kept, pixels: parts().picture!.pixels as Uint8ClampedArray<ArrayBuffer> };
    const read = await decodeProject(encodeProject({ ...parts(), own }), 'lake.pleinair');
    expect(read.own?.kept).toEqual(kept);
    expect(read.own?.pixels).toEqual(keptPicture(own, lattice));
  });

  it('needs no picture', async () => {
    const read = await decodeProject(encodeProject({ ...parts(), picture: undefined }), 'lake.pleinair');
    expect(read.picture).toBeUndefined();
  });

  it('of version 1 is still read', async () => {
    const bytes = Uint8Array.from(atob(VERSION_1), (letter) => letter.codePointAt(0) ?? 0);
    const read = await decodeProject(bytes, 'lake.pleinair');
    expect(read).toMatchObject({ lattice: { rows: 8, columns: 8 }, page: { mood: 2 } });
    expect(new Set(read.layout)).toEqual(new Set([1, 9]));
    expect(read.tokens[3]).toBe(77);
  });

  it('that cannot be read is refused, and why is said', async () => {
    const whole = encodeProject({ ...parts(), picture: undefined });
    const files = unzipSync(whole);
    const about = (change: object) => {
      const said = { ...(JSON.parse(new TextDecoder().decode(files['plein-air.json'])) as object), ...change };
      return zipSync({ ...files, 'plein-air.json': new TextEncoder().encode(JSON.stringify(said)) });
    };
    const bad: [Uint8Array, string][] = [
      [whole.slice(0, 300), 'damaged'],
      [zipSync({ 'a.txt': new Uint8Array(3) }), 'not-project'],
      [about({ version: 99 }), 'other-version'],
      [about({ lattice: { rows: 7, columns: 8 } }), 'not a lattice'],
      [about({ lattice: { rows: 8, columns: 8 } }), 'wrong-size'],
      [zipSync({ ...files, 'tokens.bin': new Uint8Array(5) }), 'damaged'],
      [zipSync({ 'plein-air.json': files['plein-air.json']! }), 'incomplete'],
    ];
    for (const [bytes, problem] of bad) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, to see which.
      const error: unknown = await decodeProject(bytes, 'lake.pleinair').catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(IoError);
      expect((error as IoError).message).toContain(problem);
    }
  });
});
