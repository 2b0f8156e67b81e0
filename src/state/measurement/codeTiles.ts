import { LAYOUT_CELL_PIXELS, toLayout } from '../../core/lattice.ts';
import type { Rect } from '../../core/rect.ts';
import { cellView } from '../../core/region/cellView.ts';
import type { PaintDocument } from '../../document/paintDocument.ts';
import type { EngineClient } from '../../engine/engineClient.ts';
import { isRunning } from '../jobState.ts';
import type { Model, ModelSwatches } from '../model.ts';
import type { PageStore } from '../pageState.ts';
import { measurementOf } from './measurement.ts';
import type { Measurer } from './measurer.ts';

/** What the cell that is looked at would be like with each of its likeliest codes. */
export interface CodeTiles {
  /** RGBA of the cell and its neighbours, `TILE_PIXELS` wide and high. @param rank 0 is the likeliest */
  of(rank: number): Uint8ClampedArray<ArrayBuffer> | undefined;
}

export const TILE_PIXELS = 3 * LAYOUT_CELL_PIXELS;
/** A cell is decoded when the pointer has rested on it for so long. Milliseconds. */
const REST = 150;

export interface CodeTilesParts {
  readonly document: PaintDocument;
  readonly engine: Pick<EngineClient, 'tryCodes'>;
  readonly store: PageStore;
  readonly model: Pick<Model, 'swatches'>;
  readonly measurer: Pick<Measurer, 'current'>;
}

/** Tiles follow the cell that is looked at: first the codes' swatches between their neighbours, then decoded ones. */
export function createCodeTiles({ document, engine, store, model, measurer }: CodeTilesParts): CodeTiles {
  let tiles: Uint8ClampedArray<ArrayBuffer>[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let controller = new AbortController();

  store.subscribe(({ measurement: now, job, swatches }, before) => {
    const { cell, revision, open } = before.measurement;
    const isOther = now.cell !== cell || now.revision !== revision || now.open !== open;
    // Whoever paints has the engine to themselves; the tiles come after that.
    const isFree = !isRunning(job) && isRunning(before.job);
    if (isOther || isFree || swatches !== before.swatches) begin();
  });

  function begin(): void {
    clearTimeout(timer);
    controller.abort();
    controller = new AbortController();
    const { cell, open } = store.getState().measurement;
    tiles = [];
    if (!open || cell === undefined || !measurer.current) return;
    const { likeliest } = measurementOf(measurer.current, cell);
    const view = toLayout(cellView(cell, document.lattice));
    const { swatches } = model;
    tiles = likeliest.map(({ code }) => {
      const tile = cutOut(document, view);
      if (swatches) putSwatch(tile, swatches, code, cellWithin(cell, view, document.lattice.columns));
      return tile;
    });
    tell();
    const codes = Int16Array.from(likeliest, ({ code }) => code);
    timer = setTimeout(() => void decode(cell, codes, controller.signal), REST);
  }

  async function decode(cell: number, codes: Int16Array<ArrayBuffer>, signal: AbortSignal): Promise<void> {
    if (isRunning(store.getState().job) || store.getState().bundle.loaded === 'none') return;
    const { lattice } = document;
    const request = { lattice, tokens: document.tokens.slice(), cell, codes };
    await engine
      .tryCodes(request, {
        signal,
        onEvent: (event) => {
          if (event.type !== 'tile' || signal.aborted) return;
          tiles = tiles.with(event.candidate, event.pixels);
          tell();
        },
      })
      // The swatches stay; what ails the engine is said by the next thing that is asked of it.
      .catch(() => undefined);
  }

  function tell(): void {
    store.setState(({ measurement }) => ({ measurement: { ...measurement, tiles: measurement.tiles + 1 } }));
  }

  return { of: (rank) => tiles[rank] };
}

/** Where the cell lies in the view, in layout pixels. */
function cellWithin(cell: number, view: Rect, columns: number): { readonly x: number; readonly y: number } {
  return {
    x: (cell % columns) * LAYOUT_CELL_PIXELS - view.x,
    y: Math.floor(cell / columns) * LAYOUT_CELL_PIXELS - view.y,
  };
}

function cutOut({ picture, layout }: PaintDocument, { x, y, width, height }: Rect): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * width * height);
  for (let row = 0; row < height; row++) {
    const start = 4 * ((y + row) * layout.width + x);
    pixels.set(picture.subarray(start, start + 4 * width), 4 * row * width);
  }
  return pixels;
}

/** Puts a code's swatch over the cell. */
function putSwatch(tile: Uint8ClampedArray, swatches: ModelSwatches, code: number, at: { x: number; y: number }): void {
  const { pixels: side, rgb } = swatches;
  for (let y = 0; y < LAYOUT_CELL_PIXELS; y++) {
    for (let x = 0; x < LAYOUT_CELL_PIXELS; x++) {
      const row = Math.floor((y * side) / LAYOUT_CELL_PIXELS);
      const column = Math.floor((x * side) / LAYOUT_CELL_PIXELS);
      const from = 3 * ((code * side + row) * side + column);
      const to = 4 * ((at.y + y) * TILE_PIXELS + at.x + x);
      tile.set(rgb.subarray(from, from + 3), to);
    }
  }
}
