/** A place in the picture, in layout pixels; whole numbers are the corners of pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
