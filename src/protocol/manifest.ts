import * as v from 'valibot';
import { OWN_WINDOW, type AttentionWindow } from '../core/attentionWindow.ts';
import { FEATURES } from '../core/photo/moodFeatures.ts';
import { PICTURE_CELL_PIXELS } from '../core/picturePixels.ts';
import { ZOOMS } from '../core/zoom.ts';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a sha256'));
const color = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'is not a colour like #78aae6'));
const text = v.pipe(v.string(), v.maxLength(2000));
const count = (minimum: number, maximum: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(minimum), v.maxValue(maximum));

/** A plain name in the manifest's own folder: no path, no address. */
const fileName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'is not a plain file name'));

/** No graph may ask for more than this: a wrong manifest must not fill a person's disk. */
const MAXIMUM_FILE_BYTES = 512 * 1024 * 1024;
/** All files of a bundle together. The largest that is known, an imported checkpoint in 8 bits, takes 380 MB. */
export const MOST_BUNDLE_BYTES = 1024 * 1024 * 1024;
/** Files above what static hosts take come in pieces. */
const pieces = v.optional(count(2, 32));
const file = { file: fileName, bytes: count(1, MAXIMUM_FILE_BYTES), sha256: hash, pieces };

const rgb = v.array(v.pipe(v.number(), v.finite()));
const features = v.pipe(rgb, v.length(FEATURES));

const swatches = v.object({ ...file, pixels: count(1, 16) });
const decoderId = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));

/** `docs/bundle.md` describes every entry. These are of both kinds. */
const common = {
  format: v.literal('plein-air-bundle', 'is not "plein-air-bundle"'),
  version: v.literal(1, 'is a version that this page does not know'),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,32}$/, 'is not a short name in lower case')),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  codebook: v.object({ id: hash, codes: count(2, 65_535), dimension: count(1, 4096) }),
  classes: v.pipe(
    v.array(v.object({ id: count(1, 12), name: v.pipe(v.string(), v.minLength(1), v.maxLength(40)), color })),
    v.minLength(1),
    v.maxLength(12),
    v.check((classes) => new Set(classes.map(({ id }) => id)).size === classes.length, 'has an id twice'),
  ),
  moods: v.pipe(
    v.array(
      v.object({
        id: count(1, 255),
        name: v.pipe(v.string(), v.maxLength(40)),
        swatches: v.tuple([color, color, color]),
      }),
    ),
    v.maxLength(64),
  ),
  selfTest: v.object({
    seed: count(0, 0xffffffff),
    tolerance: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    step: v.object({ logits: v.pipe(rgb, v.length(16)), new: v.pipe(rgb, v.length(16)) }),
    tile: v.object({ rgb: v.pipe(rgb, v.length(32)) }),
  }),
  about: v.object({
    summary: text,
    trainedOn: text,
    licence: text,
    measured: v.pipe(v.array(v.object({ name: text, value: text })), v.maxLength(64)),
    limits: v.pipe(v.array(text), v.maxLength(64)),
  }),
};

const latticeOf = <T extends v.GenericSchema<unknown, number>>(smallest: number, cellPixels: T) =>
  v.object({
    minimum: count(smallest, 64),
    maximumLong: count(8, 256),
    maximumShort: count(8, 256),
    multiple: v.literal(4),
    cellPixels,
    subCells: v.literal(4),
  });

const latticeWindow = v.union(
  [
    // To the right at least one column: a position is told the token up and to the right of it.
    v.object({ rows: count(1, 16), left: count(1, 16), right: count(1, 16) }),
    v.pipe(
      v.object({ rows: count(1, 16), columns: count(1, 16) }),
      v.transform(({ rows, columns }) => ({ rows, left: columns, right: columns })),
    ),
  ],
  'has not rows, left and right',
);

/** The project's own models: a wavefront over the lattice, a decoder that is local. Manifests without a kind are of it. */
const latticeEntries = v.object({
  ...common,
  kind: v.optional(v.literal('lattice'), 'lattice'),
  moodSpace: v.optional(
    v.object({
      mean: features,
      std: v.pipe(
        features,
        v.check((std) => std.every((one) => one > 0), 'has a deviation that is not above 0'),
      ),
      centres: v.pipe(v.array(features), v.minLength(1), v.maxLength(64)),
    }),
  ),
  lattice: latticeOf(4, v.picklist(PICTURE_CELL_PIXELS)),
  window: latticeWindow,
  zooms: v.optional(v.literal(ZOOMS.length, `is not ${ZOOMS.length}`)),
  guidance: v.optional(v.literal('distilled', 'is a guidance that this page does not know')),
  graphs: v.object({
    context: v.object(file),
    step: v.object(file),
    encoder: v.object(file),
    segmenter: v.optional(v.object({ ...file, licence: text, licenceFile: v.optional(fileName), source: text })),
  }),
  transformer: v.object({ width: count(1, 8192), cacheWidth: count(1, 262_144) }),
  decoder: v.object({
    id: decoderId,
    features: v.object({ ...file, channels: count(1, 8192), halo: count(0, 16) }),
    upsampler: v.object({ ...file, halo: count(0, 16) }),
    swatches,
  }),
});

