import * as Comlink from 'comlink';
import type { MapReader, MapReply } from '../protocol/mapReader.ts';

/** A reader with a worker of its own. */
export interface MapReaderClient extends MapReader {
  /** Ends the worker at once; what it was doing is answered with a failure. */
  dispose(): void;
}

const ENDED = { ok: false, sentence: 'Reading the map was stopped.' } as const;
const DIED = {
  ok: false,
  sentence: 'Reading the map took more memory than there is. Scale it down, or close other tabs.',
} as const;

/** The page's side of the map reader. The worker is spawned here and lives until `dispose`. */
export function createMapReader(spawn: () => Worker = spawnReader): MapReaderClient {
  const worker = spawn();
  // As in workerHandle.ts: Comlink's own type takes unions apart, and its calls wait for ever on a dead worker.
  const reader = Comlink.wrap<MapReader>(worker) as unknown as MapReader;
  let end: ((failure: MapReply<never>) => void) | undefined;
  const ended = new Promise<MapReply<never>>((resolve) => {
    end = resolve;
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    end?.(DIED);
  });
  worker.addEventListener('messageerror', () => end?.(DIED));
  return {
    read: (request) => Promise.race([reader.read(request), ended]),
    fit: (request) => Promise.race([reader.fit(request), ended]),
    dispose() {
      end?.(ENDED);
      worker.terminate();
    },
  };
}

function spawnReader(): Worker {
  return new Worker(new URL('../../workers/reader.worker.ts', import.meta.url), { type: 'module', name: 'reader' });
}
