import { readFileSync } from 'node:fs';

/** What the page fetches before its first paint: the scripts that the built index.html names. */
function firstScripts() {
  const html = readFileSync('dist/index.html', 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g)].map(([, path]) => `dist/${path}`);
  if (scripts.length === 0) throw new Error('dist/index.html names no script: the limit would hold for nothing.');
  return scripts;
}

export default [
  { name: 'script before the first paint', path: firstScripts(), limit: '200 kB', gzip: true },
  { name: 'the engine, fetched by the worker', path: 'dist/assets/*.wasm', limit: '12 MB', gzip: true },
];
