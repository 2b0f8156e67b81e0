/** A line of a table: its cells by the names of their columns. */
export type TableRow = Readonly<Record<string, string>>;

/**
 * Reads a table that people read too: the first line names the columns, cells are parted by spaces, and the last
 * column takes the rest of its line.
 */
export function readTable(text: string): readonly TableRow[] {
  const [head = '', ...lines] = text.trim().split('\n');
  const columns = head.trim().split(/\s+/);
  return lines.map((line) => {
    const cells = line.trim().split(/\s+/);
    const last = columns.length - 1;
    return Object.fromEntries(
      columns.map((column, index) => [column, index < last ? (cells[index] ?? '') : cells.slice(last).join(' ')]),
    );
  });
}
