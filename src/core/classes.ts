/**
 * What one may paint. The ids are the model's own and never change; names and colours here are those of the default
 * bundle and are replaced by the manifest's once it is there. Id 0 (unknown) exists only in training data.
 */
export interface LayoutClass {
  readonly id: number;
  readonly name: string;
  /** #rrggbb */
  readonly color: string;
}

/** "any": the model decides. What an import cannot map becomes this, and the eraser paints it. */
export const ANY = 12;

export const CLASSES = [
  { id: 1, name: 'sky', color: '#78aae6' },
  { id: 2, name: 'clouds', color: '#c8d2e0' },
  { id: 3, name: 'mountain', color: '#86786e' },
  { id: 4, name: 'snow', color: '#fafaff' },
  { id: 5, name: 'rock', color: '#5a5a5f' },
  { id: 6, name: 'trees', color: '#1e5a28' },
  { id: 7, name: 'grass', color: '#78b43c' },
  { id: 8, name: 'plants', color: '#4c9450' },
  { id: 9, name: 'water', color: '#2864aa' },
  { id: 10, name: 'sand', color: '#dcc882' },
  { id: 11, name: 'dirt', color: '#966e46' },
  { id: ANY, name: 'any', color: '#d8d3c8' },
] as const satisfies readonly LayoutClass[];

export function isClassId(id: number): boolean {
  return Number.isInteger(id) && id >= 1 && id <= ANY;
}
