import { mostFrequentAround, summedAround } from './aroundPixel.ts';
import { RGB, type RgbImage } from './rgbImage.ts';

/** Where the segmenter sees none of the layout's classes. */
export const UNKNOWN = 0;
const [SKY, CLOUDS, MOUNTAIN, SNOW, ROCK, TREES, GRASS, PLANTS, WATER, SAND, DIRT] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
];

/** The layout's classes by those of the segmenter, ADE20K's own ids; see `training/plein_air/models/colour_rules.py`. */
const LAYOUT_CLASSES = new Map([
  [3, SKY],
  [17, MOUNTAIN],
  [5, TREES],
  [10, GRASS],
  [30, GRASS], // field
  [18, PLANTS],
  [22, WATER],
  [27, WATER], // sea
  [14, DIRT], // earth
  [7, DIRT], // road
  [12, DIRT], // sidewalk
]);

const COLOUR_SIDE = 3;
const MAJORITY_SIDE = 5;
/** Pixels of water that lie above land in its column, at the least, where it is a shore. */
const SHORE = 3;
/** Of all pixels; with less water there is no shore. */
const SOME_WATER = 0.03;

/**
 * Tells apart by colour what the segmenter does not: clouds from sky, snow from mountain, sand, rock and dirt. Then
 * the most frequent class around each pixel. The same as `refine` of training/plein_air/models/colour_rules.py, to the pixel.
 * @param classes of the segmenter [height, width]
 * @returns layout [height, width], UNKNOWN where it has no class
 */
export function refineByColour(photograph: RgbImage, classes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { width, height } = photograph;
  const { saturation, lightness, warmth } = coloursAround(photograph);
  const layout = Uint8Array.from(classes, (id) => LAYOUT_CLASSES.get(id) ?? UNKNOWN);
  const isLand = (at: number) => layout[at] === MOUNTAIN || layout[at] === DIRT;

  for (let at = 0; at < layout.length; at++) {
    if (layout[at] === SKY && saturation[at]! < 0.2 && lightness[at]! > 70) layout[at] = CLOUDS;
    if (isLand(at) && saturation[at]! < 0.17 && lightness[at]! > 165) layout[at] = SNOW;
  }
  const water = layout.reduce((count, id) => count + (id === WATER ? 1 : 0), 0);
  if (water / layout.length > SOME_WATER) {
    const above = new Uint32Array(width); // water of each column, down to the pixel
    for (let at = 0; at < layout.length; at++) {
      if (layout[at] === WATER) above[at % width]!++;
      else if (isLand(at) && above[at % width]! > SHORE)
        layout[at] = warmth[at]! > 18 && lightness[at]! > 95 ? SAND : ROCK;
    }
  }
  for (let at = 0; at < layout.length; at++) {
    if (layout[at] !== DIRT) continue;
    if (saturation[at]! < 0.16) layout[at] = ROCK;
    else if (warmth[at]! > 30 && lightness[at]! > 150) layout[at] = SAND;
  }
  return mostFrequentAround(layout, width, height, MAJORITY_SIDE);
}

/** Means over the pixels around each one: saturation 0..1, lightness 0..255, warmth (red less blue) -255..255. */
function coloursAround({ width, height, pixels }: RgbImage) {
  const saturation = new Float64Array(width * height);
  const lightness = new Float64Array(width * height);
  const warmth = new Float64Array(width * height);
  for (let at = 0; at < saturation.length; at++) {
    const red = pixels[RGB * at]!;
    const green = pixels[RGB * at + 1]!;
    const blue = pixels[RGB * at + 2]!;
    const brightest = Math.max(red, green, blue);
    saturation[at] = (brightest - Math.min(red, green, blue)) / Math.max(brightest, 1);
    lightness[at] = 30 * red + 59 * green + 11 * blue;
    warmth[at] = red - blue;
  }
  const mean = (plane: Float64Array, unit: number) =>
    summedAround(plane, width, height, COLOUR_SIDE).map((sum) => sum / (unit * COLOUR_SIDE ** 2));
  return { saturation: mean(saturation, 1), lightness: mean(lightness, 100), warmth: mean(warmth, 1) };
}
