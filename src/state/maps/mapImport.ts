import type { ConventionId } from '../../core/conventions/convention.ts';
import type { MapRegion } from '../../core/conventions/mapRegion.ts';
import type { Lattice } from '../../core/lattice.ts';

/** A map that was opened, until it is taken or left. Its pixels are the importer's. */
export type MapImport =
  | { readonly phase: 'reading'; readonly name: string }
  | { readonly phase: 'failed'; readonly name: string; readonly sentence: string }
  | ReadImport;

export interface ReadImport {
  readonly phase: 'read' | 'taking';
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly convention: ConventionId | undefined;
  readonly alternatives: readonly ConventionId[];
  /** 0..1 */
  readonly exact: number;
  readonly lossy: boolean;
  /** With the classes as the person has them now. */
  readonly regions: readonly MapRegion[];
  /** What the layout will be. */
  readonly lattice: Lattice;
  readonly fit: 'cut' | 'stretch';
  /** Where the part lies that is cut out: 0 left or top, 1 right or bottom. */
  readonly place: number;
}

/** Names a kind of map, for what is remembered of it. */
export function kindOf({ convention, regions }: Pick<ReadImport, 'convention' | 'regions'>): string {
  if (convention !== undefined) return convention;
  return `unknown ${regions
    .map(({ key }) => key)
    .toSorted()
    .join(' ')}`;
}
