import { IoError } from '../problem.ts';

/** Reads bytes one after the other; past their end there is a problem, and never a number that was not there. */
export class ByteReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get rest(): number {
    return this.bytes.length - this.at;
  }

  take(count: number): Uint8Array {
    if (count > this.rest) throw new IoError({ code: 'link-damaged' });
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  /** Big-endian, of 1 to 4 bytes. */
  number(bytes: 1 | 2 | 4): number {
    return this.take(bytes).reduce((sum, byte) => sum * 256 + byte, 0);
  }
}

/** Collects bytes. */
export class ByteWriter {
  private readonly parts: number[] = [];

  bytes(bytes: Iterable<number>): void {
    for (const byte of bytes) this.parts.push(byte);
  }

  /** Big-endian, of 1 to 4 bytes. */
  number(value: number, bytes: 1 | 2 | 4): void {
    for (let byte = bytes - 1; byte >= 0; byte--) this.parts.push(Math.floor(value / 256 ** byte) % 256);
  }

  done(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.parts);
  }
}