const latticeSchema = v.pipe(
  latticeEntries,
  v.forward(
    v.partialCheck(
      [['moods'], ['moodSpace']],
      ({ moods, moodSpace }) => moodSpace === undefined || moodSpace.centres.length === moods.length,
      'has not one centre for each mood',
    ),
    ['moodSpace'],
  ),
);

/** Models of CompVis's taming-transformers: a window of 16 x 16 cells that slides, a decoder that sees the whole lattice. */
const slidingSchema = v.object({
  ...common,
  kind: v.literal('sliding'),
  moods: v.pipe(common.moods, v.length(0, 'has entries, and models of this kind have no moods')),
  lattice: latticeOf(16, v.literal(16)),
  window: v.object({ rows: v.literal(16), columns: v.literal(16) }),
  graphs: v.object({ condition: v.object(file), step: v.object(file) }),
  transformer: v.object({ cacheWidth: count(1, 262_144) }),
  decoder: v.object({ id: decoderId, whole: v.object(file), swatches }),
});

const manifestSchema = v.variant(
  'kind',
  [latticeSchema, slidingSchema],
  'is a kind of model that this page does not know',
);

export type LatticeManifest = v.InferOutput<typeof latticeSchema>;
export type SlidingManifest = v.InferOutput<typeof slidingSchema>;
export type Manifest = v.InferOutput<typeof manifestSchema>;
export type ManifestFile = Pick<Manifest['graphs']['step'], 'file' | 'bytes' | 'sha256' | 'pieces'>;

export type GraphName =
  'context' | 'step' | 'encoder' | 'segmenter' | 'features' | 'upsampler' | 'condition' | 'decoder';
type FileName = GraphName | 'swatches';

/** The files of a bundle by graph name; the swatches come last. */
export function filesOf(manifest: Manifest): Partial<Record<FileName, ManifestFile>> {
  const { swatches: table } = manifest.decoder;
  if (manifest.kind === 'sliding') return { ...manifest.graphs, decoder: manifest.decoder.whole, swatches: table };
  const { features: first, upsampler } = manifest.decoder;
  const { context, step, encoder, segmenter } = manifest.graphs;
  return { context, step, encoder, ...(segmenter && { segmenter }), features: first, upsampler, swatches: table };
}

/** What a file is called where it lies: one name, or those of its pieces in the order in which they are joined. */
export function namesOf({ file: name, pieces: number }: Pick<ManifestFile, 'file' | 'pieces'>): readonly string[] {
  return number === undefined ? [name] : Array.from({ length: number }, (_, n) => `${name}.${n + 1}.bin`);
}

/** What makes layouts of photographs, and what its moods are like: models of kind `sliding` have neither. */
export function segmenterOf(manifest: Manifest | undefined): LatticeManifest['graphs']['segmenter'] {
  return manifest?.kind === 'sliding' ? undefined : manifest?.graphs.segmenter;
}

export function moodSpaceOf(manifest: Manifest | undefined): LatticeManifest['moodSpace'] {
  return manifest?.kind === 'sliding' ? undefined : manifest?.moodSpace;
}

/** In which window the model paints; of kind `sliding`, and before there is a manifest, the page's own. */
export function windowOf(manifest: Manifest | undefined): AttentionWindow {
  return manifest?.kind === 'lattice' ? manifest.window : OWN_WINDOW;
}

/** @throws Error if models of this kind have no such file */
export function fileOf(manifest: Manifest, name: FileName): ManifestFile {
  const found = filesOf(manifest)[name];
  if (found === undefined) throw new Error(`A model of kind ${manifest.kind} has no ${name}.`);
  return found;
}

/**
 * @throws Error with one sentence that names the first entry that is wrong.
 */
export function parseManifest(value: unknown): Manifest {
  const result = v.safeParse(manifestSchema, value);
  if (result.success) {
    const sizes = Object.values(filesOf(result.output)).map(({ bytes }) => bytes);
    if (sizes.reduce((sum, bytes) => sum + bytes, 0) <= MOST_BUNDLE_BYTES) return result.output;
    throw new Error('The manifest’s files are more than a gigabyte together.');
  }
  const issue = result.issues[0];
  const path = v.getDotPath(issue) ?? 'the whole';
  throw new Error(`The manifest's entry "${path}" is wrong: ${issue.message}.`);
}
