/** Red, green and blue, 0..255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** 0xrrggbb -> its channels */
export function channelsOf(color: number): Rgb {
  return [(color >> 16) & 0xff, (color >> 8) & 0xff, color & 0xff];
}

/** #rrggbb -> 0xrrggbb */
export function parseColor(color: string): number {
  return Number.parseInt(color.slice(1), 16);
}

/** 0xrrggbb -> #rrggbb */
export function colorText(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}
