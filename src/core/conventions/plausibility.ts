import { ANY } from '../classes.ts';
import type { Convention, ConventionId, Meaning } from './convention.ts';
import type { MapView } from './mapView.ts';

/** Where in a picture a thing lies, whatever else it is. */
type Place = 'sky' | 'ceiling' | 'far' | 'upright' | 'ground' | 'thing' | 'nothing';

const PLACE_OF_CLASS: Readonly<Record<number, Place>> = {
  1: 'sky',
  2: 'sky',
  3: 'far',
  4: 'far',
  5: 'far',
  6: 'upright',
  7: 'ground',
  8: 'upright',
  9: 'ground',
  10: 'ground',
  11: 'ground',
};

/** Of names that have no class of ours: the beginnings of their words. The first that is found counts. */
const WORDS: readonly (readonly [Place, RegExp])[] = [
  ['nothing', /^(nothing|unlabeled|other|static|dynamic|ego vehicle|rectification|out of roi)/],
  ['ceiling', /\bceiling/],
  ['ground', /\b(floor|rug|carpet|mat\b|platform|runway|playingfield|stage)/],
  [
    'upright',
    /\b(building|house|skyscraper|hovel|tower|wall|fence|railing|guard rail|bridge|tunnel|pole|pier|tent|roof|column|structural|grandstand|stairs|stairway|streetlight|traffic|signboard)/,
  ],
];

/**
 * How often a pixel of each kind is met in the top quarter of a picture of any scene, in its middle half, and in its
 * bottom quarter. Rough on purpose: sky is above and never below, one stands on what is below, and buildings are no sky.
 */
const CHANCES: Readonly<Record<Place, readonly [top: number, middle: number, bottom: number]>> = {
  sky: [0.6, 0.12, 0.003],
  ceiling: [0.05, 0.005, 0.001],
  far: [0.06, 0.2, 0.1],
  upright: [0.2, 0.3, 0.14],
  ground: [0.005, 0.24, 0.65],
  thing: [0.03, 0.07, 0.08],
  nothing: [0.05, 0.05, 0.07],
};

/** How likely it is that a scene which someone labels has a class of each kind at all, against the other classes. */
const WEIGHTS: Readonly<Record<Place, number>> = {
  sky: 10,
  ceiling: 1,
  far: 4,
  upright: 3,
  ground: 4,
  thing: 1,
  nothing: 4,
};

/** From this share of the pixels on, a value counts in full for what classes there are. */
const FULL_SHARE = 0.02;
/** What a whole map of places weighs against the classes that it has. */
const PLACES_WEIGHT = 4;
const CLASSES_WEIGHT = 0.5;
/** Whoever opens a map here has a landscape more often than any scene: what a map of one is worth before one that has none. */
const LANDSCAPE_WEIGHT = 7;
/** Conventions that are met more seldom than the others, in nats. */
const SELDOM: Partial<Record<ConventionId, number>> = { jittor: 6, 'coco-pixel-maps': 1, 'coco-panoptic-ids': 1 };

/**
 * How plausible a map is as a picture of any scene, if a convention is right: by where what it names lies, and by how
 * many other classes it might have named. In nats; of use only for comparing readings of one map.
 */
export function plausibilityOf({ statistics, total, see }: MapView, { id, meanings }: Convention): number {
  const bandTotals = [0, 1, 2].map((band) => statistics.reduce((sum, { bands }) => sum + bands[band]!, 0));
  const all = Array.from(meanings.values(), (meaning) => WEIGHTS[placeOf(meaning)]).reduce((a, b) => a + b, 0);
  let places = 0;
  let classes = 0;
  let landscape = 0;
  for (const { value, count, bands } of statistics) {
    const meaning = meanings.get(see(value));
    if (!meaning) continue;
    const place = placeOf(meaning);
    for (const [band, pixels] of bands.entries()) {
      if (pixels > 0) places += (pixels / bandTotals[band]!) * Math.log(CHANCES[place][band]!);
    }
    if (meaning.classId !== ANY) landscape += count / total;
    classes += Math.min(1, count / total / FULL_SHARE) * Math.log(WEIGHTS[place] / all);
  }
  return PLACES_WEIGHT * places + CLASSES_WEIGHT * classes + LANDSCAPE_WEIGHT * landscape - (SELDOM[id] ?? 0);
}

const places = new WeakMap<Meaning, Place>();

function placeOf(meaning: Meaning): Place {
  let place = places.get(meaning);
  if (!place) {
    const { name, classId } = meaning;
    place = classId === ANY ? WORDS.find(([, words]) => words.test(name))?.[0] : PLACE_OF_CLASS[classId];
    place ??= 'thing';
    places.set(meaning, place);
  }
  return place;
}
