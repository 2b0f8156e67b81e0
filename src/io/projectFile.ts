import { unzipSync } from 'fflate';
import * as v from 'valibot';
import { IoError } from '../core/problem.ts';
import type { Lattice } from '../core/lattice.ts';
import { PICTURE_CELL_PIXELS } from '../core/picturePixels.ts';
import { ownPixelsOf, type OwnPixels } from '../core/photo/ownPixels.ts';
import { PROJECT_PARTS, PROJECT_VERSION } from '../core/projectFormat.ts';
import { decodeLayoutPng } from './layoutPng.ts';
import { decodePicturePng } from './pictureDecode.ts';
import { latticeSchema, parseJsonOrThrow } from './schemas.ts';
import { parseTokens } from './tokens.ts';

/** Of version 1: its pictures had as many pixels as the layout. */
const FIRST_CELL_PIXELS = [16];

/** No part of a project unpacks to more: a picture of 6144 x 1024, the largest, has 25 MB of pixels. */
const MOST_BYTES = 32 * 1024 * 1024;

const aboutSchema = v.object({
  format: v.literal('plein-air-project', 'is not "plein-air-project"'),
  version: v.picklist([1, PROJECT_VERSION], 'is a version that this page does not know: it may be of a newer one'),
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

/**
 * Reads what `encodeProject` writes.
 * @param file its name
 * @throws IoError
 */
export async function decodeProject(bytes: Uint8Array, file: string): Promise<Project> {
  const files = unpacked(bytes, file);
  const { lattice, page, version } = aboutOf(files[PROJECT_PARTS.about], file);
  const [layoutFile, tokensFile] = [files[PROJECT_PARTS.layout], files[PROJECT_PARTS.tokens]];
  if (!layoutFile || !tokensFile) throw new IoError({ code: 'incomplete', file });
  const layout = decodeLayoutPng(layoutFile, lattice, file).ids;
  const tokens = parseTokens(tokensFile, lattice, file);
  const sides = version === 1 ? FIRST_CELL_PIXELS : PICTURE_CELL_PIXELS;
  const pixelsOf = async (png: Uint8Array | undefined) => png && (await decodePicturePng(png, lattice, file, sides));
  const picture = await pixelsOf(files[PROJECT_PARTS.picture]);
  const kept = await pixelsOf(files[PROJECT_PARTS.own]);
  return { lattice, layout, tokens, picture, own: kept && ownPixelsOf(kept, lattice), page };
}

/** What file managers put beside a person's own files when they pack a folder. */
const HIDDEN = /(?:^|\/)(?:__MACOSX\/|\.)/;

/**
 * The project's files by their own names. One that a file manager has unpacked and packed again lies in a folder, among files
 * of the manager's own.
 */
function unpacked(bytes: Uint8Array, file: string): Readonly<Record<string, Uint8Array>> {
  const parts: readonly string[] = Object.values(PROJECT_PARTS);
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        parts.includes(name.split('/').at(-1) ?? '') && !HIDDEN.test(name) && originalSize <= MOST_BYTES,
    });
  } catch {
    throw new IoError({ code: 'damaged', file });
  }
  // The one that lies least deep, where someone has packed one project into another.
  const about = Object.keys(files)
    .filter((name) => name.split('/').at(-1) === PROJECT_PARTS.about)
    .toSorted((one, other) => one.split('/').length - other.split('/').length)[0];
  const folder = about?.slice(0, -PROJECT_PARTS.about.length) ?? '';
  return Object.fromEntries(
    parts.flatMap((part) => {
      const found = files[folder + part];
      return found ? [[part, found] as const] : [];
    }),
  );
}

function aboutOf(bytes: Uint8Array | undefined, file: string): v.InferOutput<typeof aboutSchema> {
  if (!bytes) throw new IoError({ code: 'not-project', file });
  return parseJsonOrThrow(aboutSchema, new TextDecoder().decode(bytes), file);
}
