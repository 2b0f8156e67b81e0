import { createRequire } from 'node:module';

/** @typedef {import('@mdn/browser-compat-data').CompatStatement} CompatStatement */
/** @typedef {import('@mdn/browser-compat-data').SimpleSupportStatement} SimpleSupport */
/** @typedef {{ readonly path: string, readonly compat: CompatStatement }} Entry something that browsers have from a version on. */

/** @type {import('@mdn/browser-compat-data').CompatData} */
export const compat = createRequire(import.meta.url)('@mdn/browser-compat-data');

/** Under which name a place in the data says who has it. */
export const TOLD = '__compat';

/** The oldest browsers that the page is made for, as README.md says them. Their mobile sisters are held to the same. */
export const FLOORS = { Chrome: '121', Edge: '121', Firefox: '128', Safari: '17.4' };

/** @type {Readonly<Record<string, string>>} what the data calls them */
const BROWSERS = {
  chrome: FLOORS.Chrome,
  chrome_android: FLOORS.Chrome,
  edge: FLOORS.Edge,
  firefox: FLOORS.Firefox,
  firefox_android: FLOORS.Firefox,
  safari: FLOORS.Safari,
  safari_ios: FLOORS.Safari,
};

/**
 * @param {string} a
 * @param {string} b
 * @returns {boolean} whether version `a` is not newer than `b`
 */
function isUpTo(a, b) {
  const [first, second] = [a, b].map((version) => version.replace('≤', '').split('.').map(Number));
  for (const [at, part] of (first ?? []).entries()) {
    const other = second?.[at] ?? 0;
    if (part !== other) return part < other;
  }
  return true;
}

/**
 * @param {SimpleSupport} statement
 * @param {string} floor
 */
function holds({ version_added: added, version_removed: removed, flags, prefix, alternative_name: other }, floor) {
  if (flags || prefix || other || typeof added !== 'string' || added === 'preview' || !isUpTo(added, floor))
    return false;
  return typeof removed !== 'string' || removed === 'preview' || !isUpTo(removed, floor);
}

/**
 * @param {CompatStatement} compat
 * @returns {string[]} the floors that lack it, as `Safari 17.4`
 */
export function lackedBy({ support }) {
  return Object.entries(BROWSERS).flatMap(([browser, floor]) => {
    const told = support[/** @type {import('@mdn/browser-compat-data').BrowserName} */ (browser)];
    if (!told) return [];
    const has = (Array.isArray(told) ? told : [told]).some((statement) => holds(statement, floor));
    return has ? [] : [`${browser} ${floor}`];
  });
}

/**
 * @param {string} path as the data has it, with dots
 * @returns {Entry | undefined} undefined where the data has nothing there
 */
export function entryAt(path) {
  /** @type {any} */
  let place = compat;
  for (const name of path.split('.')) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, name)) return undefined;
    place = place[name];
  }
  return place[TOLD] && { path, compat: place[TOLD] };
}
