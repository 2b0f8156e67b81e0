import { zip } from 'fflate';

/**
 * Files as one ZIP, without compressing again what PNG has compressed. Names that are there already get a number.
 * @returns its bytes
 */
export function zipOf(
  files: readonly { readonly name: string; readonly data: Uint8Array }[],
): Promise<Uint8Array<ArrayBuffer>> {
  const entries: Record<string, Uint8Array> = {};
  for (const { name, data } of files) entries[freeName(name, entries)] = data;
  return new Promise((resolve, reject) => {
    zip(entries, { level: 0 }, (error, bytes) => (error ? reject(error) : resolve(new Uint8Array(bytes))));
  });
}

function freeName(name: string, taken: Readonly<Record<string, unknown>>): string {
  let free = name;
  for (let count = 2; Object.hasOwn(taken, free); count++) free = name.replace(/(\.[^.]*)?$/, ` ${count}$1`);
  return free;
}
