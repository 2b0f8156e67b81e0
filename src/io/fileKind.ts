/** What a file is by its first bytes; its name may say anything. */
export type FileKind = 'project' | 'png' | 'jpeg' | 'webp' | 'gif' | 'heic' | 'json' | 'model' | 'unknown';

const HEAD_BYTES = 16;

const MAGIC: readonly (readonly [kind: FileKind, at: number, head: string])[] = [
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['gif', 0, 'GIF8'],
  ['webp', 8, 'WEBP'],
  ['heic', 4, 'ftyphei'],
  ['heic', 4, 'ftypmif1'],
  ['json', 0, '{'],
  // A ZIP; whether it is a project is seen when it is read.
  ['project', 0, 'PK\x03\x04'],
];

export async function kindOfFile(file: Blob): Promise<FileKind> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const text = String.fromCharCode(...head);
  const found = MAGIC.find(([, at, magic]) => text.startsWith(magic, at));
  if (found) return found[0];
  // ONNX is a protocol buffer without a signature of its own.
  return file instanceof File && /\.onnx$/i.test(file.name) ? 'model' : 'unknown';
}
