import type { Import } from './imports.ts';

/**
 * Files that import each other, directly or by way of others: the strongly connected components of more than one file (Tarjan,
 * "Depth-first search and linear graph algorithms", 1972). A type counts like a value: who reads one file has to read them all.
 * @returns each circle's files in the order of their names
 */
export function circlesOf(imports: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to, isPackage } of imports) {
    if (isPackage) continue;
    const known = targets.get(from);
    if (known) known.push(to);
    else targets.set(from, [to]);
  }
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];

  function visit(file: string): void {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    open.push(file);
    for (const to of targets.get(file) ?? []) {
      if (!order.has(to)) visit(to);
      if (open.includes(to)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(to)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) circles.push(circle.toSorted());
  }

  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return circles;
}
