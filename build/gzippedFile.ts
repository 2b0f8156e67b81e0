import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const QUERY = '?gzipped';

/** Files that were packed, by any of the build's plugins: the workers have a build of their own. */
const packed = new Set<string>();

/**
 * `import file from 'path?gzipped'`: a file that the build packs with gzip, because some static hosts take no file over 25 MiB
 * and not all of them pack what they send. Its address, its bytes as it lies there, and the sha256 of what is in it. In
 * development the file is served as it is; whoever fetches it looks at its first bytes.
 */
export function gzippedFile(): Plugin {
  let building = false;
  return {
    name: 'gzipped-file',
    enforce: 'pre',
    configResolved({ command }) {
      building = command === 'build';
    },
    async resolveId(source, importer) {
      if (!source.endsWith(QUERY)) return undefined;
      const resolved = await this.resolve(source.slice(0, -QUERY.length), importer, { skipSelf: true });
      return resolved ? `\0${resolved.id}${QUERY}` : undefined;
    },
    async load(id) {
      if (!id.startsWith('\0') || !id.endsWith(QUERY)) return undefined;
      const path = id.slice(1, -QUERY.length);
      const content = await readFile(path);
      const sha256 = createHash('sha256').update(content).digest('hex');
      const exported = (bytes: number, url: string) =>
        `export default { url: ${url}, bytes: ${bytes}, sha256: '${sha256}' };`;
      if (!building) return `import url from ${JSON.stringify(`${path}?url`)};\n${exported(content.length, 'url')}`;
      const source = gzipSync(content, { level: 9 });
      packed.add(basename(path));
      const reference = this.emitFile({ type: 'asset', name: `${basename(path)}.gz`, source });
      return exported(source.length, `import.meta.ROLLUP_FILE_URL_${reference}`);
    },
    // Libraries name their files themselves, too, and then they would lie there twice.
    generateBundle(_, bundle) {
      for (const [file, output] of Object.entries(bundle)) {
        if (output.type === 'asset' && output.names.some((name) => packed.has(name))) delete bundle[file];
      }
    },
  };
}
