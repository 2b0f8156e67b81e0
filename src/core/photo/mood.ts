import type { MoodFeatures } from './moodFeatures.ts';

/** What moods are told apart by: `moodSpace` of the manifest. */
export interface MoodSpace {
  /** Of the photographs that the moods were found in. [7] */
  readonly mean: readonly number[];
  readonly std: readonly number[];
  /** Of each mood, in the order of the manifest's, in units of the deviation from the mean. [moods][7] */
  readonly centres: readonly (readonly number[])[];
}

/**
 * @returns which of the moods is nearest to a picture: 0 for the first, and where none is, as the top third of a picture of two
 * rows has no light and no colour
 */
export function nearestMood(features: MoodFeatures, { mean, std, centres }: MoodSpace): number {
  const units = features.map((feature, n) => (feature - mean[n]!) / std[n]!);
  const distances = centres.map((centre) => units.reduce((sum, unit, n) => sum + (unit - centre[n]!) ** 2, 0));
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}
