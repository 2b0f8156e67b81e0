import { EMPTY_TOKEN, SUB_CELLS, toPicture, type Lattice } from '../../src/core/lattice.ts';
import { growRect, intersectRect, type Rect } from '../../src/core/rect.ts';
import { evenTiles } from '../../src/core/region/evenTiles.ts';
import { followersOf } from '../../src/core/region/followers.ts';
import { boundsOfRegion, regionSize } from '../../src/core/region/region.ts';
import { cropMap, regionCrop } from '../../src/core/region/regionCrop.ts';
import type { Position } from '../../src/core/wavefront.ts';
import type { RepaintRequest, RepaintResult } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import type { Job } from './job.ts';
import { scoreCandidates } from './measureLattice.ts';
import type { Send } from './paintPicture.ts';
import { sampleCandidates, type SamplingRequest } from './sampleLattice.ts';
import { TileDecoder } from './tileDecoder.ts';
import { TokenBatch } from './tokenBatch.ts';
import { yieldToMessages } from './yieldToMessages.ts';

/** Provisional tiles get at most this share of the time while a region is sampled. */
const PROVISIONAL_SHARE = 0.25;
/** A candidate's tile is decoded again when this share of the region is new. */
const NEWS = 0.25;

/**
 * Samples a region of a picture on a crop of the lattice, as a small lattice of its own whose kept tokens are known, so
 * that the cost goes with the region and not with the picture. Tokens outside the region stay as they are. One candidate
 * is decoded to the end; several are shown by provisional tiles and scored.
 */
export async function repaintPicture(
  networks: Networks,
  request: RepaintRequest,
  job: Job,
  send: Send,
): Promise<RepaintResult> {
  const { lattice, region, seeds } = request;
  const jobId = job.id;
  const start = performance.now();
  const crop = regionCrop(region, lattice);
  const small = { rows: crop.height, columns: crop.width };
  const sampling = cropRequest(request, crop);
  const inside = cropMap(region, lattice, crop);
  const total = regionSize(region) * seeds.length;
  const pictures = seeds.map(() => request.tokens.map((token, cell) => (region[cell] === 1 ? EMPTY_TOKEN : token)));
  const decoders = seeds.map(() => new TileDecoder(networks, lattice));
  const batches = pictures.map(
    (_, candidate) =>
      new TokenBatch(lattice.columns, ({ cells, tokens }) =>
        send({ type: 'tokens', jobId, cells, tokens, candidate }, [cells.buffer, tokens.buffer]),
      ),
  );
  // A kept pixel next to the region depends on its tokens too.
  const seen = clip(growRect(boundsOfRegion(region, lattice), 1), lattice);
  const news = seeds.map(() => 0);
  let sampled = 0;
  let decoding = 0;
  let firstTile = 0;
  let cost = 0;

  const show = async (candidate: number, rect: Rect, final: boolean) => {
    const before = performance.now();
    const pixels = await decoders[candidate]!.decode(pictures[candidate]!, rect, final);
    cost = performance.now() - before;
    decoding += cost;
    if (firstTile === 0) firstTile = performance.now() - start;
    send({ type: 'tile', jobId, rect: toPicture(rect), pixels, final, candidate }, [pixels.buffer]);
    await yieldToMessages();
  };
  const showNews = async () => {
    const candidate = news.indexOf(Math.max(...news));
    const enough = news[candidate]! >= NEWS * regionSize(region);
    if (!enough || decoding + cost > PROVISIONAL_SHARE * (performance.now() - start)) return;
    news[candidate] = 0;
    await show(candidate, seen, false);
  };
  const take = (positions: readonly Position[], candidates: readonly Int16Array[]) => {
    const fresh = positions.filter(({ row, column }) => inside[row * small.columns + column] === 1);
    const placed = fresh.map(({ row, column }) => ({ row: row + crop.y, column: column + crop.x }));
    candidates.forEach((tokens, candidate) => {
      fresh.forEach(({ row, column }, n) => {
        const { row: y, column: x } = placed[n]!;
        pictures[candidate]![y * lattice.columns + x] = tokens[row * small.columns + column]!;
      });
      batches[candidate]!.add(placed, pictures[candidate]!);
      news[candidate]! += fresh.length;
      sampled += fresh.length;
    });
    return fresh.length;
  };

  await sampleCandidates(networks, sampling, seeds, {
    onStep: async (positions, candidates) => {
      if (take(positions, candidates) > 0) {
        send({ type: 'progress', jobId, phase: 'sample', done: sampled, total, unit: 'tokens' });
        if (sampled < total) await showNews();
      }
      await yieldToMessages();
      // What comes after the region's last cell is known already.
      return !job.cancelled && sampled < total;
    },
  });
  for (const batch of batches) batch.flush();
  const samplingTime = performance.now() - start - decoding;
  const whole = sampled === total;

  if (whole) for (let n = 0; n < seeds.length && !job.cancelled; n++) await show(n, seen, false);
  let finished = whole && !job.cancelled;
  if (finished && seeds.length === 1) finished = await finish(networks, pictures[0]!, request, job, show, send);
  const scores =
    finished && seeds.length > 1 ? await scoresOf(networks, request, crop, pictures, job) : seeds.map(() => 0);
  return {
    candidates: pictures.map((tokens, n) => ({ seed: seeds[n]!, tokens, score: scores[n]! })),
    finished: finished && !job.cancelled,
    timing: { sampling: samplingTime, decoding, total: performance.now() - start, firstTile },
  };
}

