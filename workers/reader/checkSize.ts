import { IoError } from '../../src/core/ioError.ts';
import { MAP_SIDE } from '../../src/protocol/pictureReader.ts';

/** @throws IoError with one sentence for a person. */
export function checkSize(width: number, height: number, what: string): void {
  const { minimum, maximum } = MAP_SIDE;
  if (Math.min(width, height) < minimum || Math.max(width, height) > maximum) {
    throw new IoError(
      `${what} has ${width} x ${height} pixels. A side may have ${minimum} to ${maximum}: scale it first.`,
    );
  }
}
