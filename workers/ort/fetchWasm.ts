/** The first bytes of a gzip file (RFC 1952). */
const GZIP = [0x1f, 0x8b];

/**
 * The engine's bytes, unpacked if they come packed: hosts differ in whether they unpack a `.gz` on the way.
 * @throws TypeError if it cannot be fetched or unpacked
 */
export async function fetchWasm(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new TypeError(`The engine could not be fetched (${response.status}).`);
  const bytes = await response.arrayBuffer();
  const head = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (!GZIP.every((byte, at) => head[at] === byte)) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
