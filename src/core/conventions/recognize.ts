import { ANY } from '../classes.ts';
import { siblingsOf, type Convention } from './convention.ts';
import type { MapView } from './mapView.ts';
import { plausibilityOf } from './plausibility.ts';
import { USUAL_LABELS, VOC_COLORS } from './voc.ts';

/** How well a convention explains a map, seen in one way. */
export interface Fit {
  readonly convention: Convention;
  readonly view: MapView;
  /** The convention, with every colour of the map that is meant by one of its own: see `tolerant`. */
  readonly known: Convention;
  /** Pixels whose value it knows, 0..1. */
  readonly exact: number;
  /** The share of the most frequent value that it does not know: large where that is a colour, small where it is a blend. */
  readonly missed: number;
  /** The share of the pixels that it gives a class of ours. */
  readonly landscape: number;
  /** Nats; of use only for comparing fits of one map. */
  readonly plausibility: number;
}

/** Below these a convention does not explain the map. Numbers are exact or not; colours may be blended at the edges. */
const LEAST_EXACT = { index: 0.98, color: 0.5, 'ade20k-full': 1 } as const;
/** Colours that are known to less than this must be blends beside it, and not colours of some other palette. */
const WELL_KNOWN = 0.75;
const MOST_MISSED = 0.05;
/** What has less of a landscape is no layout, whatever the numbers are. */
const LEAST_LANDSCAPE = 0.01;
/** A palette's colours that are known say more than its numbers, which mean something in most conventions. */
const SURE_COLORS = 0.9;
/** Beyond this, in nats, another reading is not worth a word. */
const CLOSE = 6;

/** Each convention with the view that suits it best, whether or not it explains the map. */
export function fitsOf(views: readonly MapView[], conventions: readonly Convention[]): readonly Fit[] {
  return conventions.flatMap((convention) => {
    const fits = views.filter(({ map }) => map.by === convention.by).map((view) => fitOf(view, convention));
    return fits.toSorted((a, b) => b.exact - a.exact).slice(0, 1);
  });
}

function fitOf(view: MapView, convention: Convention): Fit {
  const { statistics, total } = view;
  const known = tolerant(convention, view);
  let meant = 0;
  let landscape = 0;
  let missed = 0;
  for (const { value, count } of statistics) {
    const meaning = known.meanings.get(view.see(value));
    if (!meaning) {
      missed = Math.max(missed, count);
      continue;
    }
    meant += count;
    if (meaning.classId !== ANY) landscape += count;
  }
  return {
    convention,
    view,
    known,
    exact: total === 0 ? 0 : meant / total,
    missed: total === 0 ? 1 : missed / total,
    landscape: total === 0 ? 0 : landscape / total,
    plausibility: plausibilityOf(view, known),
  };
}

/**
 * The conventions that may be meant, the likeliest first. Colours that are known come before numbers, which fit nearly
 * every convention. One that knows every value comes before one that does not, however well that one looks; among those
 * that know as much, the map is a plausible picture under the right one.
 */
export function recognize(fits: readonly Fit[]): readonly Fit[] {
  return fits
    .filter(explains)
    .toSorted((a, b) => tierOf(a) - tierOf(b) || knowing(b) - knowing(a) || b.plausibility - a.plausibility);
}

/** Other readings that are worth a word beside the first: nearly as plausible, or numbers that begin elsewhere. */
export function alternativesTo(best: Fit, ranked: readonly Fit[], fits: readonly Fit[]): readonly Fit[] {
  const siblings = siblingsOf(best.convention.id);
  const close = ranked.filter(
    (fit) => fit !== best && knowing(fit) === knowing(best) && Math.abs(fit.plausibility - best.plausibility) < CLOSE,
  );
  const others = fits.filter((fit) => fit !== best && siblings.includes(fit.convention.id) && fit.exact > 0.5);
  return [...new Set([...others, ...close])];
}

function explains({ convention: { by, unnamed }, exact, missed, landscape }: Fit): boolean {
  if (exact === 0 || exact < LEAST_EXACT[by]) return false;
  if (by === 'color') return exact >= WELL_KNOWN || missed <= MOST_MISSED;
  return unnamed === true || landscape >= LEAST_LANDSCAPE;
}

function tierOf(fit: Fit): number {
  const { convention, exact } = fit;
  if (convention.id === 'voc') return isUsualVoc(fit) ? 0 : 4;
  if (convention.unnamed === true) return 2;
  if (convention.by === 'color') return exact > SURE_COLORS ? 1 : 5;
  return 3;
}

/** Every value beats nearly every value. Colours are blended at edges, and only a clear difference tells. */
function knowing({ convention: { by }, exact }: Fit): number {
  return by === 'index' ? (exact === 1 ? 1 : 0) : exact === 1 ? 1 : Math.floor(exact * 50) / 50;
}

/** Labels from 1 on as VOC colours them. Those colours are also some of mmsegmentation's, scattered over its classes. */
function isUsualVoc({ exact, view: { map, statistics, see } }: Fit): boolean {
  if (exact < 1) return false;
  const { palette } = map;
  if (palette && palette.length === 256 && palette.every((color, label) => color === VOC_COLORS[label])) return true;
  return statistics.every(({ value }) => VOC_COLORS.indexOf(see(value)) <= USUAL_LABELS);
}

/** More colours than this are a photograph's. */
const MOST_COMPARED = 4096;

/** The convention with the colours that the map has of its colours, after what keeps them only nearly. */
function tolerant(convention: Convention, { statistics, see, tolerance }: MapView): Convention {
  if (tolerance === 0 || convention.by !== 'color') return convention;
  const meanings = new Map(convention.meanings);
  const known = [...convention.meanings];
  for (const { value } of statistics.slice(0, MOST_COMPARED)) {
    const color = see(value);
    if (meanings.has(color)) continue;
    const near = known.find(([one]) => isNear(one, color, tolerance));
    if (near) meanings.set(color, near[1]);
  }
  return { ...convention, meanings };
}

function isNear(a: number, b: number, tolerance: number): boolean {
  return [16, 8, 0].every((shift) => Math.abs(((a >> shift) & 0xff) - ((b >> shift) & 0xff)) <= tolerance);
}
