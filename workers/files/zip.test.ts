import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipOf } from './zip.ts';

describe('a ZIP of files', () => {
  it('holds all of them, under names of their own', () => {
    const data = Uint8Array.of(1, 2, 3);
    const bytes = zipOf([
      { name: 'a.png', data },
      { name: 'a.png', data: Uint8Array.of(4) },
      { name: '__proto__', data },
    ]);
    const found = unzipSync(bytes);
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['a.png', 'a 2.png']));
    expect(found['a.png']).toEqual(data);
    expect(found['a 2.png']).toEqual(Uint8Array.of(4));
  });
});
