import { toLayout } from '../../core/lattice.ts';
import { cutPixels, pictureSize, toPicture } from '../../core/picturePixels.ts';
import { cellView } from '../../core/region/cellView.ts';
import type { Swatches } from '../../protocol/engineEvents.ts';
import { isRunning } from '../painting/jobState.ts';
import type { PainterParts } from '../painting/painter.ts';
import { measurementOf } from './measurement.ts';
import type { Measurer } from './measurer.ts';

/** What the cell that is looked at would be like with each of its likeliest codes. */
export interface CodeTiles {
  /** RGBA of the cell and its neighbours, a square. @param rank 0 is the likeliest */
  of(rank: number): Uint8ClampedArray<ArrayBuffer> | undefined;
}

/** A cell is decoded when the pointer has rested on it for so long. Milliseconds. */
const REST = 150;

type CodeTilesParts = Pick<PainterParts, 'document' | 'engine' | 'store' | 'model'> & { readonly measurer: Measurer };

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
    const view = cellView(cell, document.lattice);
    const { swatches } = model;
    const { lattice, picture, cellPixels } = document;
    const { width } = pictureSize(lattice, cellPixels);
    const { columns } = lattice;
    const at = { x: (cell % columns) - view.x, y: Math.floor(cell / columns) - view.y };
    tiles = likeliest.map(({ code }) => {
      const tile = cutPixels(picture, width, toPicture(toLayout(view), cellPixels));
      if (swatches) putSwatch(tile, swatches, code, at, cellPixels);
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
      .call('tryCodes', request, {
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

/** Puts a code's swatch over a cell of a tile. @param at the cell within the tile, in cells */
function putSwatch(
  tile: Uint8ClampedArray,
  swatches: Swatches,
  code: number,
  at: { readonly x: number; readonly y: number },
  cellPixels: number,
): void {
  const { pixels: side, rgb } = swatches;
  const stride = Math.sqrt(tile.length / 4);
  for (let y = 0; y < cellPixels; y++) {
    for (let x = 0; x < cellPixels; x++) {
      const row = Math.floor((y * side) / cellPixels);
      const column = Math.floor((x * side) / cellPixels);
      const from = 3 * ((code * side + row) * side + column);
      const to = 4 * ((at.y * cellPixels + y) * stride + at.x * cellPixels + x);
      tile.set(rgb.subarray(from, from + 3), to);
    }
  }
}
