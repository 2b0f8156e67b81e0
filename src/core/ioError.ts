/** Something that was read from outside cannot be used. `message` is one sentence that a person may be shown. */
export class IoError extends Error {
  override readonly name = 'IoError';
}
