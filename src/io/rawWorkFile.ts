import type { RawWork } from './workStore.ts';
import { zipOf } from './zip.ts';

/**
 * A document that cannot be read, as a ZIP for whoever can make something of it: `document.json` has all that is text
 * and numbers, and names a file of raw bytes for each array.
 */
export function encodeRawWork({ work, info, time }: RawWork): Promise<Uint8Array<ArrayBuffer>> {
  const files: { name: string; data: Uint8Array }[] = [];
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
  return zipOf([{ name: 'document.json', data: new TextEncoder().encode(json) }, ...files]);
}
