/** `crypto.randomUUID` is there on https pages alone. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (word) => word.toString(36)).join('-');
}
