type Numbers = Uint8Array | Int16Array;

/** Whether both have the same numbers in the same order. */
export function sameNumbers(a: Numbers, b: Numbers): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
