/**
 * What style sheets use, as places in the data that it may or may not have.
 *
 * @param {string} text
 * @returns {Set<string>}
 */
export function usedByStyles(text) {
  /** @type {Set<string>} */
  const used = new Set();
  const bare = text.replace(/\/\*[^]*?\*\//g, '').replace(/"[^"]*"|'[^']*'/g, '""');
  // What stands before a brace is a selector or an at-rule; the rest are declarations.
  for (const [, written = '', end] of bare.matchAll(/([^{};]*)([{};])/g)) {
    const part = written.trim();
    if (part.startsWith('@')) lookAtRule(part, used);
    else if (end === '{') for (const [, name] of part.matchAll(/::?([a-z-]+)/g)) used.add(`css.selectors.${name}`);
    else lookAtDeclaration(part, used);
    if (end === '{' && part.includes('&')) used.add('css.selectors.nesting');
  }
  return used;
}

/**
 * @param {string} rule
 * @param {Set<string>} used
 */
function lookAtRule(rule, used) {
  const name = /^@([a-z-]+)/.exec(rule)?.[1] ?? '';
  used.add(`css.at-rules.${name}`);
  for (const [, feature] of rule.matchAll(/\(\s*([a-z-]+)\s*[:)]/g)) used.add(`css.at-rules.${name}.${feature}`);
  if (/[<>]=?/.test(rule)) used.add('css.at-rules.media.range_syntax');
}

/**
 * @param {string} declaration
 * @param {Set<string>} used
 */
function lookAtDeclaration(declaration, used) {
  const [name = '', value = ''] = declaration.split(/:(.*)/s).map((part) => part.trim());
  if (name.startsWith('--') || name === '') return;
  used.add(`css.properties.${name}`);
  for (const [token] of value.matchAll(/[a-z][a-z-]+/g)) used.add(`css.properties.${name}.${token}`);
  for (const [, called] of value.matchAll(/([a-z-]+)\(/g))
    for (const place of FUNCTIONS) used.add(`${place}.${called}`);
  if (/\d[dsl]v(?:h|w|i|b|min|max)\b/.test(value)) used.add('css.types.length.viewport_percentage_units_dynamic');
  if (/\dcq(?:w|h|i|b|min|max)\b/.test(value)) used.add('css.types.length.container_query_length_units');
}

/** Where the data has functions. */
const FUNCTIONS = [
  'css.types',
  'css.types.color',
  'css.types.gradient',
  'css.types.transform-function',
  'css.types.filter-function',
];
