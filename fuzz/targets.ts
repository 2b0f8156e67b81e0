import assert from 'node:assert/strict';
import { unzipSync, zipSync } from 'fflate';
import { conventionsWith } from '../src/core/conventions/conventions.ts';
import { readLabelMap } from '../src/core/conventions/readLabelMap.ts';
import { IoError } from '../src/core/problem.ts';
import { cellCount, isLattice, layoutHeight, layoutWidth, SUB_CELLS } from '../src/core/lattice.ts';
import { readImageHeader } from '../src/core/photo/imageHeader.ts';
import { fromBase64url, toBase64url } from '../src/core/shareLink/base64url.ts';
import { decodeShareLink, encodeShareLink } from '../src/core/shareLink/shareLink.ts';
import type { Sized } from '../src/core/history.ts';
import { createDocumentHistory } from '../src/document/documentHistory.ts';
import { createPaintDocument } from '../src/document/createPaintDocument.ts';
import { readNote, withNote } from '../src/io/recalledNote.ts';
import { decodeProject } from '../src/io/projectFile.ts';
import { parseSavedHistory, SAVED_HISTORY } from '../src/io/savedHistory.ts';
import { parseSavedWork, workOf } from '../src/io/savedWork.ts';
import { parseWorkInfo } from '../src/io/workInfo.ts';
import type { RawWork } from '../src/io/workRecord.ts';
import { filesOf, MOST_BUNDLE_BYTES, namesOf, parseManifest } from '../src/protocol/manifest.ts';
import { restoredState } from '../src/state/persistence.ts';
import { encodeProject } from '../workers/files/projectZip.ts';
import { decodePngMap } from '../workers/reader/decodePngMap.ts';
import { mutateBytes, mutateJson } from './mutate.ts';
import { mutatePng } from './png.ts';
import type { Random } from './random.ts';

