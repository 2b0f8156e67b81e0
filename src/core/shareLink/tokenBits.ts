import { EMPTY_TOKEN } from '../lattice.ts';

/** Bits of a token: the codebook has 1,024 codes. */
const BITS = 10;

/** Tokens that are there, 10 bits each, the last byte filled with zeros. */
export function packTokens(tokens: Int16Array): Uint8Array<ArrayBuffer> {
  const known = tokens.filter((token) => token !== EMPTY_TOKEN);
  const bytes = new Uint8Array(tokenBytes(known.length));
  for (const [index, token] of known.entries()) {
    for (let bit = 0; bit < BITS; bit++) {
      const at = index * BITS + bit;
      if ((token >> (BITS - 1 - bit)) & 1) bytes[at >> 3]! |= 0x80 >> (at & 7);
    }
  }
  return bytes;
}

/** How many bytes so many tokens take. */
export function tokenBytes(count: number): number {
  return Math.ceil((count * BITS) / 8);
}

/** @param isKnown for each cell; there are as many tokens in `bytes` */
export function unpackTokens(bytes: Uint8Array, isKnown: readonly boolean[]): Int16Array<ArrayBuffer> {
  let index = 0;
  return Int16Array.from(isKnown, (known) => {
    if (!known) return EMPTY_TOKEN;
    let token = 0;
    for (let bit = 0; bit < BITS; bit++) {
      const at = index * BITS + bit;
      token = (token << 1) | ((bytes[at >> 3]! >> (7 - (at & 7))) & 1);
    }
    index++;
    return token;
  });
}
