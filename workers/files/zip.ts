import { zipSync } from 'fflate';
import type { NamedFile } from '../../src/protocol/fileMaker.ts';

/**
 * Files as one ZIP, without compressing again what PNG has compressed. Names that are there already get a number.
 * @returns its bytes
 */
export function zipOf(files: readonly NamedFile[]): Uint8Array<ArrayBuffer> {
  const entries: Record<string, Uint8Array> = {};
  for (const { name, data } of files) entries[freeName(name, entries)] = data;
  return zipSync(entries, { level: 0 });
}

function freeName(name: string, taken: Readonly<Record<string, unknown>>): string {
  let free = name;
  for (let count = 2; Object.hasOwn(taken, free); count++) free = name.replace(/(\.[^.]*)?$/, ` ${count}$1`);
  return free;
}
