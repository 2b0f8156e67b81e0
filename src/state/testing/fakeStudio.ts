import { createDocumentHistory } from '../../document/documentHistory.ts';
import { createPaintDocument } from '../../document/createPaintDocument.ts';
import { createPageStore } from '../pageState.ts';
import { createStudio, type Studio, type StudioParts } from '../studio.ts';
import { FakeEngine, INFO, settled } from './fakeEngine.ts';

export const LATTICE = { rows: 8, columns: 8 };
export const CELLS = 64;

export interface FakeStudio extends Studio {
  readonly engine: FakeEngine;
  readonly zooms: number[];
  /** Presses Paint and answers until the engine samples. */
  startPainting(): Promise<void>;
}

export function fakeStudio(parts: Partial<StudioParts> = {}): FakeStudio {
  const document = createPaintDocument(LATTICE);
  const engine = new FakeEngine();
  const zooms: number[] = [];
  let seed = 100;
  const studio = createStudio({
    document,
    engine,
    history: createDocumentHistory(document),
    viewport: {
      fit: () => zooms.push(0),
      setZoom: (zoom) => zooms.push(zoom),
      zoomBy: (factor) => zooms.push(factor),
    },
    store: createPageStore(LATTICE, { opened: true }),
    bundle: { kind: 'url', url: 'fake/manifest.json' },
    now: () => 0,
    randomSeed: () => seed++,
    ...parts,
  });
  return {
    ...studio,
    engine,
    zooms,
    async startPainting() {
      void studio.painter.paint();
      await settled();
      if (engine.names.at(-1) === 'inspect') await engine.answer('inspect', INFO);
      if (engine.names.at(-1) === 'load') await engine.answer('load');
      engine.latest('paint');
    },
  };
}
