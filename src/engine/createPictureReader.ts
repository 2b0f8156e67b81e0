import type { PictureReader } from '../protocol/pictureReader.ts';
import { endingWorker } from './endingWorker.ts';

/** A reader with a worker of its own. */
export interface PictureReaderClient extends PictureReader {
  /** Ends the worker at once; what it was doing is answered with a failure. */
  dispose(): void;
}

/** The page's side of the picture reader. The worker is spawned here and lives until `dispose`. */
export function createPictureReader(spawn: () => Worker = spawnReader): PictureReaderClient {
  const worker = endingWorker<PictureReader>(spawn(), { code: 'reading-stopped' }, { code: 'reading-no-memory' });
  return {
    open: (request) => worker.race(worker.remote.open(request)),
    readAs: (request) => worker.race(worker.remote.readAs(request)),
    fit: (request) => worker.race(worker.remote.fit(request)),
    cut: (request) => worker.race(worker.remote.cut(request)),
    dispose: worker.dispose,
  };
}

function spawnReader(): Worker {
  return new Worker(new URL('../../workers/reader.worker.ts', import.meta.url), { type: 'module', name: 'reader' });
}
