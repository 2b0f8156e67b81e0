import { IoError } from '../src/core/problem.ts';
import type { ReaderReply } from '../src/protocol/readerReply.ts';

/** What comes of reading or of making something: never a rejection. */
export async function replyOf<T>(doing: 'reading' | 'making', task: () => T | Promise<T>): Promise<ReaderReply<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (error) {
    if (error instanceof IoError) return { ok: false, problem: error.problem };
    // What an array that has no room throws.
    if (error instanceof RangeError) return { ok: false, problem: { code: `${doing}-no-memory` } };
    console.error(error);
    return { ok: false, problem: { code: `${doing}-failed` } };
  }
}
