import { cellCount, SUB_CELLS, type Lattice } from '../src/core/lattice.ts';
import { createEngine } from '../src/engine/createEngine.ts';
import type { PaintResult } from '../src/protocol/paintEngine.ts';

/** Of these every codebook has as many. */
const CODES = 256;

/** How the page's engine is set up. */
export interface Way {
  readonly workers: 1 | 2;
  readonly threads: number;
}

/** Milliseconds until the first tile and the last, and how many there were. */
export type PaintedPicture = PaintResult['timing'] & { readonly provisional: number; readonly final: number };

export interface EngineBench {
  /** Milliseconds until all that painting needs was ready. */
  readonly load: number;
  picture(lattice: Lattice, guidance: number): Promise<PaintedPicture>;
  /** Makes the pixels of tokens that mean nothing. */
  decode(lattice: Lattice, seed: number): Promise<void>;
  end(): void;
}

/** The page's own engine, with workers and all, on WASM. */
export async function startEngine(manifest: string, way: Way): Promise<EngineBench> {
  const engine = createEngine(way);
  const start = performance.now();
  await engine.load({ source: { kind: 'url', url: manifest }, backend: 'wasm', need: 'paint' });
  const load = performance.now() - start;
  return {
    load,
    async picture(lattice, guidance) {
      let provisional = 0;
      let final = 0;
      const { timing } = await engine.call(
        'paint',
        {
          lattice,
          subCells: layoutOf(lattice),
          mood: 0,
          zoom: 0,
          settings: { temperature: 0.95, topK: 100, topP: 0.98, guidance, seed: 1 },
        },
        {
          onEvent: (event) => {
            if (event.type !== 'tile') return;
            if (event.final) final++;
            else provisional++;
          },
        },
      );
      return { ...timing, provisional, final };
    },
    async decode(lattice, seed) {
      const tokens = new Int16Array(cellCount(lattice)).map((_, cell) => (cell * 37 + seed) % CODES);
      await engine.call('decode', { lattice, tokens });
    },
    end: () => engine.dispose(),
  };
}

/** Sky over mountains over grass over water. */
export function layoutOf(lattice: Lattice): Uint8Array<ArrayBuffer> {
  const bands = [1, 1, 3, 7, 9];
  const rows = lattice.rows * SUB_CELLS;
  const columns = lattice.columns * SUB_CELLS;
  return Uint8Array.from(
    { length: cellCount(lattice) * SUB_CELLS * SUB_CELLS },
    (_, n) => bands[Math.floor((Math.floor(n / columns) * bands.length) / rows)]!,
  );
}
