import { IoError } from '../../src/core/ioError.ts';
import type { ReaderReply } from '../../src/protocol/readerReply.ts';

/** @param what the thing that is read, as it is named within a sentence: "map" */
export async function reply<T>(what: string, task: () => T | Promise<T>): Promise<ReaderReply<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (error) {
    if (error instanceof IoError) return { ok: false, sentence: error.message };
    if (error instanceof RangeError) {
      return {
        ok: false,
        sentence: `There was not enough memory for this ${what}. Scale it down, or close other tabs.`,
      };
    }
    console.error(error);
    return {
      ok: false,
      sentence: `This ${what} could not be read. If others open it, report it as a fault of this page.`,
    };
  }
}
