/** How the distribution of a position is narrowed before a code is drawn. */
export interface Variety {
  /** Divides the logits; 0 takes the most likely code. */
  readonly temperature: number;
  /** How many of the most likely codes may be drawn. */
  readonly topK: number;
  /** Codes are taken, by falling probability, while those before them hold less than this. */
  readonly topP: number;
}

/**
 * Draws a code by the inverse distribution function at `noise` over the codes sorted by falling probability (ties: the
 * lower code first), as `generate` in `training/plein_air/sampling.py` does. Top-p is counted on the distribution of
 * all codes, before top-k cuts it (Holtzman et al., "The Curious Case of Neural Text Degeneration", 2020).
 * @param logits [codes]
 * @param noise in [0, 1)
 * @returns a code, 0..codes - 1
 */
export function sampleToken(logits: Float32Array, noise: number, { temperature, topK, topP }: Variety): number {
  const codes = logits.length;
  let best = 0;
  for (let code = 1; code < codes; code++) if (logits[code]! > logits[best]!) best = code;
  if (temperature === 0 || topK <= 1) return best;

  const highest = logits[best]!;
  let total = 0;
  for (let code = 0; code < codes; code++) total += Math.exp((logits[code]! - highest) / temperature);

  const kept = mostLikely(logits, Math.min(topK, codes));
  const border: number[] = [];
  let sum = 0;
  for (const code of kept) {
    if (sum >= topP) break;
    sum += Math.exp((logits[code]! - highest) / temperature) / total;
    border.push(sum);
  }
  const at = noise * sum;
  const index = border.findIndex((upper) => upper > at);
  return kept[index === -1 ? border.length - 1 : index]!;
}

/** The `count` codes of highest logit, by falling logit, ties by rising code. */
function mostLikely(logits: Float32Array, count: number): number[] {
  const codes = Array.from(logits.keys());
  const before = (a: number, b: number) => logits[b]! - logits[a]! || a - b;
  if (count >= codes.length) return codes.toSorted(before);
  const threshold = logits.toSorted()[codes.length - count]!;
  return codes
    .filter((code) => logits[code]! >= threshold)
    .toSorted(before)
    .slice(0, count);
}

/**
 * Classifier-free guidance (Ho and Salimans, 2021): logits = without + strength (with - without).
 * @param out may be either input
 */
export function guide(
  conditional: Float32Array,
  unconditional: Float32Array,
  strength: number,
  out: Float32Array,
): void {
  for (let code = 0; code < out.length; code++) {
    const without = unconditional[code]!;
    out[code] = without + strength * (conditional[code]! - without);
  }
}
