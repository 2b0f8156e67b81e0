import { ANY } from '../classes.ts';
import type { Size } from '../rect.ts';
import { colorText } from '../rgb.ts';
import type { Convention, ConventionId, Meaning } from './convention.ts';
import { fillFromNearest, NO_SLOT } from './fillFromNearest.ts';
import { isMask } from './isMask.ts';
import { TRANSPARENT, type LabelMap } from './labelMap.ts';
import { OTHER_KEY, TRANSPARENT_KEY, type MapRegion } from './mapRegion.ts';
import { viewsOf, type MapView } from './mapView.ts';
import { alternativesTo, fitsOf, recognize, type Fit } from './recognize.ts';
import { regionsByValue } from './regionsByValue.ts';

export interface ReadMap extends Size {
  /** Which region each pixel is in, [height, width]. */
  readonly slots: Uint8Array<ArrayBuffer>;
  /** The largest first. A pixel's slot is its region's place here. */
  readonly regions: readonly MapRegion[];
  /** Undefined: no convention explains the map, and its regions are its values or clusters of them. */
  readonly convention: ConventionId | undefined;
  /** The regions have no names: a person says what each of them is. */
  readonly unnamed: boolean;
  /** Two values and nothing else, as of a mask: what they mean is anyone's guess. */
  readonly isMask: boolean;
  /** Pixels whose value was known, 0..1, of those that are not transparent; the others are of the nearest region. */
  readonly exact: number;
  /** What it could be as well. */
  readonly alternatives: readonly ConventionId[];
  /** The format does not keep colours exactly. */
  readonly lossy: boolean;
}

/** Beyond the best one; more choices than this help nobody. */
const MOST_ALTERNATIVES = 5;

/** A slot that is never a region's: there are fewer regions. */
const TRANSPARENT_SLOT = 254;

/**
 * Reads a segmentation map: finds its convention, gives each pixel the region of its value, and each pixel of no known
 * value that of the nearest known one.
 * @param as the convention that a person has chosen, or `unknown` for regions by value; found, if left out
 * @param views those of the map, where it is read a second time
 */
export function readLabelMap(
  map: LabelMap,
  conventions: readonly Convention[],
  as?: ConventionId | 'unknown',
  views: readonly MapView[] = viewsOf(map),
): ReadMap {
  const fits = fitsOf(views, conventions);
  const ranked = recognize(fits);
  const chosen = as ?? map.says;
  const isAMask = isMask(views);
  const found = isAMask ? undefined : ranked[0];
  // What a map says of itself may be nonsense; what a person says is not.
  const fit = fits.find(({ convention }) => convention.id === chosen) ?? (as === undefined ? found : undefined);
  const others = fit ? alternativesTo(fit, ranked, fits) : ranked;
  const alternatives = others.map(({ convention }) => convention.id).slice(0, MOST_ALTERNATIVES);
  const read = fit ? readByConvention(fit) : readByValue(views[0]!);
  return { ...read, alternatives, isMask: fit === undefined && isAMask, lossy: map.lossy };
}

type Read = Omit<ReadMap, 'alternatives' | 'isMask' | 'lossy'>;

function readByConvention({ convention, view, known: { meanings } }: Fit): Read {
  const { map, statistics, see } = view;
  // Values of one meaning are one region: a lossy file has many colours for each.
  const found: { readonly meaning: Meaning; readonly value: number }[] = [];
  const slotOfMeaning = new Map<Meaning, number>();
  for (const { value } of statistics) {
    const meaning = meanings.get(see(value));
    if (!meaning || slotOfMeaning.has(meaning)) continue;
    slotOfMeaning.set(meaning, Math.min(found.push({ meaning, value }) - 1, TRANSPARENT_SLOT - 1));
  }
  const slotOf = (value: number) => {
    const meaning = meanings.get(see(value));
    return meaning ? (slotOfMeaning.get(meaning) ?? NO_SLOT) : NO_SLOT;
  };
  // A map that is read by its numbers may have colours as well.
  const colorOf = map.by === 'color' ? see : (value: number) => map.palette?.[value];
  // By the convention's own value, and not by what a lossy file has made of it: what is remembered is for all files.
  const ownValue = new Map([...convention.meanings].map(([value, meaning]) => [meaning, value]));
  const keyOf = (meaning: Meaning, value: number) =>
    convention.meanings.has(see(value)) ? see(value) : (ownValue.get(meaning) ?? see(value));
  const regions = found.map(({ meaning, value }) => ({
    key: map.by === 'color' ? colorText(keyOf(meaning, value)) : String(value),
    name: meaning.name,
    classId: meaning.classId,
    guessed: false,
    color: colorOf(value),
  }));
  return finish(view, slotOf, regions, convention);
}

function readByValue(view: MapView): Read {
  const { regions, slotOf, own } = regionsByValue(view);
  const read = finish(view, slotOf, regions, undefined);
  return own ? read : { ...read, exact: 0 };
}

/** Regions from the largest to the smallest, and the pixels after them. */
function finish(
  { map: { width, height, values }, total }: MapView,
  slotOf: (value: number) => number,
  found: readonly Omit<MapRegion, 'share'>[],
  convention: Convention | undefined,
): Read {
  const slots = slotsOf(values, slotOf);
  let unknown = 0;
  for (const slot of slots) if (slot === NO_SLOT) unknown++;
  fillFromNearest(slots, width);
  const counts = new Uint32Array(256);
  for (const slot of slots) counts[slot]!++;
  const order = [...found.keys(), TRANSPARENT_SLOT]
    .filter((slot) => counts[slot]! > 0)
    .toSorted((a, b) => counts[b]! - counts[a]!);
  const moved = new Uint8Array(256);
  for (const [place, slot] of order.entries()) moved[slot] = place;
  for (let at = 0; at < slots.length; at++) slots[at] = moved[slots[at]!]!;
  // A convention that a person has chosen may know nothing at all.
  if (order.length === 0) order.push(NO_SLOT);
  return {
    width,
    height,
    slots,
    regions: order.map((slot) => ({ ...(found[slot] ?? unmeant(slot)), share: counts[slot]! / slots.length })),
    convention: convention?.id,
    unnamed: convention === undefined || convention.unnamed === true,
    exact: total === 0 ? 0 : 1 - unknown / total,
  };
}

function unmeant(slot: number): Omit<MapRegion, 'share'> {
  const key = slot === TRANSPARENT_SLOT ? TRANSPARENT_KEY : OTHER_KEY;
  return { key, name: undefined, classId: ANY, guessed: false, color: undefined };
}

function slotsOf(values: LabelMap['values'], slotOf: (value: number) => number): Uint8Array<ArrayBuffer> {
  const slots = new Uint8Array(values.length);
  let last = -1;
  let slot = NO_SLOT;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value !== last) {
      last = value;
      slot = value === TRANSPARENT ? TRANSPARENT_SLOT : slotOf(value);
    }
    slots[at] = slot;
  }
  return slots;
}
