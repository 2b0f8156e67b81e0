import * as Comlink from 'comlink';
import { IoError } from '../core/problem.ts';
import type { FileMaker, FileProgress, FileRequest, QrCode } from '../protocol/fileMaker.ts';
import type { ReaderReply } from '../protocol/readerReply.ts';
import { endingWorker } from './endingWorker.ts';

export interface MakeOptions {
  /** Ends the work at once. */
  readonly signal?: AbortSignal;
  readonly onProgress?: FileProgress;
}

/** Makes files beside the page. All that a request holds is copied when it is called: it may change right after. */
export interface FileMakerClient {
  /**
   * @returns the file's bytes
   * @throws IoError where it cannot be made; DOMException AbortError when it is stopped
   */
  make(request: FileRequest, options?: MakeOptions): Promise<Uint8Array<ArrayBuffer>>;
  /** @throws as `make` */
  qrCode(text: string, options?: Pick<MakeOptions, 'signal'>): Promise<QrCode>;
}

/** The page's side. Each file has a worker of its own, which takes its memory along when the file is made. */
export function createFileMaker(spawn: () => Worker = spawnMaker): FileMakerClient {
  async function run<T>(
    ask: (remote: FileMaker) => Promise<ReaderReply<T>>,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    signal?.throwIfAborted();
    const worker = endingWorker<FileMaker>(spawn(), { code: 'making-stopped' }, { code: 'making-no-memory' });
    signal?.addEventListener('abort', worker.dispose);
    try {
      const reply = await worker.race(ask(worker.remote));
      signal?.throwIfAborted();
      if (!reply.ok) throw new IoError(reply.problem);
      return reply.value;
    } finally {
      signal?.removeEventListener('abort', worker.dispose);
      worker.dispose();
    }
  }

  return {
    make: (request, { signal, onProgress } = {}) =>
      run((remote) => remote.make(request, onProgress && Comlink.proxy(onProgress)), signal),
    qrCode: (text, { signal } = {}) => run((remote) => remote.qrCode(text), signal),
  };
}

function spawnMaker(): Worker {
  return new Worker(new URL('../../workers/files.worker.ts', import.meta.url), { type: 'module', name: 'files' });
}
