import { compat, lackedBy, TOLD } from './compat.mjs';

/** @typedef {import('./compat.mjs').Entry} Entry */

/** Objects that are there under a name, and what they are. */
const INSTANCES = {
  navigator: ['Navigator', 'WorkerNavigator'],
  document: ['Document'],
  window: ['Window'],
  self: ['Window', 'WorkerGlobalScope', 'ServiceWorkerGlobalScope'],
  globalThis: ['Window', 'WorkerGlobalScope'],
  performance: ['Performance'],
  caches: ['CacheStorage'],
  crypto: ['Crypto'],
  location: ['Location'],
  history: ['History'],
  screen: ['Screen'],
};

const GLOBAL_SCOPES = new Set([
  'Window',
  'WorkerGlobalScope',
  'DedicatedWorkerGlobalScope',
  'ServiceWorkerGlobalScope',
]);

/** @type {Map<string, Entry[]>} APIs by the name of a global. */
const globals = new Map();
/** @type {Map<string, Entry[]>} APIs by the name of a member. */
const members = new Map();

/** @param {Map<string, Entry[]>} map @param {string} name @param {Entry} entry */
function put(map, name, entry) {
  map.set(name, [...(map.get(name) ?? []), entry]);
}

/**
 * @param {object | undefined} tree
 * @returns {(readonly [name: string, place: object, compat: import('@mdn/browser-compat-data').CompatStatement])[]} what lies directly in it
 */
function placesIn(tree) {
  return Object.entries(tree ?? {}).flatMap(([name, place]) => (place[TOLD] ? [[name, place, place[TOLD]]] : []));
}

for (const [name, tree, told] of [...placesIn(compat.api), ...placesIn(compat.javascript.builtins)]) {
  put(globals, name, { path: name, compat: told });
  // Functions that are there in a window and in a worker: `fetch`.
  if (/^[a-z]/.test(name)) put(members, name, { path: name, compat: told });
  for (const [member, , memberTold] of placesIn(tree)) {
    // Events, symbols and constructors have no member's name.
    if (/^@@|_event$/.test(member) || member === name) continue;
    const entry = { path: `${name}.${member}`, compat: memberTold };
    put(members, member.replace(/_static$/, ''), entry);
    if (GLOBAL_SCOPES.has(name)) put(globals, member, entry);
  }
}
for (const [member, , told] of placesIn(compat.javascript.builtins?.globals)) {
  put(globals, member, { path: `globals.${member}`, compat: told });
}
// A style's properties are its members.
for (const [name, , told] of placesIn(compat.css.properties)) {
  const member = name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  put(members, member, { path: `css.properties.${name}`, compat: told });
}

/**
 * @param {import('./usedByScripts.mjs').Used} used
 * @returns {{ readonly paths: readonly string[], readonly lacks: readonly string[] }[]} the APIs behind each name, and which floors have none of them
 */
export function apisOf({ globals: named, exact, members: called, own }) {
  /** @type {Map<string, { readonly paths: readonly string[], readonly lacks: readonly string[] }>} */
  const found = new Map();
  /** @param {readonly Entry[] | undefined} entries */
  const note = (entries) => {
    const [first] = entries ?? [];
    if (!entries || !first) return;
    const lacks = entries
      .map((entry) => lackedBy(entry.compat))
      .reduce((all, some) => all.filter((one) => some.includes(one)));
    found.set(first.path, { paths: entries.map(({ path }) => path), lacks });
  };
  for (const name of named) if (!own.has(name)) note(globals.get(name));
  for (const name of exact) {
    const [object = '', member = ''] = name.split('.');
    const of = INSTANCES[/** @type {keyof typeof INSTANCES} */ (object)] ?? [object];
    note(members.get(member)?.filter(({ path }) => of.some((one) => path.startsWith(`${one}.`))));
  }
  for (const name of called) if (!own.has(name)) note(members.get(name));
  return [...found.values()];
}
