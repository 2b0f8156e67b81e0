import { corpusOf } from './corpus.ts';
import { Random } from './random.ts';
import { targets, type TargetName } from './targets.ts';

/**
 * No small file may keep a reader busy for longer, milliseconds: it would be a page that does not answer. Of the processor's time: what
 * else a machine does is none of the reader's doing.
 */
const SLOW = 2_000;

/** Something that must not happen, and the bytes that make it happen. */
export interface Find {
  readonly bytes: Uint8Array;
  readonly error: unknown;
}

export interface Tried {
  /** Whether it was read; undefined for what must not happen. */
  readonly read: boolean | undefined;
  readonly find?: Find;
}

/** One try of a reader. The same seed makes the same bytes, as long as the corpus is the same. */
export async function tryOnce(name: TargetName, seed: number): Promise<Tried> {
  const random = new Random(seed);
  const corpus = corpora(name);
  let bytes = random.pick(corpus);
  bytes = targets[name].mutate(bytes.slice(), random, corpus);
  return tryBytes(name, bytes);
}

/** @param patience how long it may take, milliseconds of the processor's time */
export async function tryBytes(name: TargetName, bytes: Uint8Array, patience = SLOW): Promise<Tried> {
  const start = process.cpuUsage();
  try {
    // A copy: a reader that changes what it is given is not to hide what it was.
    const read = await targets[name].read(bytes.slice());
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1000;
    if (took > patience) return { read, find: { bytes, error: new Error(`It took ${Math.round(took)} ms.`) } };
    return { read };
  } catch (error) {
    return { read: undefined, find: { bytes, error } };
  }
}

const loaded = new Map<TargetName, readonly Uint8Array[]>();

function corpora(name: TargetName): readonly Uint8Array[] {
  const known = loaded.get(name) ?? corpusOf(name).map(({ bytes }) => bytes);
  loaded.set(name, known);
  return known;
}
