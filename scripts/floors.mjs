// Lists what the build uses that the oldest browsers README.md names do not have, and fails on what nothing asks for first.
//
// It sees: globals and their members by name (`navigator.share`, `Promise.try`), members of anything whose name belongs to no
// API that these browsers have, attributes in JSX, properties, values, selectors and at-rules of style sheets, and syntax that
// the build does not rewrite. It does not see: a member whose name some older API has too, or that the build also gives to
// something of its own (it has no types); what is called by a name made at run time; arguments and options; behaviour that
// changed; what needs https; and what onnxruntime's WebAssembly needs. The data says nothing of partial support here.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './run.mjs';
import { FLOORS, entryAt, lackedBy } from './floors/compat.mjs';
import { BEHIND, GUARDED, LEFT_OUT, NO_API } from './floors/guarded.mjs';
import { apisOf } from './floors/apis.mjs';
import { usedByScripts } from './floors/usedByScripts.mjs';
import { usedByStyles } from './floors/usedByStyles.mjs';

/** @param {string} folder @param {RegExp} ending */
function textsIn(folder, ending) {
  return readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => ({ name, text: readFileSync(resolve(root, folder, name), 'utf8') }));
}

/** Our own files: what they name is ours to guard. */
const ours = [...textsIn('src', /\.tsx?$/), ...textsIn('workers', /\.ts$/)].map(({ text }) => text).join('\n');

/** @type {string[]} */
const faults = [];
const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
const claim = `Chrome or Edge ${FLOORS.Chrome}, Firefox ${FLOORS.Firefox}, Safari ${FLOORS.Safari}`;
if (!readme.includes(claim)) faults.push(`README.md does not say “${claim}”.`);

const scripts = usedByScripts(textsIn('dist', /\.js$/));
const styles = textsIn('dist', /\.css$/).flatMap(({ text }) => [...usedByStyles(text)]);
const apis = apisOf(scripts);
const places = [...new Set([...styles, ...scripts.attributes, ...scripts.syntax])].flatMap(
  (path) => entryAt(path) ?? [],
);
if (apis.length < 300 || places.length < 150) {
  faults.push(
    `Only ${apis.length} APIs and ${places.length} places of styles and syntax were seen: that is not the build.`,
  );
}

/** @type {Set<string>} */
const met = new Set();
/** @param {readonly string[]} paths @param {readonly string[]} lacks */
function hold(paths, lacks) {
  const [path = ''] = paths;
  if (lacks.length === 0 || paths.some((one) => NO_API.has(one) || LEFT_OUT.some(({ places: some }) => some.test(one))))
    return;
  const door = BEHIND.find(({ interfaces }) => paths.some((one) => interfaces.test(one)))?.door;
  const name = door ?? paths.find((one) => GUARDED[one]) ?? path;
  const guard = GUARDED[name];
  met.add(name);
  if (guard === undefined) {
    faults.push(`${path} is used, and ${lacks.join(', ')} lack it.`);
  } else if ('file' in guard) {
    const found = readFileSync(resolve(root, guard.file), 'utf8').includes(guard.text);
    if (!found) faults.push(`${path} is no longer asked for first: “${guard.text}” is not in ${guard.file}.`);
  } else if (door === undefined && new RegExp(`\\b${name.split('.').at(-1)?.replace('_static', '')}\\b`).test(ours)) {
    faults.push(`${path} is said to be used by ${guard.package} alone, and our own files name it.`);
  }
}
for (const { paths, lacks } of apis) hold(paths, lacks);
for (const { path, compat } of places) hold([path], lackedBy(compat));
for (const path of Object.keys(GUARDED)) if (!met.has(path)) faults.push(`${path} is guarded, and nothing uses it.`);

console.log(
  `${apis.length} APIs, ${places.length} places of styles, attributes and syntax; ${met.size} that a floor lacks:`,
);
for (const path of [...met].toSorted()) {
  const guard = GUARDED[path];
  if (guard) console.log(`  ${path}: ${'file' in guard ? guard.file : `${guard.package}, ${guard.why}`}`);
}
for (const fault of faults) console.error(`\n${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
