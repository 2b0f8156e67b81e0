import { deflateSync, Inflate } from 'fflate';
import { hashOf } from '../hashOf.ts';
import { joinBytes } from '../joinBytes.ts';
import { isClassId } from '../classes.ts';
import { cellCount, EMPTY_TOKEN, isLattice, SUB_CELLS } from '../lattice.ts';
import { IoError } from '../problem.ts';
import { ZOOMS } from '../zoom.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { ByteReader, ByteWriter } from './byteReader.ts';
import { MOST_TITLE_BYTES, type SharedPicture } from './sharedPicture.ts';
import { packTokens, tokenBytes, unpackTokens } from './tokenBits.ts';

/**
 * Raised with every change that an older page would misread: since 2 there is a zoom. A picture without one is written as 1,
 * for every page can open that.
 */
const VERSIONS = { before: 1, now: 2 } as const;
const HAS_ALL_TOKENS = 1;
/** Longer links are refused unread. The largest picture with a layout of pure noise takes 30,000. */
export const MOST_LINK_CHARACTERS = 65_536;
const CODES = 1024;
const LONGEST_RUN = 255;
/** Compressed bytes given to the inflater at a time. */
const PIECE = 1024;

/** Whether a link has room for these tokens: each is empty or a code of 10 bits. */
export function linkHolds(tokens: Int16Array): boolean {
  return tokens.every((token) => token >= EMPTY_TOKEN && token < CODES);
}

/**
 * A picture as text for a URL's fragment. Bytes: version, checksum (FNV-1a of what follows), flags, bundle, codebook,
 * lattice, settings, mood, zoom, title, which tokens are there, the tokens at 10 bits, and the layout by sub-cell as runs,
 * deflated. Numbers are big-endian.
 * @throws RangeError if a token is no code of 10 bits
 */
export function encodeShareLink(picture: SharedPicture): string {
  const { bundle, codebook, lattice, subCells, tokens, mood, zoom, settings, title } = picture;
  if (!linkHolds(tokens)) throw new RangeError('A link has tokens of 10 bits.');
  const all = !tokens.includes(EMPTY_TOKEN);
  const writer = new ByteWriter();
  writer.number(all ? HAS_ALL_TOKENS : 0, 1);
  const name = new TextEncoder().encode(bundle);
  writer.number(name.length, 1);
  writer.bytes(name);
  writer.bytes(codebook.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? []);
  writer.number(lattice.rows, 1);
  writer.number(lattice.columns, 1);
  writer.number(Math.round(settings.temperature * 100), 2);
  writer.number(settings.topK, 2);
  writer.number(Math.round(settings.topP * 10_000), 2);
  writer.number(Math.round(settings.guidance * 100), 2);
  writer.number(settings.seed, 4);
  writer.number(mood, 1);
  const version = zoom === 0 ? VERSIONS.before : VERSIONS.now;
  if (version === VERSIONS.now) writer.number(zoom, 1);
  const words = cutTitle(title);
  writer.number(words.length, 1);
  writer.bytes(words);
  if (!all) writer.bytes(maskOf(tokens));
  writer.bytes(packTokens(tokens));
  writer.bytes(deflateSync(runsOf(subCells), { level: 9 }));
  const body = writer.done();
  const head = new ByteWriter();
  head.number(version, 1);
  head.number(hashOf(body), 4);
  head.bytes(body);
  return toBase64url(head.done());
}

/**
 * Reads what `encodeShareLink` writes, as if a stranger had written it: every length is held against what is there, and
 * nothing is unpacked to more than a layout has.
 * @throws IoError
 */
export function decodeShareLink(text: string): SharedPicture {
  if (text.length > MOST_LINK_CHARACTERS) throw new IoError({ code: 'link-damaged' });
  // A digit that is left over has half of a byte: the rest was cut.
  const bytes = fromBase64url(text.length % 4 === 1 ? text.slice(0, -1) : text);
  if (!bytes) throw new IoError({ code: 'link-damaged' });
  const reader = new ByteReader(bytes);
  const version = reader.number(1);
  if (!isVersion(version)) throw new IoError({ code: 'link-version' });
  const sum = reader.number(4);
  const body = reader.take(reader.rest);
  if (hashOf(body) !== sum) throw new IoError({ code: 'link-damaged' });
  return readBody(new ByteReader(body), version === VERSIONS.now);
}