/** A reader of what comes from outside. */
export interface Target {
  /** Something wrong, made of something right. */
  readonly mutate: (bytes: Uint8Array, random: Random, corpus: readonly Uint8Array[]) => Uint8Array;
  /**
   * Reads it. What is refused is refused by a sentence for a person, and what is read keeps what its type promises.
   * @returns whether it was read
   * @throws whatever must not happen
   */
  readonly read: (bytes: Uint8Array) => boolean | Promise<boolean>;
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const utf8 = (value: string) => new TextEncoder().encode(value);

/** A refusal that the page has a sentence for. */
function assertProblem(error: unknown): false {
  if (!(error instanceof IoError)) throw error;
  return false;
}

const links: Target = {
  mutate: (bytes, random, corpus) => {
    const inside = random.once(5) ? undefined : fromBase64url(text(bytes).trim());
    if (!inside) return mutateBytes(bytes, random, corpus);
    return utf8(resealed(mutateBytes(inside, random)));
  },
  read: (bytes) => {
    try {
      const picture = decodeShareLink(text(bytes).trim());
      assert.ok(isLattice(picture.lattice));
      assert.equal(picture.tokens.length, cellCount(picture.lattice));
      assert.equal(picture.subCells.length, SUB_CELLS ** 2 * cellCount(picture.lattice));
      const { title, ...rest } = picture;
      const again = decodeShareLink(encodeShareLink(picture));
      assert.deepEqual({ ...again, title: '' }, { ...rest, title: '' });
      assert.ok(again.title.length <= title.length);
      return true;
    } catch (error) {
      return assertProblem(error);
    }
  },
};

/** A link's bytes as text, with a version and a checksum (FNV-1a) that are right. */
function resealed(bytes: Uint8Array): string {
  if (bytes.length < 6) return toBase64url(bytes);
  bytes[0] = 1;
  let hash = 0x811c9dc5;
  for (const byte of bytes.subarray(5)) hash = Math.imul(hash ^ byte, 0x01000193);
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(1, hash >>> 0);
  return toBase64url(bytes);
}

const CONVENTIONS = conventionsWith();

const maps: Target = {
  mutate: mutatePng,
  read: (bytes) => {
    try {
      const map = decodePngMap(bytes, 'The map');
      assert.equal(map.values.length, map.width * map.height);
      const { slots, regions } = readLabelMap(map, CONVENTIONS);
      assert.equal(slots.length, map.width * map.height);
      assert.ok(slots.every((slot) => slot < regions.length));
      assert.ok(Math.abs(regions.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-6);
      return true;
    } catch (error) {
      return assertProblem(error);
    }
  },
};

const photographs: Target = {
  mutate: mutateBytes,
  read: (bytes) => {
    const header = readImageHeader(bytes);
    for (const side of [header?.size?.width, header?.size?.height]) {
      assert.ok(side === undefined || (Number.isInteger(side) && side >= 0), `a side of ${side}`);
    }
    return header?.size !== undefined;
  },
};

const manifests: Target = {
  mutate: (bytes, random) => utf8(JSON.stringify(mutateJson(JSON.parse(text(bytes)), random))),
  read: (bytes) => {
    try {
      const manifest = parseManifest(JSON.parse(text(bytes)));
      const files = Object.values(filesOf(manifest));
      const folder = 'https://models.test/a/b/';
      for (const name of files.flatMap(namesOf)) {
        const { href } = new URL(name, `${folder}manifest.json`);
        assert.ok(href.startsWith(folder) && !href.slice(folder.length).includes('/'), `${href} is outside its folder`);
      }
      assert.ok(files.reduce((sum, { bytes: size }) => sum + size, 0) <= MOST_BUNDLE_BYTES);
      return true;
    } catch (error) {
      // For whoever writes manifests: it begins with a capital, and ends.
      assert.match((error as Error).message, /^[A-Z][^]*[.)?]$/u);
      return false;
    }
  },
};

const projects: Target = {
  mutate: (bytes, random, corpus) => {
    const parts: Record<string, Uint8Array> = random.once(5) ? {} : { ...unzipSync(bytes) };
    const names = Object.keys(parts);
    if (names.length === 0) return mutateBytes(bytes, random, corpus);
    const name = random.pick(names);
    const part = parts[name]!;
    if (random.once(10)) delete parts[name];
    else if (name.endsWith('.json')) parts[name] = utf8(JSON.stringify(mutateJson(JSON.parse(text(part)), random)));
    else parts[name] = name.endsWith('.png') ? mutatePng(part, random) : mutateBytes(part, random);
    return zipSync(parts, { level: random.once(2) ? 0 : 6 });
  },
  read: async (bytes) => {
    try {
      const project = await decodeProject(bytes, 'The project');
      const { lattice, layout, tokens, page } = project;
      assert.equal(layout.length, layoutWidth(lattice) * layoutHeight(lattice));
      assert.equal(tokens.length, cellCount(lattice));
      restoredState(page);
      const written = { width: layoutWidth(lattice), height: layoutHeight(lattice), ids: layout };
      const again = await decodeProject(
        encodeProject({ lattice, layout: written, tokens, picture: undefined, page }),
        'The project',
      );
      assert.deepEqual(again, project);
      return true;
    } catch (error) {
      return assertProblem(error);
    }
  },
};

/** What lay in the storage before: nothing, or the document of eight by eight cells that the corpus is about. */
function storedBefore(): readonly RawWork[] {
  const painted = createPaintDocument({ rows: 8, columns: 8 });
  const history = createDocumentHistory(painted);
  history.fill(3, 'fill');
  const work = workOf(painted, {});
  return [
    { work: undefined, info: undefined, history: undefined, time: 0 },
    { work, info: undefined, history: history.save(SAVED_HISTORY), time: 0 },
  ];
}

const notes: Target = {
  mutate: (bytes, random) => utf8(JSON.stringify(mutateJson(JSON.parse(text(bytes)), random))),
  read: (bytes) => {
    const storage = { ...NO_STORAGE, getItem: () => text(bytes) };
    const note = readNote(storage, 'document');
    if (!note) return false;
    const next = storedBefore().flatMap((raw) => withNote(raw, note) ?? []);
    for (const { work, info, history } of next) {
      const read = parseSavedWork(work);
      assert.ok(read && parseWorkInfo(info));
      restoredState(read.page);
      const painted = createPaintDocument(read.lattice);
      painted.reset(read);
      const saved = parseSavedHistory<Sized>(history, () => undefined);
      if (saved) assert.ok(createDocumentHistory(painted).restore(saved));
    }
    return next.length > 0;
  },
};

const NO_STORAGE = { length: 0, key: () => null, setItem: () => {}, removeItem: () => {} };

export const targets = { links, maps, photographs, manifests, projects, notes };
export type TargetName = keyof typeof targets;
