import { parseSync } from 'vite';

/** @typedef {import('./compat.mjs').Entry} Entry */

/**
 * What scripts use, as far as it can be told without types.
 *
 * @typedef {object} Used
 * @property {Set<string>} globals names that are declared nowhere: `Float16Array`, `fetch`.
 * @property {Set<string>} exact members of globals: `navigator.share`, `Promise.try`.
 * @property {Set<string>} members names of members of anything.
 * @property {Set<string>} own names that the scripts themselves give to something: told apart from an API's by nothing.
 * @property {Set<string>} attributes places in the data, for what elements are made with: `html.global_attributes.popover`.
 * @property {Set<string>} syntax places in the data, for what target and bundler do not rewrite.
 */

/**
 * @param {readonly { readonly name: string, readonly text: string }[]} files
 * @returns {Used}
 */
export function usedByScripts(files) {
  /** @type {Used} */
  const used = {
    globals: new Set(),
    exact: new Set(),
    members: new Set(),
    own: new Set(),
    attributes: new Set(),
    syntax: new Set(),
  };
  for (const { name, text } of files) {
    const { program, errors } = parseSync(name, text);
    if (errors.length > 0) throw new Error(`${name} cannot be parsed: ${errors[0]?.message}`);
    const declared = new Set();
    const named = new Set();
    const fromGlobals = new Set();
    walk(program, undefined, '', (node, parent, key) => {
      look(node, used);
      if (node.type === 'Identifier') (declares(parent, key) ? declared : named).add(node.name);
      if (node.type !== 'MemberExpression' || node.computed || node.object.type !== 'Identifier') return;
      if (node.property.type === 'Identifier') fromGlobals.add(`${node.object.name}.${node.property.name}`);
    });
    for (const one of named) if (!declared.has(one)) used.globals.add(one);
    for (const one of fromGlobals) if (!declared.has(one.slice(0, one.indexOf('.')))) used.exact.add(one);
  }
  return used;
}

/**
 * @param {any} node
 * @param {Used} used
 */
function look(node, { members, own, attributes, syntax }) {
  switch (node.type) {
    case 'CallExpression':
      lookAtElement(node.arguments, attributes);
      return;
    case 'MemberExpression':
      if (!node.computed && node.property.type === 'Identifier') members.add(node.property.name);
      return;
    case 'AssignmentExpression':
      if (node.left.type === 'MemberExpression' && node.left.object.type === 'ThisExpression')
        own.add(node.left.property.name);
      return;
    case 'ObjectPattern':
      for (const { key, computed } of node.properties) if (key && !computed) members.add(key.name ?? key.value);
      return;
    case 'ObjectExpression':
      for (const { key, computed } of node.properties) if (key && !computed) own.add(key.name ?? key.value);
      return;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      if (!node.computed) own.add(node.key.name);
      return;
    case 'StaticBlock':
      syntax.add('javascript.classes.static.initialization_blocks');
      return;
    case 'VariableDeclaration':
      if (node.kind.includes('using')) syntax.add('javascript.statements.using');
      return;
    case 'ImportDeclaration':
      if (node.attributes.length > 0) syntax.add('javascript.statements.import.import_attributes');
      return;
    case 'Literal':
      if (node.regex) lookAtPattern(node.regex, syntax);
  }
}

/**
 * `jsx('button', { popoverTarget: … })`, as JSX is compiled.
 *
 * @param {readonly any[]} given
 * @param {Set<string>} attributes
 */
function lookAtElement([type, props], attributes) {
  const name = type?.type === 'TemplateLiteral' ? type.quasis[0].value.raw : type?.value;
  if (typeof name !== 'string' || !/^[a-z][a-z0-9]*$/.test(name) || props?.type !== 'ObjectExpression') return;
  for (const { key, computed } of props.properties) {
    if (!key || computed) continue;
    const attribute = String(key.name ?? key.value).toLowerCase();
    attributes.add(`html.elements.${name}.${attribute}`).add(`html.global_attributes.${attribute}`);
  }
  attributes.add(`html.elements.${name}`);
}

/**
 * @param {{ readonly pattern: string, readonly flags: string }} regex
 * @param {Set<string>} syntax
 */
function lookAtPattern({ pattern, flags }, syntax) {
  if (flags.includes('v')) syntax.add('javascript.builtins.RegExp.unicodeSets');
  if (flags.includes('d')) syntax.add('javascript.builtins.RegExp.hasIndices');
  if (/\(\?<[=!]/.test(pattern)) syntax.add('javascript.regular_expressions.lookbehind_assertion');
  if (/\(\?[ims]*-?[ims]*:/.test(pattern) && !/\(\?:/.test(pattern))
    syntax.add('javascript.regular_expressions.modifier');
}

/**
 * @param {any} parent
 * @param {string} key
 * @returns {boolean} whether an identifier in this place is no use of a global
 */
function declares(parent, key) {
  if (!parent) return false;
  if (
    /^(?:Function|Class|Arrow|Catch|Variable|Rest|Import|Array(?:Pattern)|Assignment(?:Pattern)|Object(?:Pattern))/.test(
      parent.type,
    )
  ) {
    return key !== 'init' && key !== 'superClass' && key !== 'right' && key !== 'body';
  }
  return false;
}

/**
 * @param {any} node
 * @param {any} parent
 * @param {string} key
 * @param {(node: any, parent: any, key: string) => void} see
 */
function walk(node, parent, key, see) {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const one of node) walk(one, parent, key, see);
    return;
  }
  if (typeof node.type === 'string') see(node, parent, key);
  for (const [name, value] of Object.entries(node)) {
    // What stands after a dot or before a colon is a name, and no use of a global.
    if (
      !node.computed &&
      ((node.type === 'MemberExpression' && name === 'property') || (node.type === 'Property' && name === 'key'))
    )
      continue;
    if (node.type === 'Property' && name === 'value' && parent?.type === 'ObjectPattern')
      walk(value, { type: 'ObjectPattern' }, 'value', see);
    else if (typeof value === 'object') walk(value, node, name, see);
  }
}
