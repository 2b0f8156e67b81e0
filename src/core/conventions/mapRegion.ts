/** One region of a map as it was read: everything of one value. */
export interface MapRegion {
  /** The value as a person may know it: `12`, or `#4f7a1c`. Names the region for what is remembered of it. */
  readonly key: string;
  /** The convention's name of it; undefined where no convention is known. */
  readonly name: string | undefined;
  readonly classId: number;
  /** The class is a guess by colour and height, for the person to check. */
  readonly guessed: boolean;
  /** The file's own colour of it, 0xrrggbb; undefined where it has numbers alone. */
  readonly color: number | undefined;
  /** Of all pixels, 0..1. */
  readonly share: number;
}

/** The region of what the file leaves transparent: any. */
export const TRANSPARENT_KEY = 'transparent';
/** The region of all values that are too rare for one of their own. */
export const OTHER_KEY = 'other';
