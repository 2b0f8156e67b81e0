import { encode } from 'fast-png';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, expect, it, vi } from 'vitest';
import { encodeProject } from '../../workers/files/projectZip.ts';
import { decodeProject } from './projectFile.ts';

const lattice = { rows: 8, columns: 8 };
const layout = { width: 128, height: 128, ids: new Uint8Array(128 * 128).fill(1) };
const parts = { lattice, layout, tokens: new Int16Array(64), picture: undefined, page: {} };

/** Of a few bytes; only its header says that it is large. */
function pngOf(width: number, height: number): Uint8Array {
  const png = encode({ width: 1, height: 1, data: new Uint8Array(4), channels: 4 });
  const header = new DataView(png.buffer, png.byteOffset);
  header.setUint32(16, width);
  header.setUint32(20, height);
  return png;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('unpacks no picture of a project that claims another size than its lattice has', async () => {
  const decoded = vi.fn<(file: Blob) => Promise<never>>().mockRejectedValue(new Error('There is no browser.'));
  vi.stubGlobal('createImageBitmap', decoded);
  const files = unzipSync(encodeProject(parts));
  for (const name of ['picture.png', 'photograph.png']) {
    const project = (picture: Uint8Array) => decodeProject(zipSync({ ...files, [name]: picture }), 'lake.pleinair');
    const size = /wrong-size.*30000.*64.*128.*256/;
    // oxlint-disable-next-line no-await-in-loop -- one after the other, to see which.
    await expect(project(pngOf(30_000, 30_000))).rejects.toThrow(size);
    // oxlint-disable-next-line no-await-in-loop -- as above.
    await expect(project(new TextEncoder().encode('RIFF____WEBP'))).rejects.toThrow('not-png');
  }
  expect(decoded).not.toHaveBeenCalled();
  await expect(decodeProject(zipSync({ ...files, 'picture.png': pngOf(128, 128) }), 'lake.pleinair')).rejects.toThrow(
    'unreadable-picture',
  );
  expect(decoded).toHaveBeenCalledOnce();
});

it('opens a project that a file manager has unpacked and packed again', async () => {
  const files = unzipSync(encodeProject(parts));
  const inFolder = Object.entries(files).flatMap(([name, data]) => [
    [`landscape-1/${name}`, data] as const,
    [`__MACOSX/landscape-1/._${name}`, new Uint8Array(4)] as const,
    [`__MACOSX/landscape-1/${name}`, new Uint8Array(4)] as const,
  ]);
  const again = zipSync({
    'landscape-1/': new Uint8Array(),
    'landscape-1/.DS_Store': new Uint8Array(1),
    'landscape-1/backup/plein-air.json': new Uint8Array(1),
    ...Object.fromEntries(inFolder),
  });
  const project = await decodeProject(again, 'lake.pleinair');
  expect(project.layout).toEqual(layout.ids);
  expect(project.tokens).toEqual(parts.tokens);
  await expect(decodeProject(zipSync({ 'a/b.txt': new Uint8Array(3) }), 'lake.pleinair')).rejects.toThrow(
    'not-project',
  );
});
