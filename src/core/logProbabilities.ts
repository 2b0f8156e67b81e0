/** Natural logarithms of the probabilities that logits stand for: log-softmax, in double precision. */
export function logProbabilities(logits: Float32Array): Float64Array {
  let largest = -Infinity;
  for (const logit of logits) largest = Math.max(largest, logit);
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - largest);
  const normalizer = largest + Math.log(sum);
  return Float64Array.from(logits, (logit) => logit - normalizer);
}

/** The entropy of a distribution in nats: 0 where one code is certain, log(codes) where all are alike. */
export function entropyOf(logs: Float64Array): number {
  let sum = 0;
  for (const log of logs) if (log > -700) sum -= Math.exp(log) * log;
  return sum;
}

/** The `count` most likely codes, the likeliest first; of equals the lower one. */
export function likeliest(logs: Float64Array, count: number): number[] {
  const best: number[] = [];
  for (let code = 0; code < logs.length; code++) {
    if (best.length === count && logs[code]! <= logs[best[count - 1]!]!) continue;
    let at = best.length;
    while (at > 0 && logs[best[at - 1]!]! < logs[code]!) at--;
    best.splice(at, 0, code);
    if (best.length > count) best.pop();
  }
  return best;
}