function isVersion(version: number): boolean {
  return version === VERSIONS.before || version === VERSIONS.now;
}

/** Whether a text is a link that arrived as it was sent: of a version that is known, and its checksum is right. */
export function isWholeLink(text: string): boolean {
  if (text.length > MOST_LINK_CHARACTERS) return false;
  const bytes = fromBase64url(text);
  if (!bytes || bytes.length < 6 || !isVersion(bytes[0]!)) return false;
  const sum = new DataView(bytes.buffer).getUint32(1);
  return hashOf(bytes.subarray(5)) === sum;
}

function readBody(reader: ByteReader, hasZoom: boolean): SharedPicture {
  const flags = reader.number(1);
  const bundle = new TextDecoder().decode(reader.take(reader.number(1)));
  const codebook = Array.from(reader.take(32), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const lattice = { rows: reader.number(1), columns: reader.number(1) };
  const settings = {
    temperature: reader.number(2) / 100,
    topK: reader.number(2),
    topP: reader.number(2) / 10_000,
    guidance: reader.number(2) / 100,
    seed: reader.number(4),
  };
  const mood = reader.number(1);
  const zoom = hasZoom ? reader.number(1) : 0;
  const title = new TextDecoder().decode(reader.take(reader.number(1)));
  const { temperature, topK, topP, guidance } = settings;
  const settingsFit = temperature <= 2 && topK >= 1 && topP > 0 && topP <= 1 && guidance <= 8 && zoom <= ZOOMS.length;
  if (!isLattice(lattice) || !settingsFit || !/^[a-z0-9-]{1,32}$/.test(bundle)) {
    throw new IoError({ code: 'link-damaged' });
  }
  const cells = cellCount(lattice);
  const mask = (flags & HAS_ALL_TOKENS) === 0 ? reader.take(Math.ceil(cells / 8)) : undefined;
  const isKnown = Array.from({ length: cells }, (_, cell) => !mask || (mask[cell >> 3]! & (0x80 >> (cell & 7))) !== 0);
  const count = isKnown.filter(Boolean).length;
  const tokens = unpackTokens(reader.take(tokenBytes(count)), isKnown);
  const subCells = fromRuns(inflated(reader.take(reader.rest), 2 * cells * SUB_CELLS ** 2), cells * SUB_CELLS ** 2);
  return { bundle, codebook, lattice, subCells, tokens, mood, zoom, settings, title };
}

function maskOf(tokens: Int16Array): Uint8Array {
  const mask = new Uint8Array(Math.ceil(tokens.length / 8));
  for (const [cell, token] of tokens.entries()) if (token !== EMPTY_TOKEN) mask[cell >> 3]! |= 0x80 >> (cell & 7);
  return mask;
}

/** Pairs of class and length, each a byte. */
function runsOf(subCells: Uint8Array): Uint8Array {
  const runs: number[] = [];
  for (let at = 0; at < subCells.length;) {
    let length = 1;
    while (length < LONGEST_RUN && subCells[at + length] === subCells[at]) length++;
    runs.push(subCells[at]!, length);
    at += length;
  }
  return Uint8Array.from(runs);
}

function fromRuns(runs: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const subCells = new Uint8Array(length);
  let at = 0;
  for (let run = 0; run + 1 < runs.length; run += 2) {
    const [classId = 0, count = 0] = runs.subarray(run, run + 2);
    if (!isClassId(classId) || count === 0 || at + count > length) at = Infinity;
    if (at > length) break;
    subCells.fill(classId, at, at + count);
    at += count;
  }
  if (at !== length || runs.length % 2 !== 0) throw new IoError({ code: 'link-damaged' });
  return subCells;
}

/** Unpacks in pieces and stops at the first byte too many: a short link must not fill the memory. */
function inflated(packed: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflater = new Inflate((part) => {
    size += part.length;
    if (size > most) throw new IoError({ code: 'link-damaged' });
    parts.push(part);
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      inflater.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch (error) {
    throw error instanceof IoError ? error : new IoError({ code: 'link-damaged' });
  }
  return joinBytes(parts);
}

/** Cut at a whole character. */
function cutTitle(title: string): Uint8Array {
  const characters = Array.from(title.trim());
  const encoder = new TextEncoder();
  while (encoder.encode(characters.join('')).length > MOST_TITLE_BYTES) characters.pop();
  return encoder.encode(characters.join(''));
}
