/** A place in the tab, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A tab in a profile in which nothing is stored, of a browser that Playwright has no driver for. */
export interface Driver {
  /** Where downloads land. Other files may be there. */
  readonly downloads: string;
  /** The room that the bar of something takes that scrolls, CSS pixels. */
  readonly bar: number;
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page, which sees none of its surroundings here; it may return a promise. */
  evaluate<A extends readonly unknown[], T>(run: (...given: A) => T | Promise<T>, ...given: A): Promise<T>;
  /** Scrolls to an element and clicks in its middle. */
  click(css: string): Promise<void>;
  drag(from: Point, to: Point): Promise<void>;
  /** Presses a key, by its name in `KeyboardEvent.key`, after those that are held meanwhile: `Control+Shift+z`. */
  press(keys: string): Promise<void>;
  hold(key: string): Promise<void>;
  release(key: string): Promise<void>;
  /** Chooses a file of the disk in a file input. */
  upload(css: string, path: string): Promise<void>;
  /** From now on everything is about the page in this frame, which lies in the tab's top left corner. */
  enter(css: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser that is running. It has one tab at a time: the one before is closed first. */
export interface Launched {
  readonly version: string;
  fresh(): Promise<Driver>;
  end(): Promise<void>;
}

/** The size of a tab, CSS pixels: that of MiniBrowser, which is not to be had otherwise without a window manager. */
export const TAB = { width: 1024, height: 730 };
