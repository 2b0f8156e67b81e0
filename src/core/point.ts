/** A place in the picture, in picture pixels; whole numbers are the corners of pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
