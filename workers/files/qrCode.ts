import { encode } from 'uqr';
import type { QrCode } from '../../src/protocol/fileMaker.ts';

/** A text as a QR code with the least error correction, which is the one with the most room. */
export function encodeQrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'L', border: 0 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter(Boolean)
    .join('');
  return { size, path };
}
