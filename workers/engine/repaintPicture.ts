import { EMPTY_TOKEN, latticeRect, SUB_CELLS, toLayout, type Lattice } from '../../src/core/lattice.ts';
import { growRect, intersectRect, type Rect } from '../../src/core/rect.ts';
import { evenTiles } from '../../src/core/region/evenTiles.ts';
import { followersOf } from '../../src/core/region/followers.ts';
import { boundsOfRegion, regionSize, type Region } from '../../src/core/region/region.ts';
import { regionPieces } from '../../src/core/region/regionPieces.ts';
import { cropMap, regionCrop } from '../../src/core/region/regionCrop.ts';
import type { Position } from '../../src/core/wavefront.ts';
import type { PaintRequest, RepaintRequest, RepaintResult } from '../../src/protocol/paintEngine.ts';
import type { Networks } from '../ort/networks.ts';
import type { Job, Send } from './job.ts';
import { scoreCandidates } from './measureLattice.ts';
import { sampleCandidates } from './sampleLattice.ts';
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
  const total = regionSize(region) * seeds.length;
  const blank = request.tokens.map((token, cell) => (region[cell] === 1 ? EMPTY_TOKEN : token));
  const pictures = seeds.map(() => blank.slice());
  const decoders = seeds.map(() => new TileDecoder(networks, lattice));
  const batches = pictures.map(
    (_, candidate) =>
      new TokenBatch(lattice.columns, ({ cells, tokens }) =>
        send({ type: 'tokens', jobId, cells, tokens, candidate }, [cells.buffer, tokens.buffer]),
      ),
  );
  const news = seeds.map(() => 0);
  let sampled = 0;
  let decoding = 0;
  let firstTile = 0;
  let cost = 0;
  /** A tile that another worker decodes meanwhile, and whether it is still on its way. */
  let beside: Promise<void> | undefined;
  let waits = false;

  const show = async (candidate: number, rect: Rect, final: boolean) => {
    const before = performance.now();
    const tokens = pictures[candidate]!;
    // Of the tokens as they are: while another worker decodes more of them come.
    const pixels = await decoders[candidate]!.decode(final ? tokens : tokens.slice(), rect, final);
    cost = performance.now() - before;
    decoding += cost;
    if (firstTile === 0) firstTile = performance.now() - start;
    send({ type: 'tile', jobId, rect: toLayout(rect), pixels, final, candidate }, [pixels.buffer]);
    await yieldToMessages();
  };
  const showNews = async (piece: Region) => {
    const candidate = news.indexOf(Math.max(...news));
    const enough = news[candidate]! >= NEWS * regionSize(piece);
    if (waits || !enough || decoding + cost > PROVISIONAL_SHARE * (performance.now() - start)) return;
    news[candidate] = 0;
    waits = true;
    beside = show(candidate, seenOf(piece, lattice), false).finally(() => {
      waits = false;
    });
    // A failure is met where it is waited for.
    beside.catch(() => undefined);
    if (!networks.decodesBeside) await beside;
  };
  /** Samples a piece for some of the candidates, whose tokens around it are alike. */
  const sample = async (piece: Region, group: readonly number[]) => {
    const crop = regionCrop(piece, lattice, networks.window);
    const inside = cropMap(piece, lattice, crop);
    const wanted = regionSize(piece) * group.length;
    let done = 0;
    const take = (positions: readonly Position[], candidates: readonly Int16Array[]) => {
      const fresh = positions.filter(({ row, column }) => inside[row * crop.width + column] === 1);
      const placed = fresh.map(({ row, column }) => ({ row: row + crop.y, column: column + crop.x }));
      group.forEach((candidate, n) => {
        const picture = pictures[candidate]!;
        for (const [at, { row, column }] of fresh.entries()) {
          const { row: y, column: x } = placed[at]!;
          picture[y * lattice.columns + x] = candidates[n]![row * crop.width + column]!;
        }
        batches[candidate]!.add(placed, picture);
        news[candidate]! += fresh.length;
      });
      done += fresh.length * group.length;
      sampled += fresh.length * group.length;
      return fresh.length > 0;
    };
    await sampleCandidates(
      networks,
      cropRequest(request, crop, pictures[group[0]!]!),
      group.map((candidate) => seeds[candidate]!),
      {
        onStep: async (positions, candidates) => {
          if (take(positions, candidates)) {
            send({ type: 'progress', jobId, phase: 'sample', done: sampled, total, unit: 'tokens' });
            if (done < wanted) await showNews(piece);
          }
          await yieldToMessages();
          // What comes after the piece's last cell is known already.
          return !job.cancelled && done < wanted;
        },
      },
    );
    await beside;
    for (const candidate of group) {
      if (!job.cancelled) await show(candidate, seenOf(piece, lattice), false);
    }
  };

  const all = [...seeds.keys()];
  const pieces = regionPieces(region, lattice, networks.window);
  // Later pieces see what each candidate has in the earlier ones.
  const groups = pieces.length === 1 ? [all] : all.map((candidate) => [candidate]);
  for (const group of groups) {
    for (const piece of pieces) if (!job.cancelled) await sample(piece, group);
  }
  for (const batch of batches) batch.flush();
  const sampling = performance.now() - start - decoding;
  if (!job.cancelled && seeds.length === 1) await finish(networks, pictures[0]!, request, job, show, send);
  const scores = seeds.map(() => 0);
  if (!job.cancelled && seeds.length > 1) {
    for (const piece of pieces) {
      const part = await scoresOf(networks, request, piece, pictures, job);
      part.forEach((score, n) => (scores[n]! += score));
    }
  }
  return {
    candidates: pictures.map((tokens, n) => ({ seed: seeds[n]!, tokens, score: scores[n]! })),
    finished: sampled === total && !job.cancelled,
    timing: { sampling, decoding, total: performance.now() - start, firstTile },
  };
}

