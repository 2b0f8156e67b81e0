import { CLASSES } from '../src/core/classes.ts';
import { pictureSize } from '../src/core/picturePixels.ts';
import { emptyLayout, subCellsOf } from '../src/core/layout.ts';
import { zoomOfSize } from '../src/core/zoom.ts';
import { encodeShareLink } from '../src/core/shareLink/shareLink.ts';
import { createPaintDocument } from '../src/document/createPaintDocument.ts';
import { createEngine } from '../src/engine/createEngine.ts';
import { fittingZoom } from '../src/protocol/capabilities.ts';
import { encodeLayoutPng } from '../workers/files/layoutPng.ts';
import type { SamplingSettings } from '../src/protocol/paintEngine.ts';
import { GALLERY } from './gallery.ts';
import { LANDSCAPES, type Landscape } from './landscapes.ts';

/** A starter's files, in base64, and what the list says of it. */
export interface MadeStarter {
  readonly entry: Record<string, unknown>;
  readonly layout: string;
  readonly tokens: string;
  readonly picture: string;
  /** The picture as a share link carries it. */
  readonly link: string;
}

declare global {
  interface Window {
    readonly starters: readonly string[];
    readonly gallery: readonly string[];
    /** Paints a landscape on the default bundle; seed and mood may be tried out. */
    makeStarter: (id: string, tryOut?: { seed?: number; mood?: number }) => Promise<MadeStarter>;
    /** Paints a starter in every mood of the default bundle: small WebP pictures in base64, by the mood's id, 0 for any. */
    makeMoods: () => Promise<Readonly<Record<number, string>>>;
  }
}

const SETTINGS: Omit<SamplingSettings, 'seed'> = { temperature: 0.95, topK: 100, topP: 0.98, guidance: 2 };
const source = { kind: 'url', url: new URL('../models/landscapes/manifest.json', location.href).href } as const;
const engine = createEngine();
const ANY_MOOD = 0;
/** Of all starters, in this one moods differ most and are what they are called. */
const MOOD_LANDSCAPE = 'valley';
/** The moods differ more with this one than with the starter's own. */
const MOOD_SEED = 3;
/** Twice the size that they are seen at. Pixels. */
const THUMBNAIL = { width: 192, height: 128 };
/** Where the part that they show lies in the picture: 0 at its upper edge, 1 at its lower. */
const HORIZON = 0.4;
const STRIPES = 4;

const idsOf = (landscapes: readonly Landscape[]) => landscapes.map(({ id }) => id);
Object.assign(window, { starters: idsOf(LANDSCAPES), gallery: idsOf(GALLERY), makeStarter, makeMoods });

function landscapeOf(id: string): Landscape {
  const landscape = [...LANDSCAPES, ...GALLERY].find((one) => one.id === id);
  if (landscape === undefined) throw new Error(`There is no landscape "${id}".`);
  return landscape;
}

/** Paints a landscape, and nothing but its final tiles are kept. */
async function paint({ lattice, shapes }: Landscape, mood: number, settings: SamplingSettings) {
  const layout = emptyLayout(lattice);
  for (const shape of shapes) shape(layout);
  const { manifest } = await engine.call('inspect', { source, backend: 'wasm' });
  await engine.load({ source, backend: 'wasm', need: 'paint' });
  const work = createPaintDocument(lattice);
  const subCells = subCellsOf(layout, lattice);
  const zoom = fittingZoom(manifest, zoomOfSize(lattice));
  const { tokens } = await engine.call(
    'paint',
    { lattice, subCells: subCells.slice(), mood, zoom, settings },
    {
      onEvent: (event) => {
        if (event.type === 'tile' && event.final) work.putTile(event.rect, event.pixels);
      },
    },
  );
  const { width, height } = pictureSize(lattice, work.cellPixels);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(work.picture, width, height), 0, 0);
  return { manifest, layout, subCells, zoom, tokens, canvas };
}

async function makeStarter(id: string, tryOut: { seed?: number; mood?: number } = {}): Promise<MadeStarter> {
  const landscape = landscapeOf(id);
  const { lattice, title } = landscape;
  const mood = tryOut.mood ?? landscape.mood;
  const settings = { ...SETTINGS, seed: tryOut.seed ?? landscape.seed };
  const { manifest, layout, subCells, zoom, tokens, canvas } = await paint(landscape, mood, settings);
  return {
    entry: {
      id,
      title,
      lattice,
      layout: `${id}.layout.png`,
      tokens: `${id}.tokens.bin`,
      picture: `${id}.webp`,
      mood,
      zoom,
      settings,
      bundle: manifest.id,
      codebook: manifest.codebook.id,
    },
    layout: base64(encodeLayoutPng(layout, CLASSES)),
    tokens: base64(new Uint8Array(tokens.buffer)),
    picture: await webpOf(canvas, 0.9),
    link: encodeShareLink({
      bundle: manifest.id,
      codebook: manifest.codebook.id,
      lattice,
      subCells,
      tokens,
      mood,
      zoom,
      settings,
      title,
    }),
  };
}

async function makeMoods(): Promise<Readonly<Record<number, string>>> {
  const landscape = landscapeOf(MOOD_LANDSCAPE);
  const settings = { ...SETTINGS, seed: MOOD_SEED };
  const { manifest } = await engine.call('inspect', { source, backend: 'wasm' });
  const made: Record<number, string> = {};
  const small: OffscreenCanvas[] = [];
  for (const { id: mood } of manifest.moods) {
    const { canvas } = await paint(landscape, mood, settings);
    const thumbnail = await thumbnailOf(canvas);
    made[mood] = await webpOf(thumbnail, 0.85);
    small.push(thumbnail);
  }
  made[ANY_MOOD] = await webpOf(stripesOf(small), 0.85);
  return made;
}

/** The part where sky and land meet, which is wider than an upright picture. */
async function thumbnailOf(picture: OffscreenCanvas): Promise<OffscreenCanvas> {
  const { width, height } = THUMBNAIL;
  const part = (picture.width * height) / width;
  const canvas = new OffscreenCanvas(width, height);
  const bitmap = await createImageBitmap(picture, 0, (picture.height - part) * HORIZON, picture.width, part, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  });
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas;
}

/** One landscape in several lights at once: any of them may come. */
function stripesOf(pictures: readonly OffscreenCanvas[]): OffscreenCanvas {
  const { width, height } = THUMBNAIL;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  const stripe = width / STRIPES;
  for (let n = 0; n < STRIPES; n++) {
    const picture = pictures[Math.floor(((n + 0.5) / STRIPES) * pictures.length)];
    if (picture) context?.drawImage(picture, n * stripe, 0, stripe, height, n * stripe, 0, stripe, height);
  }
  return canvas;
}

async function webpOf(canvas: OffscreenCanvas, quality: number): Promise<string> {
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
  return base64(new Uint8Array(await blob.arrayBuffer()));
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
