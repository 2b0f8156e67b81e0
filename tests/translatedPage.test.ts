import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceFiles, syntaxOf, walk, type Node } from './imports.ts';

/**
 * A browser that translates a page puts each text into a <font> of its own. React then finds no text where it left one:
 * it throws when it takes a text away that has siblings, or puts something before it (React #11538). Text that is all
 * its element has is safe.
 */
const files = ['src/ui', 'src/canvas'].flatMap(sourceFiles).filter((file) => file.endsWith('.tsx'));

function childrenOf(node: Node): readonly Node[] {
  const all = Array.isArray(node.children) ? (node.children as Node[]) : [];
  return all.filter(({ type, value, expression }) => {
    // Nobody translates a space.
    if (type === 'JSXText') return typeof value === 'string' && value.trim() !== '';
    return (expression as Node | undefined)?.type !== 'JSXEmptyExpression';
  });
}

/** Whether an expression may come out as a text. What is handed on from outside is held to the law where it is written. */
function mayBeText(expression: Node): boolean {
  switch (expression.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return false;
    case 'ChainExpression':
    case 'ParenthesizedExpression':
      return mayBeText(expression.expression as Node);
    case 'LogicalExpression':
      return mayBeText(expression.right as Node);
    case 'ConditionalExpression':
      return mayBeText(expression.consequent as Node) || mayBeText(expression.alternate as Node);
    case 'Literal':
      return typeof expression.value === 'string';
    case 'Identifier':
      return !['children', 'icon', 'undefined'].includes(expression.name as string);
    case 'CallExpression': {
      const { property, name } = expression.callee as { property?: { name?: string }; name?: string };
      // What a canvas is given to draw at a cell is an element.
      return property?.name !== 'map' && name !== 'card';
    }
    default:
      return true;
  }
}

function isText(node: Node): boolean {
  if (node.type === 'JSXText') return true;
  return node.type === 'JSXExpressionContainer' && mayBeText(node.expression as Node);
}

describe('a page that is translated', () => {
  it('has components to look at', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it.each(files)('survives %s: no bare text has siblings', (file) => {
    const found: string[] = [];
    const source = readFileSync(file, 'utf8');
    walk(syntaxOf(file), (node) => {
      if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return;
      const children = childrenOf(node);
      if (children.length < 2) return;
      for (const child of children) {
        if (isText(child)) found.push(source.slice(child.start as number, child.end as number));
      }
    });
    expect(found).toEqual([]);
  });
});

/** What a person reads or hears of an element. */
const READ = new Set([
  'aria-label',
  'aria-description',
  'title',
  'alt',
  'label',
  'placeholder',
  'legend',
  'text',
  'note',
]);
/** Letters, but for those of a unit or a sign. */
const WORD = /\p{L}{2,}/u;

describe('the words of the page', () => {
  it.each(files)('are none of its own in %s', (file) => {
    const found: string[] = [];
    walk(syntaxOf(file), (node) => {
      if (node.type === 'JSXText' && WORD.test(node.value as string)) found.push(node.value as string);
      if (node.type !== 'JSXAttribute') return;
      const { name, value } = node as unknown as {
        name: { name: string };
        value: { type: string; value?: unknown } | null;
      };
      if (READ.has(name.name) && typeof value?.value === 'string' && WORD.test(value.value)) found.push(value.value);
    });
    expect(found).toEqual([]);
  });

  it.each([...files, ...sourceFiles('src/ui').filter((file) => !file.endsWith('.tsx') && !/i18n|test/.test(file))])(
    'are read by %s when they are shown, and not kept while it loads: there may be another language by then',
    (file) => {
      const found: string[] = [];
      /** Of what runs when the module does: not within functions. */
      const look = (value: unknown): void => {
        if (Array.isArray(value)) {
          value.forEach(look);
          return;
        }
        if (typeof value !== 'object' || value === null || !('type' in value)) return;
        const node = value as Node;
        if (/Function|ImportDeclaration|^TS/.test(node.type)) return;
        if (node.type === 'Identifier' && node.name === 'words') found.push(`at ${String(node.start)}`);
        Object.values(node).forEach(look);
      };
      look(syntaxOf(file));
      expect(found).toEqual([]);
    },
  );
});
