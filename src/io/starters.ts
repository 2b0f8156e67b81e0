import * as v from 'valibot';
import { IoError } from '../core/problem.ts';
import { decodePicture } from './pictureDecode.ts';
import { parseTokens } from './tokens.ts';
import {
  bundleIdSchema,
  hashSchema,
  latticeSchema,
  moodSchema,
  parseJsonOrThrow,
  settingsSchema,
  zoomSchema,
} from './schemas.ts';

/** A plain name in the list's own folder: no path, no address. */
const fileName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'is not a plain file name'));

const entrySchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,32}$/, 'is not a short name in lower case')),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  lattice: latticeSchema,
  /** PNG whose pixel values are class ids. */
  layout: fileName,
  /** Little-endian int16, [rows, columns], -1: empty. */
  tokens: fileName,
  /** What the tokens decode to, in any format that a browser shows. */
  picture: fileName,
  /** A small picture for the dialog; the picture itself where there is none. */
  thumbnail: v.optional(fileName),
  mood: moodSchema,
  zoom: zoomSchema,
  settings: settingsSchema,
  /** Whose tokens they are: under another codebook they mean nothing. */
  bundle: bundleIdSchema,
  codebook: hashSchema,
});

/** `public/starters/index.json`; docs/starters.md describes every entry. */
const listSchema = v.object({
  format: v.literal('plein-air-starters', 'is not "plein-air-starters"'),
  version: v.literal(1, 'is a version that this page does not know'),
  starters: v.pipe(v.array(entrySchema), v.maxLength(64)),
});

export type StarterEntry = v.InferOutput<typeof entrySchema>;

/** A layout to begin with, and the picture that was once painted from it. */
export interface Starter extends Readonly<
  Pick<StarterEntry, 'lattice' | 'mood' | 'zoom' | 'settings' | 'bundle' | 'codebook'>
> {
  /** Class ids, [16 * rows, 16 * columns]. */
  readonly layout: Uint8Array;
  /** [rows, columns] */
  readonly tokens: Int16Array<ArrayBuffer>;
  /** RGBA in picture pixels. */
  readonly picture: Uint8ClampedArray<ArrayBuffer>;
}

/** Where the list lies beside the page. */
export const STARTERS_URL = 'starters/index.json';

/** A file of the list, resolved against the list's own address. */
export function starterFileUrl(file: string): string {
  return new URL(file, new URL(STARTERS_URL, document.baseURI)).href;
}

/** @throws IoError */
export async function loadStarterList(): Promise<readonly StarterEntry[]> {
  const bytes = await fetchBytes(new URL(STARTERS_URL, document.baseURI).href, STARTERS_URL);
  return parseStarterList(new TextDecoder().decode(bytes));
}

/** @throws IoError */
export function parseStarterList(text: string): readonly StarterEntry[] {
  return parseJsonOrThrow(listSchema, text, STARTERS_URL).starters;
}

/** @throws IoError */
export async function loadStarter(entry: StarterEntry): Promise<Starter> {
  const { lattice, mood, zoom, settings, bundle, codebook, title } = entry;
  const files = [entry.layout, entry.tokens, entry.picture];
  // The reader of PNGs is no part of the page's first script: it comes together with what it reads.
  const [[layoutFile, tokensFile, pictureFile], { decodeLayoutPng }] = await Promise.all([
    Promise.all(files.map((file) => fetchBytes(starterFileUrl(file), title))),
    import('./layoutPng.ts').catch(() => {
      throw new IoError({ code: 'not-fetched', file: title, status: undefined });
    }),
  ]);
  if (!layoutFile || !tokensFile || !pictureFile) throw new IoError({ code: 'incomplete', file: title });
  const picture = await decodePicture(new Blob([pictureFile]), lattice, title);
  const layout = decodeLayoutPng(layoutFile, lattice, title).ids;
  const tokens = parseTokens(tokensFile, lattice, title);
  return { lattice, layout, tokens, picture, mood, zoom, settings, bundle, codebook };
}

/** No starter's file is larger: a wrong list must not fill the memory. */
const MAXIMUM_BYTES = 8 * 1024 * 1024;

/** @param name of what it is, in what is said of it */
async function fetchBytes(url: string, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok) throw new IoError({ code: 'not-fetched', file: name, status: response?.status });
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length > MAXIMUM_BYTES) throw new IoError({ code: 'too-large', file: name });
  return bytes;
}
