import type { PhotographReader } from '../protocol/photographReader.ts';
import { endingWorker } from './endingWorker.ts';

/** A reader with a worker of its own. */
export interface PhotographReaderClient extends PhotographReader {
  /** Ends the worker at once; what it was doing is answered with a failure. */
  dispose(): void;
}

/** The page's side of the photograph reader. The worker is spawned here and lives until `dispose`. */
export function createPhotographReader(spawn: () => Worker = spawnReader): PhotographReaderClient {
  const worker = endingWorker<PhotographReader>(
    spawn(),
    'Reading the photograph was stopped.',
    'Reading the photograph took more memory than there is. Scale it down, or close other tabs.',
  );
  return {
    read: (file) => worker.race(worker.remote.read(file)),
    cut: (request) => worker.race(worker.remote.cut(request)),
    dispose: worker.dispose,
  };
}

function spawnReader(): Worker {
  return new Worker(new URL('../../workers/photograph.worker.ts', import.meta.url), {
    type: 'module',
    name: 'photograph',
  });
}
