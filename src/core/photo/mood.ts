import { FEATURES, type MoodFeatures } from './moodFeatures.ts';

/** What moods are told apart by: `moodSpace` of the manifest. */
export interface MoodSpace {
  /** Of the photographs that the moods were found in. [7] */
  readonly mean: readonly number[];
  readonly std: readonly number[];
  /** Of each mood, in the order of the manifest's, in units of the deviation from the mean. [moods][7] */
  readonly centres: readonly (readonly number[])[];
}

/** @returns which of the moods is nearest to a picture: 0 for the first */
export function nearestMood(features: MoodFeatures, { mean, std, centres }: MoodSpace): number {
  let best = 0;
  let least = Infinity;
  for (const [index, centre] of centres.entries()) {
    let distance = 0;
    for (let n = 0; n < FEATURES; n++) distance += ((features[n]! - mean[n]!) / std[n]! - centre[n]!) ** 2;
    if (distance < least) {
      least = distance;
      best = index;
    }
  }
  return best;
}
