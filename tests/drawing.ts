import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const DESIGN = resolve(import.meta.dirname, '..', 'docs', 'design.md');
const NODE = /^\s*(\w+)(?:\[([^\]]*)\])?/;

/** The drawing of the layers in docs/design.md: for each of its boxes the boxes that its arrows go to. @throws Error without one */
export function drawnLayers(text: string = readFileSync(DESIGN, 'utf8')): ReadonlyMap<string, readonly string[]> {
  const drawing = /```mermaid\nflowchart TD\n([\s\S]*?)```/.exec(text)?.[1];
  if (drawing === undefined) throw new Error('docs/design.md has no drawing of the layers.');
  const boxes = new Map<string, string[]>();
  const titles = new Map<string, string>();
  /** A box by the first word of its title, which is the folder's name. */
  const boxOf = (written: string): string => {
    const [, id, title] = NODE.exec(written) ?? [];
    if (id === undefined) throw new Error(`"${written}" is no box.`);
    if (title !== undefined) titles.set(id, title.split(':')[0]!);
    return id;
  };
  for (const line of drawing.split('\n').filter((one) => one.trim() !== '')) {
    const [from, to] = line.split('-->');
    const box = boxOf(from!);
    const seen = to === undefined ? [] : to.split('&').map(boxOf);
    boxes.set(box, [...(boxes.get(box) ?? []), ...seen]);
  }
  const named = (id: string) => titles.get(id) ?? id;
  return new Map([...boxes].map(([id, seen]) => [named(id), seen.map(named)]));
}
