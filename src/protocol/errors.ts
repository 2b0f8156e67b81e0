/**
 * The closed set of things that can go wrong in the engine. Comlink drops an error's code and cause, so errors cross
 * the border as `EngineFailure` values and are rebuilt as `EngineError` on the page's side.
 */
export const ENGINE_ERROR_CODES = [
  'ABORTED', // the person, or a newer job, cancelled it
  'MANIFEST_MISSING', // no manifest at the address
  'MANIFEST_INVALID', // there is one, but it is not a manifest we can read
  'GRAPH_MISSING', // a graph's file cannot be fetched
  'GRAPH_TRUNCATED', // its length is not the manifest's
  'GRAPH_HASH', // its sha256 is not the manifest's
  'NETWORK', // the connection failed
  'ENGINE_FILE', // the runtime's WebAssembly is missing, or something else came in its place
  'NO_BACKEND', // no backend passed the self-test
  'DEVICE_LOST', // the GPU went away
  'OUT_OF_MEMORY',
  'WORKER_DIED', // the worker ended, or did not answer in time
  'BAD_REQUEST', // the page asked for something that cannot be
  'INTERNAL',
] as const;

export type EngineErrorCode = (typeof ENGINE_ERROR_CODES)[number];

/** An error as it crosses the border. `detail` is for people who report it, not a sentence of the page. */
export interface EngineFailure {
  readonly code: EngineErrorCode;
  readonly message: string;
  readonly detail?: string;
}

export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly code: EngineErrorCode,
    message: string,
    readonly detail?: string,
  ) {
    super(message);
  }
}

export function toFailure(error: unknown): EngineFailure {
  if (error instanceof EngineError) {
    const { code, message, detail } = error;
    return detail === undefined ? { code, message } : { code, message, detail };
  }
  const message = error instanceof Error ? error.message : String(error);
  const outOfMemory = error instanceof RangeError || /out of memory|allocation failed|bad_alloc/i.test(message);
  return { code: outOfMemory ? 'OUT_OF_MEMORY' : 'INTERNAL', message };
}
