import { ANY } from '../src/core/classes.ts';
import { cellCount, SUB_CELLS } from '../src/core/lattice.ts';
import { subCellsOf } from '../src/core/layout.ts';
import { decodeLayoutPng } from '../src/io/layoutPng.ts';
import { parseStarterList, type StarterEntry } from '../src/io/starters.ts';
import { moodFeatures } from '../src/core/photo/moodFeatures.ts';
import { pictureSize } from '../src/core/picturePixels.ts';
import { parseTokens } from '../src/io/tokens.ts';
import type { Manifest } from '../src/protocol/manifest.ts';
import { DEFAULT_SETTINGS } from '../src/state/pageState.ts';
import { moodOf } from '../src/state/photo/moodOf.ts';
import { encodePhotograph } from '../workers/engine/encodePhotograph.ts';
import { Job } from '../workers/engine/job.ts';
import type { Networks } from '../workers/ort/networks.ts';
import type { WholePicture } from './seams.ts';

/**
 * The largest square in the middle of a photograph, as tokens, without a layout: nobody has painted one. As in the page it gives
 * its mood.
 */
export async function photograph(networks: Networks, manifest: Manifest, bytes: Blob): Promise<WholePicture> {
  const lattice = { rows: 16, columns: 16 };
  const image = await createImageBitmap(bytes);
  const side = Math.min(image.width, image.height);
  const { width, height } = pictureSize(lattice, networks.cellPixels);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is no canvas.');
  context.imageSmoothingQuality = 'high';
  const [x, y] = [(image.width - side) / 2, (image.height - side) / 2];
  context.drawImage(image, x, y, side, side, 0, 0, canvas.width, canvas.height);
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
  const tokens = await encodePhotograph(networks, { lattice, pixels }, new Job(1), () => undefined);
  const subCells = new Uint8Array(cellCount(lattice) * SUB_CELLS ** 2).fill(ANY);
  const mood = moodOf(manifest, moodFeatures(pixels, width))?.id ?? 0;
  return { lattice, tokens, subCells, mood, zoom: 1, guidance: DEFAULT_SETTINGS.guidance };
}

/** The committed starters: pictures by the model itself. @param url of their folder, with a slash at the end */
export async function starters(url: string): Promise<WholePicture[]> {
  const list = parseStarterList(await (await fetch(`${url}index.json`)).text());
  return Promise.all(list.map((entry) => starter(url, entry)));
}

async function starter(url: string, entry: StarterEntry): Promise<WholePicture> {
  const { lattice, mood, zoom, settings } = entry;
  const [layout, tokens] = await Promise.all(
    [entry.layout, entry.tokens].map(async (file) => new Uint8Array(await (await fetch(url + file)).arrayBuffer())),
  );
  return {
    lattice,
    tokens: parseTokens(tokens!, lattice, entry.title),
    subCells: subCellsOf(decodeLayoutPng(layout!, lattice, entry.title), lattice),
    mood,
    zoom,
    guidance: settings.guidance,
  };
}
