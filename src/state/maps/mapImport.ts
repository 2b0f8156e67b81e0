import type { ConventionId } from '../../core/conventions/convention.ts';
import type { MapRegion } from '../../core/conventions/mapRegion.ts';
import type { OtherReading } from '../../core/conventions/otherReadings.ts';
import type { Lattice } from '../../core/lattice.ts';
import type { Problem } from '../../core/problem.ts';

/** A map that was opened, until it is taken or left. Its pixels are the importer's. */
export type MapImport = { readonly phase: 'failed'; readonly name: string; readonly problem: Problem } | ReadImport;

export interface ReadImport {
  /** Read; read in another way just now; being made the layout. */
  readonly phase: 'read' | 'rereading' | 'taking';
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly convention: ConventionId | undefined;
  /** A person says what each region is. */
  readonly unnamed: boolean;
  readonly isMask: boolean;
  readonly alternatives: readonly ConventionId[];
  /** What every convention would give that knows anything of the map. */
  readonly readings: readonly OtherReading[];
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

/** Names a kind of map, for what is remembered of it: labels without names are others in each project. */
export function kindOf({
  convention,
  unnamed,
  regions,
}: Pick<ReadImport, 'convention' | 'unnamed' | 'regions'>): string {
  if (convention !== undefined && !unnamed) return convention;
  return `${convention ?? 'unknown'} ${regions
    .map(({ key }) => key)
    .toSorted()
    .join(' ')}`;
}
