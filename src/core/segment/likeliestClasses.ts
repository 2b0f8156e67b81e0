import type { Size } from '../rect.ts';

/** What the segmenter gives: [classes, height, width] */
export interface Logits extends Size {
  readonly classes: number;
  readonly values: Float32Array;
}

/** Which inputs an output lies between: at n * inputs / outputs, as TensorFlow 1 had it; the last input repeats. */
function neighbours(inputs: number, outputs: number): { low: number; high: number; weight: number }[] {
  return Array.from({ length: outputs }, (_, n) => {
    const place = (n * inputs) / outputs;
    const low = Math.floor(place);
    return { low, high: Math.min(low + 1, inputs - 1), weight: place - low };
  });
}

/**
 * The class with the highest logit at every pixel of a picture, logits enlarged linearly; ties: the lowest id.
 * @returns [height, width]
 */
export function likeliestClasses(logits: Logits, width: number, height: number): Uint8Array<ArrayBuffer> {
  const { classes, values } = logits;
  const plane = logits.width * logits.height;
  const columns = neighbours(logits.width, width);
  const row = new Float64Array(logits.width * classes); // [width of the logits, classes]
  const result = new Uint8Array(width * height);
  let to = 0;
  for (const { low, high, weight } of neighbours(logits.height, height)) {
    for (let x = 0; x < logits.width; x++) {
      const upper = low * logits.width + x;
      const lower = high * logits.width + x;
      for (let id = 0; id < classes; id++) {
        const at = id * plane;
        row[x * classes + id] = values[at + upper]! * (1 - weight) + values[at + lower]! * weight;
      }
    }
    for (const column of columns) result[to++] = likeliest(row, classes, column);
  }
  return result;
}

function likeliest(
  row: Float64Array,
  classes: number,
  { low, high, weight }: { low: number; high: number; weight: number },
) {
  let best = 0;
  let highest = -Infinity;
  for (let id = 0; id < classes; id++) {
    const value = row[low * classes + id]! * (1 - weight) + row[high * classes + id]! * weight;
    if (value > highest) {
      highest = value;
      best = id;
    }
  }
  return best;
}
