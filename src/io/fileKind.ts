import { imageFormatOf, type ImageFormat } from '../core/photo/imageHeader.ts';

/** What a file is by its first bytes; its name may say anything. */
export type FileKind = 'project' | 'json' | 'model' | ImageFormat | 'unknown';

const HEAD_BYTES = 16;

export async function kindOfFile(file: Blob): Promise<FileKind> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const format = imageFormatOf(head);
  if (format) return format;
  const text = String.fromCharCode(...head);
  if (text.startsWith('{')) return 'json';
  // A ZIP; whether it is a project is seen when it is read.
  if (text.startsWith('PK\x03\x04')) return 'project';
  // ONNX is a protocol buffer without a signature of its own.
  return file instanceof File && /\.onnx$/i.test(file.name) ? 'model' : 'unknown';
}
