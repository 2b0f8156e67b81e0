import type { Lattice } from './lattice.ts';
import type { Rect } from './rect.ts';

/** Rows of a tile: final tiles come in bands of this height. */
const TILE_ROWS = 8;
/** A run of the decoder is never wider than this, so that a cancel does not wait for long. */
const FINAL_COLUMNS = 32;
const PROVISIONAL_COLUMNS = 16;
/** A provisional tile is decoded again when this share of its cells is new. */
const NEWS = 0.25;

/**
 * Which tiles are worth decoding while a picture is sampled. Rows fill from the top, so final tiles are cut from bands
 * of rows: a band is final when the rows within the halo below it are full. Provisional tiles lie on a fixed grid.
 */
export class TilePlan {
  private readonly rowFilled: Uint16Array;
  private readonly filled: Uint8Array;
  private readonly newCells = new Map<number, number>();
  private fullRows = 0;
  private finalRows = 0;
  private queue: Rect[] = [];

  constructor(
    private readonly lattice: Lattice,
    /** Cells around a tile that its pixels depend on. */
    private readonly halo: number,
  ) {
    this.rowFilled = new Uint16Array(lattice.rows);
    this.filled = new Uint8Array(lattice.rows * lattice.columns);
  }

  /** Tells that a cell has its token. */
  fill(row: number, column: number): void {
    const { rows, columns } = this.lattice;
    const cell = row * columns + column;
    if (this.filled[cell] === 1) return;
    this.filled[cell] = 1;
    this.rowFilled[row] = (this.rowFilled[row] ?? 0) + 1;
    while (this.fullRows < rows && this.rowFilled[this.fullRows] === columns) this.fullRows++;
    const tile = this.tileAt(row, column);
    this.newCells.set(tile, (this.newCells.get(tile) ?? 0) + 1);
  }

  /** The next tile that has become final, top to bottom; undefined if there is none yet. Each is given once. */
  nextFinal(): Rect | undefined {
    if (this.queue.length === 0) this.queue = this.finalBand();
    return this.queue.shift();
  }

  /** Whether every tile has been given as final. */
  get done(): boolean {
    return this.finalRows === this.lattice.rows && this.queue.length === 0;
  }

  /**
   * The tile below the final ones with the most new cells, if it has enough of them. Taking it makes its cells old.
   * @param accept whether the tile may be taken
   */
  nextProvisional(accept: (tile: Rect) => boolean): Rect | undefined {
    let best: number | undefined;
    for (const [tile, cells] of this.newCells) {
      const rect = this.rectOf(tile);
      if (rect.y + rect.height <= this.finalRows || cells < NEWS * rect.width * rect.height) continue;
      if (best === undefined || cells > (this.newCells.get(best) ?? 0)) best = tile;
    }
    if (best === undefined || !accept(this.rectOf(best))) return undefined;
    this.newCells.delete(best);
    return this.rectOf(best);
  }

  private finalBand(): Rect[] {
    const { rows, columns } = this.lattice;
    const top = this.finalRows;
    // Where all rows are full there is nothing more to wait for; before that, whole bands alone.
    const full = this.fullRows === rows ? rows : this.fullRows - this.halo;
    const bottom = full === rows ? rows : Math.floor(full / TILE_ROWS) * TILE_ROWS;
    if (bottom <= top) return [];
    this.finalRows = bottom;
    const tiles: Rect[] = [];
    for (let y = top, height = 0; y < bottom; y += height) {
      height = tileHeight(bottom - y);
      for (let x = 0; x < columns; x += FINAL_COLUMNS) {
        tiles.push({ x, y, width: Math.min(FINAL_COLUMNS, columns - x), height });
      }
    }
    return tiles;
  }

  private get tilesAcross(): number {
    return Math.ceil(this.lattice.columns / PROVISIONAL_COLUMNS);
  }

  private tileAt(row: number, column: number): number {
    return Math.floor(row / TILE_ROWS) * this.tilesAcross + Math.floor(column / PROVISIONAL_COLUMNS);
  }

  private rectOf(tile: number): Rect {
    const x = (tile % this.tilesAcross) * PROVISIONAL_COLUMNS;
    const y = Math.floor(tile / this.tilesAcross) * TILE_ROWS;
    return {
      x,
      y,
      width: Math.min(PROVISIONAL_COLUMNS, this.lattice.columns - x),
      height: Math.min(TILE_ROWS, this.lattice.rows - y),
    };
  }
}

/**
 * How many of the rows that are left the next final tile takes: two bands, which pay for their halo once, but never so many
 * that less than a band remains. Small runs are not the whole decode bit for bit: see `TileDecoder.decode`.
 */
function tileHeight(left: number): number {
  if (left <= 2 * TILE_ROWS) return left;
  return left < 3 * TILE_ROWS ? TILE_ROWS : 2 * TILE_ROWS;
}
