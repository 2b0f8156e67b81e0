import type { MapReader } from '../protocol/mapReader.ts';
import { endingWorker } from './endingWorker.ts';

/** A reader with a worker of its own. */
export interface MapReaderClient extends MapReader {
  /** Ends the worker at once; what it was doing is answered with a failure. */
  dispose(): void;
}

/** The page's side of the map reader. The worker is spawned here and lives until `dispose`. */
export function createMapReader(spawn: () => Worker = spawnReader): MapReaderClient {
  const worker = endingWorker<MapReader>(
    spawn(),
    'Reading the map was stopped.',
    'Reading the map took more memory than there is. Scale it down, or close other tabs.',
  );
  return {
    read: (request) => worker.race(worker.remote.read(request)),
    fit: (request) => worker.race(worker.remote.fit(request)),
    dispose: worker.dispose,
  };
}

function spawnReader(): Worker {
  return new Worker(new URL('../../workers/reader.worker.ts', import.meta.url), { type: 'module', name: 'reader' });
}