/** What shows the piece: a kept pixel next to it depends on its tokens too. In cells. */
function seenOf(piece: Region, lattice: Lattice): Rect {
  return clip(growRect(boundsOfRegion(piece, lattice), 1), lattice);
}

/**
 * What a crop is sampled with: in its own cells, with the noise of the picture's.
 * @param kept tokens of the picture, -1 where they are to be sampled
 */
export function cropRequest(request: Omit<RepaintRequest, 'tokens'>, crop: Rect, kept: Int16Array): PaintRequest {
  const { lattice, subCells, mood, zoom, settings, origin } = request;
  return {
    lattice: { rows: crop.height, columns: crop.width },
    subCells: cropMap(subCells, lattice, crop, SUB_CELLS),
    mood,
    zoom,
    settings,
    known: cropMap(kept as Int16Array<ArrayBuffer>, lattice, crop),
    origin: { row: (origin?.row ?? 0) + crop.y, column: (origin?.column ?? 0) + crop.x },
  };
}

/** The final pixels of all that the region's tokens have changed, until the job is cancelled. */
async function finish(
  networks: Networks,
  tokens: Int16Array,
  { lattice, region }: RepaintRequest,
  job: Job,
  show: (candidate: number, rect: Rect, final: boolean) => Promise<void>,
  send: Send,
): Promise<void> {
  const tiles = tilesOfRegion(networks, region, lattice);
  const total = tiles.reduce((sum, { width, height }) => sum + width * height, 0);
  let done = 0;
  for (const tile of tiles) {
    await show(0, tile, !tokens.includes(EMPTY_TOKEN));
    done += tile.width * tile.height;
    send({ type: 'progress', jobId: job.id, phase: 'decode', done, total, unit: 'cells' });
    if (job.cancelled) return;
  }
}

/** Tiles of all cells whose pixels depend on a token of the region. */
export function tilesOfRegion({ halo }: Pick<Networks, 'halo'>, region: RepaintRequest['region'], lattice: Lattice) {
  return evenTiles(clip(growRect(boundsOfRegion(region, lattice), halo.features + halo.upsampler), lattice));
}

/** How likely the tokens of a piece and of the kept cells right after it are, for each candidate. */
async function scoresOf(
  networks: Networks,
  request: RepaintRequest,
  piece: Region,
  pictures: readonly Int16Array<ArrayBuffer>[],
  job: Job,
): Promise<number[]> {
  const { lattice } = request;
  const crop = regionCrop(piece, lattice, networks.window);
  const followers = followersOf(piece, lattice);
  const asked = cropMap(
    piece.map((cell, at) => cell | followers[at]!),
    lattice,
    crop,
  );
  const candidates = pictures.map((tokens) => cropMap(tokens, lattice, crop));
  // Of what is asked about nothing may be known; of the rest all candidates have the same, but for other pieces.
  const sampling = cropRequest(request, crop, pictures[0]!);
  const known = sampling.known!.map((token, cell) => (asked[cell] === 1 ? EMPTY_TOKEN : token));
  let left = regionSize(asked);
  return scoreCandidates(networks, { ...sampling, known }, candidates, asked, async (positions) => {
    for (const { row, column } of positions) left -= asked[row * crop.width + column]!;
    await yieldToMessages();
    return !job.cancelled && left > 0;
  });
}

function clip(rect: Rect, lattice: Lattice): Rect {
  return intersectRect(rect, latticeRect(lattice));
}
