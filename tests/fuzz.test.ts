import { describe, expect, it } from 'vitest';
import { corpusOf } from '../fuzz/corpus.ts';
import { tryBytes, tryOnce } from '../fuzz/fuzz.ts';
import { targets, type TargetName } from '../fuzz/targets.ts';

/** A few seconds of what `npm run fuzz -- --minutes 20` does, with the same seeds each time. */
const TRIES = 150;
/** On a machine that does other things too. */
const PATIENCE = 20_000;

describe.each(Object.keys(targets) as TargetName[])('what is read of %s', (name) => {
  it('is, of the corpus, refused or read as it should be', async () => {
    const tried = await Promise.all(corpusOf(name).map(({ bytes }) => tryBytes(name, bytes, PATIENCE)));
    expect(tried.flatMap(({ find }) => (find ? [find] : []))).toEqual([]);
    expect(tried.some(({ read }) => read)).toBe(true);
  });

  it('is, of what nobody would write, refused in a sentence or read whole', async () => {
    const results: boolean[] = [];
    for (let seed = 1; seed <= TRIES; seed++) {
      const { read, find } = await tryOnce(name, seed);
      if (find?.error !== undefined && read === undefined) throw find.error;
      results.push(read === true);
    }
    expect(new Set(results).size, 'some are read and some are not').toBe(2);
  });
});
