import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tryOnce, type Find } from './fuzz.ts';
import { targets, type TargetName } from './targets.ts';
import { watchOver } from './watchOver.ts';

const FINDS = join(import.meta.dirname, 'finds');
/** Finds of one reader after which it is let be: they are one fault, as a rule. */
const MOST_FINDS = 5;

/** Tries each reader in turn for some minutes. @returns whether nothing was found */
export async function main(given: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...given],
    options: {
      minutes: { type: 'string', default: '1' },
      target: { type: 'string', multiple: true },
      seed: { type: 'string' },
    },
  });
  const names = (Object.keys(targets) as TargetName[]).filter((name) => values.target?.includes(name) ?? true);
  if (names.length === 0) throw new Error(`There is no such reader. There are: ${Object.keys(targets).join(', ')}.`);
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error('--minutes is a number above 0.');
  const first = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
  const end = performance.now() + minutes * 60_000;
  const told = new Map(names.map((name) => [name, { tries: 0, read: 0, finds: 0 }]));
  const watch = watchOver();
  for (let seed = first; performance.now() < end; seed++) {
    for (const name of names) {
      const count = told.get(name)!;
      if (count.finds >= MOST_FINDS) continue;
      watch.begin(name, seed);
      const { read, find } = await tryOnce(name, seed);
      count.tries += 1;
      if (read) count.read += 1;
      if (!find) continue;
      count.finds += 1;
      keep(name, seed, find);
    }
  }
  await watch.end();
  for (const [name, { tries, read, finds }] of told) {
    console.log(`${name.padEnd(12)} ${tries} tries, ${read} read, ${tries - read - finds} refused, ${finds} finds`);
    // A reader that refuses everything is not tried beyond its first check, and one that refuses nothing is not tried at all.
    if (tries > 1000 && (read === 0 || read === tries)) throw new Error(`All tries of ${name} ended alike.`);
  }
  console.log(`First seed: ${first}.`);
  return [...told.values()].every(({ finds }) => finds === 0);
}

function keep(name: TargetName, seed: number, { bytes, error }: Find): void {
  mkdirSync(FINDS, { recursive: true });
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const file = join(FINDS, `${name}-${hash}`);
  writeFileSync(file, bytes);
  console.error(`Found by --target ${name} --seed ${seed}, kept as ${file}:`, error);
}
