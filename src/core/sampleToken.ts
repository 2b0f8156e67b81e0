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
 * lower code first), as `generate` in `training/plein_air/models/sampling.py` does. Top-p is counted on the distribution of
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

  const next = fallingCodes(logits);
  const kept: number[] = [];
  const border: number[] = [];
  let sum = 0;
  while (kept.length < Math.min(topK, codes) && sum < topP) {
    const code = next();
    sum += Math.exp((logits[code]! - highest) / temperature) / total;
    kept.push(code);
    border.push(sum);
  }
  const at = noise * sum;
  const index = border.findIndex((upper) => upper > at);
  return kept[index === -1 ? border.length - 1 : index]!;
}

/**
 * The codes by falling logit, ties by rising code, one a call: a heap, because of a thousand codes a hundred are wanted, and
 * sorting all of them took ten times as long.
 */
function fallingCodes(logits: Float32Array): () => number {
  // Not `Uint32Array.from(logits.keys())`: an iterator of a thousand numbers takes five times as long as the rest.
  const heap = new Uint32Array(logits.length);
  for (let code = 0; code < heap.length; code++) heap[code] = code;
  let size = heap.length;
  const before = (a: number, b: number) => logits[a]! > logits[b]! || (logits[a] === logits[b] && a < b);
  /** Lets the code at a place sink to where it belongs. */
  const sink = (from: number) => {
    const code = heap[from]!;
    let at = from;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, code)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = code;
  };
  for (let at = (size >> 1) - 1; at >= 0; at--) sink(at);
  return () => {
    const first = heap[0]!;
    heap[0] = heap[--size]!;
    sink(0);
    return first;
  };
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
