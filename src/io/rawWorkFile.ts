import type { NamedFile } from '../protocol/fileMaker.ts';
import type { RawWork } from './workRecord.ts';

/**
 * A document that cannot be read, as the files of a ZIP for whoever can make something of it: `document.json` has all that is text
 * and numbers, and names a file of raw bytes for each array.
 */
export function rawWorkFiles({ work, info, time }: RawWork): readonly NamedFile[] {
  const files: NamedFile[] = [];
  const json = JSON.stringify(
    { format: 'plein-air-document', time, work, info },
    (key, value: unknown) => {
      if (!ArrayBuffer.isView(value)) return typeof value === 'bigint' ? String(value) : value;
      const name = `${files.length + 1}-${key || 'array'}.bin`;
      files.push({ name, data: new Uint8Array(value.buffer, value.byteOffset, value.byteLength) });
      return { file: name, type: value.constructor.name };
    },
    2,
  );
  return [{ name: 'document.json', data: new TextEncoder().encode(json) }, ...files];
}
