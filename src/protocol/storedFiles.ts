/** Where the engine's files lie in the browser's storage, which the page shows and clears. */

/** Graphs by their hashes, whatever the bundle: `modelAddress`. */
export const MODEL_CACHE = 'plein-air-models-1';
/** The runtime's WebAssembly, by its address. */
export const ENGINE_CACHE = 'plein-air-engine';

/** Cache storage is keyed by addresses; this one is never fetched. */
export function modelAddress(sha256: string, origin: string): string {
  return new URL(`/plein-air-models/${sha256}`, origin).href;
}
