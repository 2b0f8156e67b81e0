import { encode } from 'fast-png';
import { unzipSync } from 'fflate';
import * as v from 'valibot';
import { CLASSES, type LayoutClass } from '../core/classes.ts';
import { IoError } from '../core/ioError.ts';
import type { Lattice } from '../core/lattice.ts';
import type { Layout } from '../core/layout.ts';
import { cellPixelsOf, PICTURE_CELL_PIXELS, pictureSize } from '../core/picturePixels.ts';
import { keptPicture, ownPixelsOf, type OwnPixels } from '../core/photo/ownPixels.ts';
import { decodeLayoutPng, encodeLayoutPng } from './layoutPng.ts';
import { decodePicturePng } from './pictureDecode.ts';
import { encodePicturePng, type PictureFile } from './pictureFile.ts';
import { latticeSchema, parseOrThrow } from './schemas.ts';
import { parseTokens } from './tokens.ts';
import { zipOf } from './zip.ts';

export const PROJECT_ENDING = '.pleinair';

/** Raised with every change that an older page would misread. Files of every older version are read, too. */
const VERSION = 2;
/** Of version 1: its pictures had as many pixels as the layout. */
const FIRST_CELL_PIXELS = [16];
const ABOUT = 'plein-air.json';
const LAYOUT = 'layout.png';
const TOKENS = 'tokens.bin';
const PICTURE = 'picture.png';
const OWN = 'photograph.png';

/** No part of a project unpacks to more: a picture of 6144 x 1024, the largest, has 25 MB of pixels. */
const MOST_BYTES = 32 * 1024 * 1024;

const aboutSchema = v.object({
  format: v.literal('plein-air-project', 'is not "plein-air-project"'),
  version: v.picklist([1, VERSION], 'is a version that this page does not know: it may be of a newer one'),
  lattice: latticeSchema,
  /** What the page's state keeps with the work; its own table says what, and checks it. */
  page: v.record(v.string(), v.unknown()),
});

/** All of a person's work. */
export interface Project {
  readonly lattice: Lattice;
  /** Class ids, [16 * rows, 16 * columns]. */
  readonly layout: Uint8Array;
  /** [rows, columns], -1 empty. */
  readonly tokens: Int16Array<ArrayBuffer>;
  /** RGBA; undefined where nothing was painted. */
  readonly picture: Uint8ClampedArray<ArrayBuffer> | undefined;
  /** Of a photograph whose part is kept. */
  readonly own: OwnPixels | undefined;
  readonly page: Readonly<Record<string, unknown>>;
}

export interface ProjectParts {
  readonly lattice: Lattice;
  readonly layout: Layout;
  readonly tokens: Int16Array;
  readonly picture: PictureFile | undefined;
  readonly own?: OwnPixels | undefined;
  readonly page: Readonly<Record<string, unknown>>;
  readonly classes?: readonly LayoutClass[];
}

/**
 * A project as a ZIP: `plein-air.json`, `layout.png` (pixel values are class ids), `tokens.bin` (little-endian int16)
 * and, where there are such, `picture.png` and `photograph.png` (what is kept of a photograph, transparent elsewhere).
 */
export function encodeProject(parts: ProjectParts): Promise<Uint8Array<ArrayBuffer>> {
  const { lattice, layout, tokens, picture, own, page, classes = CLASSES } = parts;
  const about = { format: 'plein-air-project', version: VERSION, lattice, page };
  const bytes = new DataView(new ArrayBuffer(2 * tokens.length));
  for (const [cell, token] of tokens.entries()) bytes.setInt16(2 * cell, token, true);
  return zipOf([
    { name: ABOUT, data: new TextEncoder().encode(JSON.stringify(about, undefined, 2)) },
    { name: LAYOUT, data: encodeLayoutPng(layout, classes) },
    { name: TOKENS, data: new Uint8Array(bytes.buffer) },
    ...(picture ? [{ name: PICTURE, data: encodePicturePng(picture) }] : []),
    ...(own ? [{ name: OWN, data: encodeKept(own, lattice) }] : []),
  ]);
}

/**
 * Reads what `encodeProject` writes.
 * @param what the file, as it starts the sentence: "“lake.pleinair”"
 * @throws IoError with one sentence for a person.
 */
export async function decodeProject(bytes: Uint8Array, what: string): Promise<Project> {
  const files = unpacked(bytes, what);
  const { lattice, page, version } = aboutOf(files[ABOUT], what);
  const [layoutFile, tokensFile] = [files[LAYOUT], files[TOKENS]];
  if (!layoutFile || !tokensFile) throw new IoError(`${what} is not complete: a part of the project is missing.`);
  const layout = decodeLayoutPng(layoutFile, lattice, `The layout of ${what}`).ids;
  const tokens = parseTokens(tokensFile, lattice, what);
  const sides = version === 1 ? FIRST_CELL_PIXELS : PICTURE_CELL_PIXELS;
  const pixelsOf = async (file: Uint8Array | undefined) => file && (await decodePicturePng(file, lattice, what, sides));
  const picture = await pixelsOf(files[PICTURE]);
  const kept = await pixelsOf(files[OWN]);
  return { lattice, layout, tokens, picture, own: kept && ownPixelsOf(kept, lattice), page };
}

function encodeKept(own: OwnPixels, lattice: Lattice): Uint8Array {
  const data = new Uint8Array(keptPicture(own, lattice).buffer);
  return encode({ ...pictureSize(lattice, cellPixelsOf(own.pixels, own.kept.length)), data, channels: 4 });
}

function unpacked(bytes: Uint8Array, what: string): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        [ABOUT, LAYOUT, TOKENS, PICTURE, OWN].includes(name) && originalSize <= MOST_BYTES,
    });
  } catch {
    throw new IoError(`${what} is damaged.`);
  }
}

function aboutOf(bytes: Uint8Array | undefined, what: string): v.InferOutput<typeof aboutSchema> {
  if (!bytes) throw new IoError(`${what} is a ZIP, but no project of Plein Air.`);
  let about: unknown;
  try {
    about = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new IoError(`${what} is damaged.`);
  }
  return parseOrThrow(aboutSchema, about, what);
}
