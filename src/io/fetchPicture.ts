import { chunksOf } from '../core/chunksOf.ts';
import { IoError } from '../core/problem.ts';

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** @param total bytes; undefined where the host does not say */
  readonly onProgress: (done: number, total: number | undefined) => void;
}

/** No picture is larger. */
const MOST_BYTES = 2 ** 28;

/**
 * Fetches a picture that a person has dragged here from another page, where its host allows that. Nothing of the person
 * goes with the request: no cookies, and not the address of this page.
 * @param name of the file that it becomes
 * @throws IoError
 */
export async function fetchPicture(address: string, name: string, options: FetchOptions): Promise<File> {
  if (address.startsWith('data:')) return fromDataAddress(address, name);
  const { signal, onProgress } = options;
  const response = await fetch(address, {
    signal,
    mode: 'cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).catch(() => undefined);
  if (!response) {
    throw new IoError({ code: 'not-shared', file: name });
  }
  if (!response.ok) throw new IoError({ code: 'not-fetched', file: name, status: response.status });
  const length = Number(response.headers.get('content-length'));
  const total = length > 0 ? length : undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  try {
    for await (const part of chunksOf(response)) {
      parts.push(part);
      done += part.length;
      if (done > MOST_BYTES) throw new IoError({ code: 'too-large', file: name });
      onProgress(done, total);
    }
  } catch (error) {
    throw error instanceof IoError ? error : new IoError({ code: 'partly-fetched', file: name });
  }
  return new File(parts, name, { type: response.headers.get('content-type') ?? '' });
}

/** The page's policy keeps it from fetching these, which have all of their bytes in them. */
function fromDataAddress(address: string, name: string): File {
  const found = /^data:([^,;]*)((?:;[^,;]*)*),(.*)$/s.exec(address);
  const [, type = '', options = '', content = ''] = found ?? [];
  try {
    const text = options.endsWith(';base64') ? atob(decodeURIComponent(content)) : decodeURIComponent(content);
    return new File([Uint8Array.from(text, (character) => character.codePointAt(0) ?? 0)], name, { type });
  } catch {
    throw new IoError({ code: 'empty-address' });
  }
}
