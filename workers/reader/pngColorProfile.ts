import { Unzlib } from 'fflate';
import { toSrgbOfCicp, toSrgbOfIcc, type ToSrgb } from '../../src/core/colorProfile.ts';
import { joinBytes } from '../../src/core/joinBytes.ts';
import type { PngChunk } from '../../src/core/pngChunks.ts';

/** Profiles of displays take some kilobytes; what unpacks to more is none. */
const MOST_PROFILE_BYTES = 2 ** 20;
/** Compressed bytes given to the inflater at a time. */
const PIECE = 4096;

/**
 * What a PNG says of its colours: cICP before iCCP (PNG, third edition, 4.3). A profile that is damaged says nothing, and
 * the map is read all the same.
 * @returns undefined where the colours are sRGB
 */
export function pngColorProfile(chunks: readonly PngChunk[]): ToSrgb | undefined {
  const cicp = chunks.find(({ type }) => type === 'cICP');
  if (cicp) return toSrgbOfCicp(cicp.data);
  const iccp = chunks.find(({ type }) => type === 'iCCP');
  const profile = iccp && unpackedProfile(iccp.data);
  return profile && toSrgbOfIcc(profile);
}

/** Its name, a zero, the method of packing (0: zlib), and the profile. */
function unpackedProfile(data: Uint8Array): Uint8Array | undefined {
  const end = data.indexOf(0);
  if (end < 1 || data[end + 1] !== 0) return undefined;
  const packed = data.subarray(end + 2);
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflater = new Unzlib((part) => {
    size += part.length;
    if (size > MOST_PROFILE_BYTES) throw new RangeError('It is no profile.');
    parts.push(part);
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE) inflater.push(packed.subarray(at, at + PIECE));
  } catch {
    return undefined;
  }
  return joinBytes(parts);
}
