import { toFailure } from '../../src/protocol/errors.ts';
import type { Reply } from '../../src/protocol/paintEngine.ts';

/** What a task gives, or its failure, as a value: Comlink drops an error's code. */
export async function reply<T>(task: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}
