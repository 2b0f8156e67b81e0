import { ANY } from '../classes.ts';
import { nearestPixels } from '../resampleIds.ts';
import { sizeWithin } from '../sizeWithin.ts';
import type { Convention, ConventionId } from './convention.ts';
import { TRANSPARENT } from './labelMap.ts';
import type { MapView } from './mapView.ts';
import { fitsOf, recognize, type Fit } from './recognize.ts';

/** What a map would be in a convention. */
export interface OtherReading {
  readonly convention: ConventionId;
  /** Pixels whose value it knows, 0..1. */
  readonly exact: number;
  /** Its classes of ours with their shares of what is known, the largest first. */
  readonly classes: readonly { readonly classId: number; readonly share: number }[];
  /** The map made very small: class ids, row by row; 0 where the value is not known. */
  readonly thumbnail: { readonly width: number; readonly height: number; readonly ids: Uint8Array<ArrayBuffer> };
}

/** The longest side of a thumbnail, pixels. */
const SIDE = 96;

/** What every convention would give that knows anything of a map: those that may be meant first, the likeliest before the others. */
export function otherReadings(views: readonly MapView[], conventions: readonly Convention[]): readonly OtherReading[] {
  const fits = fitsOf(views, conventions).filter(({ exact }) => exact > 0);
  const ranked = recognize(fits);
  const rest = fits.filter((fit) => !ranked.includes(fit)).toSorted((a, b) => b.exact - a.exact);
  return [...ranked, ...rest].map(readingOf);
}

function readingOf({ convention, known, exact, view }: Fit): OtherReading {
  const { map, statistics, see, total } = view;
  const classOf = (value: number) => known.meanings.get(see(value))?.classId;
  const shares = new Map<number, number>();
  for (const { value, count } of statistics) {
    const classId = classOf(value);
    if (classId !== undefined) shares.set(classId, (shares.get(classId) ?? 0) + count / total);
  }
  const { width, height } = sizeWithin(map, SIDE);
  const ids = Uint8Array.from(nearestPixels(map, width, height), (from) => {
    const value = map.values[from]!;
    return value === TRANSPARENT ? ANY : (classOf(value) ?? 0);
  });
  return {
    convention: convention.id,
    exact,
    classes: Array.from(shares, ([classId, share]) => ({ classId, share })).toSorted((a, b) => b.share - a.share),
    thumbnail: { width, height, ids },
  };
}
