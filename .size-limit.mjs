import { readdirSync, readFileSync } from 'node:fs';

/** What the page fetches before its first paint: the scripts that the built index.html names. */
function firstScripts() {
  const html = readFileSync('dist/index.html', 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g)].map(([, path]) => `dist/${path}`);
  if (scripts.length === 0) throw new Error('dist/index.html names no script: the limit would hold for nothing.');
  return scripts;
}

/** The engine's builds, packed, apart: a browser fetches one of them, the first time that it paints. */
function engines() {
  const files = readdirSync('dist/assets').filter((name) => /\.wasm-[\w-]+\.gz$/.test(name));
  if (files.length === 0) throw new Error('dist/assets has no engine: the limit would hold for nothing.');
  return files.map((name) => ({ name: `engine: ${name}`, path: `dist/assets/${name}`, limit: '7 MB', brotli: false }));
}

export default [
  { name: 'script before the first paint', path: firstScripts(), limit: '205 kB', gzip: true },
  ...engines(),
];
