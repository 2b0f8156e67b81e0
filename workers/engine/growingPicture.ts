import { cellCount, toLayout, type Lattice } from '../../src/core/lattice.ts';
import { unionRect, type Rect } from '../../src/core/rect.ts';
import { TilePlan } from '../../src/core/tilePlan.ts';
import type { Position } from '../../src/core/wavefront.ts';
import type { Networks } from '../ort/networks.ts';
import type { Job, Send } from './job.ts';
import { ProvisionalBudget } from './provisionalBudget.ts';
import { TileDecoder } from './tileDecoder.ts';
import { yieldToMessages } from './yieldToMessages.ts';

/** Halves have at least 8 cells along a side: smaller runs are not exact. */
const LEAST_HALVED = 16;

/**
 * Decodes a picture while its tokens come: final tiles as soon as their halo is full, provisional ones in between within a
 * bounded share of the time. Where another worker decodes, the steps do not wait for it.
 */
export class GrowingPicture {
  /** Milliseconds that runs of the decoder took, and until the first tile was there. */
  decoding = 0;
  firstTile = 0;
  private readonly total: number;
  private readonly plan: TilePlan;
  private readonly decoder: TileDecoder;
  private readonly budget: ProvisionalBudget;
  private sampled = 0;
  private decoded = 0;
  private costPerCell = 0;
  private beside: Promise<void> | undefined;
  private failure: { readonly error: unknown } | undefined;

  /** @param start when the job began, as of `performance.now()` */
  constructor(
    private readonly networks: Networks,
    lattice: Lattice,
    private readonly job: Job,
    private readonly send: Send,
    private readonly start: number,
  ) {
    this.total = cellCount(lattice);
    this.plan = new TilePlan(lattice, networks.halo.features + networks.halo.upsampler);
    this.decoder = new TileDecoder(networks, lattice);
    this.budget = new ProvisionalBudget(this.total, start, networks.decodesBeside);
  }

  /** Whether every tile is final. */
  get done(): boolean {
    return this.decoded === this.total;
  }

  /**
   * Tells that positions have their tokens, and decodes what is worth it.
   * @param tokens [rows, columns]; may change between calls where a cell is empty, and nowhere else
   */
  async grow(positions: readonly Position[], tokens: Int16Array): Promise<void> {
    this.throwIfFailed();
    for (const { row, column } of positions) this.plan.fill(row, column);
    this.sampled += positions.length;
    if (this.sampled === this.total) return; // What is left is the affair of `finish`.
    if (!this.networks.decodesBeside) {
      await this.decodeSome(tokens);
      return;
    }
    this.beside ??= this.decodeSome(tokens)
      .catch((error: unknown) => {
        this.failure = { error };
      })
      .finally(() => {
        this.beside = undefined;
      });
  }

  /** Decodes what is left, unless the job is cancelled. No event comes after it. */
  async finish(tokens: Int16Array): Promise<void> {
    await this.beside;
    this.throwIfFailed();
    if (this.networks.decodesBeside && this.networks.helper && !this.job.cancelled)
      await this.decodeTogether(tokens, this.networks.helper());
    else await this.decodeFinal(tokens);
  }

  /** Both workers decode: the other one, and this one, which has nothing else to do any more. */
  private async decodeTogether(tokens: Int16Array, helper: ReturnType<NonNullable<Networks['helper']>>): Promise<void> {
    const tiles: Rect[] = [];
    for (let rect = this.plan.nextFinal(); rect !== undefined; rect = this.plan.nextFinal())
      tiles.push(...halves(rect));
    if (tiles.length === 0) return;
    // All at once: a worker that is busy with pixels could not answer with features.
    await this.decoder.prepare(tokens, tiles.reduce(unionRect));
    const decodeWith = async (upsampler?: Pick<Networks, 'upsample'>) => {
      for (let rect = tiles.shift(); rect !== undefined && !this.job.cancelled; rect = tiles.shift())
        await this.decode(rect, tokens, true, upsampler);
    };
    const other = decodeWith();
    // The other one has to be asked before this one is busy.
    await yieldToMessages();
    const own = helper.then((upsampler) => upsampler && decodeWith(upsampler));
    await Promise.all([other, own]);
  }

  private async decodeSome(tokens: Int16Array): Promise<void> {
    await this.decodeFinal(tokens);
    if (this.job.cancelled) return;
    const affordable = ({ width, height }: Rect) =>
      this.budget.affords(this.costPerCell * width * height, this.sampled);
    const rect = this.plan.nextProvisional(affordable);
    // Of the tokens as they are: while another worker decodes more of them come.
    if (rect !== undefined) await this.decode(rect, tokens.slice(), false);
  }

  private async decodeFinal(tokens: Int16Array): Promise<void> {
    while (!this.job.cancelled) {
      const rect = this.plan.nextFinal();
      if (rect === undefined) return;
      await this.decode(rect, tokens, true);
    }
  }

  private async decode(
    rect: Rect,
    tokens: Int16Array,
    final: boolean,
    upsampler?: Pick<Networks, 'upsample'>,
  ): Promise<void> {
    const { job, send, total } = this;
    const before = performance.now();
    const pixels = await this.decoder.decode(tokens, rect, final, upsampler);
    const time = performance.now() - before;
    this.decoding += time;
    if (!final) this.budget.spend(time);
    this.costPerCell = time / (rect.width * rect.height);
    if (this.firstTile === 0) this.firstTile = performance.now() - this.start;
    send({ type: 'tile', jobId: job.id, rect: toLayout(rect), pixels, final, candidate: 0 }, [pixels.buffer]);
    if (final) {
      this.decoded += rect.width * rect.height;
      send({ type: 'progress', jobId: job.id, phase: 'decode', done: this.decoded, total, unit: 'cells' });
    }
    await yieldToMessages();
  }

  private throwIfFailed(): void {
    if (this.failure !== undefined) throw this.failure.error;
  }
}

/** Two tiles in the place of one that is large enough for two workers. */
function halves(rect: Rect): Rect[] {
  const { x, y, width, height } = rect;
  if (Math.max(width, height) < LEAST_HALVED) return [rect];
  if (width >= height) {
    const left = 4 * Math.ceil(width / 8);
    return [
      { x, y, width: left, height },
      { x: x + left, y, width: width - left, height },
    ];
  }
  const top = 4 * Math.ceil(height / 8);
  return [
    { x, y, width, height: top },
    { x, y: y + top, width, height: height - top },
  ];
}