/** What the crop is sampled with: in its own cells, with the noise of the picture's. */
export function cropRequest(request: RepaintRequest, crop: Rect): SamplingRequest {
  const { lattice, region, tokens, subCells, mood, settings, origin } = request;
  const kept = tokens.map((token, cell) => (region[cell] === 1 ? EMPTY_TOKEN : token));
  return {
    lattice: { rows: crop.height, columns: crop.width },
    subCells: cropMap(subCells, lattice, crop, SUB_CELLS),
    mood,
    settings,
    known: cropMap(kept, lattice, crop),
    origin: { row: (origin?.row ?? 0) + crop.y, column: (origin?.column ?? 0) + crop.x },
  };
}

/** The final pixels of all that the region's tokens have changed. @returns whether it was not cancelled */
async function finish(
  networks: Networks,
  tokens: Int16Array,
  { lattice, region }: RepaintRequest,
  job: Job,
  show: (candidate: number, rect: Rect, final: boolean) => Promise<void>,
  send: Send,
): Promise<boolean> {
  const tiles = tilesOfRegion(networks, region, lattice);
  const total = tiles.reduce((sum, { width, height }) => sum + width * height, 0);
  let done = 0;
  for (const tile of tiles) {
    await show(0, tile, !tokens.includes(EMPTY_TOKEN));
    done += tile.width * tile.height;
    send({ type: 'progress', jobId: job.id, phase: 'decode', done, total, unit: 'cells' });
    if (job.cancelled) return false;
  }
  return true;
}

/** Tiles of all cells whose pixels depend on a token of the region. */
export function tilesOfRegion({ halo }: Pick<Networks, 'halo'>, region: RepaintRequest['region'], lattice: Lattice) {
  return evenTiles(clip(growRect(boundsOfRegion(region, lattice), halo.features + halo.upsampler), lattice));
}

async function scoresOf(
  networks: Networks,
  request: RepaintRequest,
  crop: Rect,
  pictures: readonly Int16Array<ArrayBuffer>[],
  job: Job,
): Promise<number[]> {
  const { lattice, region } = request;
  const followers = followersOf(region, lattice);
  const asked = cropMap(region, lattice, crop).slice();
  cropMap(followers, lattice, crop).forEach((follows, cell) => (asked[cell]! |= follows));
  const sampling = cropRequest(request, crop);
  const known = sampling.known!.map((token, cell) => (asked[cell] === 1 ? EMPTY_TOKEN : token));
  const candidates = pictures.map((tokens) => cropMap(tokens, lattice, crop));
  return scoreCandidates(networks, { ...sampling, known }, candidates, asked, async () => {
    await yieldToMessages();
    return !job.cancelled;
  });
}

function clip(rect: Rect, { rows, columns }: Lattice): Rect {
  return intersectRect(rect, { x: 0, y: 0, width: columns, height: rows });
}
