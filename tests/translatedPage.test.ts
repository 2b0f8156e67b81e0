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
