import { chunksOf } from '../core/chunksOf.ts';
import { IoError } from '../core/ioError.ts';

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
 * @throws IoError with one sentence for a person.
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
    throw new IoError(
      `“${name}” is on another page that does not let this one fetch it. Save it there, and drop the file here.`,
    );
  }
  if (!response.ok) throw new IoError(`“${name}” could not be fetched: its page answered with ${response.status}.`);
  const length = Number(response.headers.get('content-length'));
  const total = length > 0 ? length : undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  try {
    for await (const part of chunksOf(response)) {
      parts.push(part);
      done += part.length;
      if (done > MOST_BYTES) throw new IoError(`“${name}” is larger than any picture that this page reads.`);
      onProgress(done, total);
    }
  } catch (error) {
    throw error instanceof IoError ? error : new IoError(`“${name}” was only partly fetched. Drag it here once more.`);
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
    throw new IoError('That picture came in an address that says nothing.');
  }
}
