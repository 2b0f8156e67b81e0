import { IoError } from '../../src/core/problem.ts';
import { MAP_SIDE } from '../../src/protocol/pictureReader.ts';

/** @throws IoError */
export function checkSize(width: number, height: number, file: string): void {
  const { minimum, maximum } = MAP_SIDE;
  if (Math.min(width, height) < minimum || Math.max(width, height) > maximum) {
    throw new IoError({ code: 'map-size', file, size: { width, height }, minimum, maximum });
  }
}
