import { latticeRect, type Lattice } from '../../src/core/lattice.ts';
import { growRect, intersectRect, type Rect } from '../../src/core/rect.ts';
import type { Networks } from '../ort/networks.ts';
import { clearEmptyCells, toRgba } from './pixels.ts';

/** A provisional tile looks less far around itself: it is replaced soon, and the halo is most of its cost. */
const PROVISIONAL_HALO = { features: 2, upsampler: 1 } as const;

/**
 * Decodes rectangles of a lattice. The decoder is local, so a tile decoded with its halo equals the same rectangle of
 * a whole decode; windows are clipped to the lattice, where the graph's own padding is the right one. Features of
 * cells whose halo is full are kept, as neighbouring tiles need them too.
 */
export class TileDecoder {
  private readonly features: Float32Array;
  private readonly ready: Uint8Array;

  constructor(
    private readonly networks: Networks,
    private readonly lattice: Lattice,
  ) {
    this.features = new Float32Array(networks.channels * lattice.rows * lattice.columns);
    this.ready = new Uint8Array(lattice.rows * lattice.columns);
  }

  /**
   * Bit for bit the whole decode only if each window has more than 64 cells (or is the lattice): below that
   * onnxruntime's WASM kernels add in another order. The tiles of `TilePlan` are large enough.
   * @param tokens [rows, columns], -1: empty
   * @param rect the tile, in cells
   * @param final whether the tokens within the halo will not change any more
   * @param upsampler who makes pixels of the features
   * @returns RGBA [cellPixels * rect.height, cellPixels * rect.width]; cells without a token are transparent
   */
  async decode(
    tokens: Int16Array,
    rect: Rect,
    final: boolean,
    upsampler: Pick<Networks, 'upsample'> = this.networks,
  ): Promise<Uint8ClampedArray<ArrayBuffer>> {
    const halo = final ? this.networks.halo : PROVISIONAL_HALO;
    const window = this.clip(growRect(rect, halo.upsampler));
    const features = final
      ? await this.finalFeatures(tokens, window)
      : await this.featuresOf(tokens, window, halo.features);
    const rgb = await upsampler.upsample(latticeOf(window), features);
    const pixels = toRgba(rgb, window, rect, this.networks.cellPixels);
    clearEmptyCells(pixels, tokens, this.lattice.columns, rect);
    return pixels;
  }

  /** Makes the features of a final rectangle, so that its tiles need nothing but an upsampler. */
  async prepare(tokens: Int16Array, rect: Rect): Promise<void> {
    await this.finalFeatures(tokens, this.clip(growRect(rect, this.networks.halo.upsampler)));
  }

  /** Features of the window, of which those already known are not computed again. */
  private async finalFeatures(tokens: Int16Array, window: Rect): Promise<Float32Array> {
    const missing = this.missingWithin(window);
    if (missing !== undefined) {
      const fresh = await this.featuresOf(tokens, missing, this.networks.halo.features);
      this.keep(missing, fresh);
    }
    return this.copyOf(window);
  }

  private async featuresOf(tokens: Int16Array, rect: Rect, halo: number): Promise<Float32Array> {
    const window = this.clip(growRect(rect, halo));
    const part = new Int32Array(window.width * window.height);
    for (let y = 0; y < window.height; y++) {
      const start = (window.y + y) * this.lattice.columns + window.x;
      part.set(tokens.subarray(start, start + window.width), y * window.width);
    }
    return crop(await this.networks.features(latticeOf(window), part), this.networks.channels, window, rect);
  }

  /** The smallest rectangle that holds every cell of the window whose features are not known. */
  private missingWithin(window: Rect): Rect | undefined {
    let left = Infinity;
    let right = -Infinity;
    let top = Infinity;
    let bottom = -Infinity;
    for (let y = window.y; y < window.y + window.height; y++) {
      for (let x = window.x; x < window.x + window.width; x++) {
        if (this.ready[y * this.lattice.columns + x] === 1) continue;
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
    }
    if (left > right) return undefined;
    return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  }

  private keep(rect: Rect, features: Float32Array): void {
    const { rows, columns } = this.lattice;
    for (let y = 0; y < rect.height; y++) {
      const to = (rect.y + y) * columns + rect.x;
      this.ready.fill(1, to, to + rect.width);
      for (let channel = 0; channel < this.networks.channels; channel++) {
        const from = (channel * rect.height + y) * rect.width;
        this.features.set(features.subarray(from, from + rect.width), channel * rows * columns + to);
      }
    }
  }

  private copyOf(rect: Rect): Float32Array {
    return crop(this.features, this.networks.channels, latticeRect(this.lattice), rect);
  }

  private clip(rect: Rect): Rect {
    return intersectRect(rect, latticeRect(this.lattice));
  }
}

function latticeOf(rect: Rect): Lattice {
  return { rows: rect.height, columns: rect.width };
}

/** Cuts `rect` out of planes [channels, window.height, window.width]. */
function crop(planes: Float32Array, channels: number, window: Rect, rect: Rect): Float32Array {
  const out = new Float32Array(channels * rect.height * rect.width);
  for (let channel = 0; channel < channels; channel++) {
    for (let y = 0; y < rect.height; y++) {
      const from = (channel * window.height + rect.y - window.y + y) * window.width + rect.x - window.x;
      out.set(planes.subarray(from, from + rect.width), (channel * rect.height + y) * rect.width);
    }
  }
  return out;
}
