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
  }
}

const SETTINGS: Omit<SamplingSettings, 'seed'> = { temperature: 0.95, topK: 100, topP: 0.98, guidance: 2 };
const source = { kind: 'url', url: new URL('../models/landscapes/manifest.json', location.href).href } as const;
const engine = createEngine();

const idsOf = (landscapes: readonly Landscape[]) => landscapes.map(({ id }) => id);
Object.assign(window, { starters: idsOf(LANDSCAPES), gallery: idsOf(GALLERY), makeStarter });

async function makeStarter(id: string, tryOut: { seed?: number; mood?: number } = {}): Promise<MadeStarter> {
  const landscape = [...LANDSCAPES, ...GALLERY].find((one) => one.id === id);
  if (landscape === undefined) throw new Error(`There is no landscape "${id}".`);
  const { lattice, title } = landscape;
  const mood = tryOut.mood ?? landscape.mood;
  const settings = { ...SETTINGS, seed: tryOut.seed ?? landscape.seed };
  const layout = emptyLayout(lattice);
  for (const shape of landscape.shapes) shape(layout);

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
  const context = canvas.getContext('2d');
  context?.putImageData(new ImageData(work.picture, canvas.width, canvas.height), 0, 0);
  const picture = await canvas.convertToBlob({ type: 'image/webp', quality: 0.9 });
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
    picture: base64(new Uint8Array(await picture.arrayBuffer())),
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

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
