import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TargetName } from './targets.ts';

const FOLDER = join(import.meta.dirname, 'corpus');

/** What each reader begins with, the smallest name first: files that were made for this, and what was found with them. */
export function corpusOf(target: TargetName): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const folder = join(FOLDER, target);
  const names = readdirSync(folder).toSorted();
  if (names.length === 0) throw new Error(`${folder} is empty: nothing would be tried.`);
  return names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}
