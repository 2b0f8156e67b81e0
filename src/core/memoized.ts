/** What is worked out once for each number, and then remembered. */
export function memoized(convert: (value: number) => number): (value: number) => number {
  const known = new Map<number, number>();
  return (value) => {
    let seen = known.get(value);
    if (seen === undefined) {
      seen = convert(value);
      known.set(value, seen);
    }
    return seen;
  };
}
