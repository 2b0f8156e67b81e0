"""Colour rules: from the segmenter's classes of ADE20K and a photograph's colours to the classes of a layout.

What the segmenter does not tell apart is told apart by colour: clouds from sky, snow from mountain, sand, rock and dirt. Pixels
are those of the size at which the labels were made, 8 along a cell's side. src/core/segment/ has the same in TypeScript: sums are
of integers, or of doubles in the same order, so that both give the same layout to the pixel.
"""

import numpy as np

from plein_air.models.segmenter import ADE_CLASSES

UNKNOWN, SKY, CLOUDS, MOUNTAIN, SNOW, ROCK, TREES, GRASS, PLANTS, WATER, SAND, DIRT = range(12)
LAYOUT_CLASS = {
    "sky": SKY,
    "mountain": MOUNTAIN,
    "tree": TREES,
    "grass": GRASS,
    "field": GRASS,
    "plant": PLANTS,
    "water": WATER,
    "sea": WATER,
    "earth": DIRT,
    "road": DIRT,
    "sidewalk": DIRT,
}
COLOUR_SIDE, MAJORITY_SIDE = 3, 5  # pixels along a side of what is averaged, and of what votes
SHORE = 3  # pixels of water that lie above land in its column, at the least, where it is a shore
SOME_WATER = 0.03  # of all pixels; with less there is no shore


def summed(plane: np.ndarray, side: int) -> np.ndarray:
    """[h, w] -> the sum over side x side pixels around each; the border repeats. Rows first, then columns, from low to high."""
    reach = side // 2
    for axis, size in enumerate(plane.shape):
        padded = np.pad(plane, [(reach, reach) if n == axis else (0, 0) for n in range(2)], mode="edge")
        total = padded.take(range(size), axis)
        for n in range(1, side):
            total = total + padded.take(range(n, n + size), axis)
        plane = total
    return plane


def most_frequent(layout: np.ndarray, side: int = MAJORITY_SIDE) -> np.ndarray:
    """uint8 [h, w] -> the most frequent class around each pixel; ties: the lowest id."""
    most = np.zeros(layout.shape, np.int32)
    result = layout.copy()
    for id_ in np.unique(layout):
        count = summed((layout == id_).astype(np.int32), side)
        result[count > most] = id_
        most = np.maximum(most, count)
    return result


def refine(photograph: np.ndarray, classes: np.ndarray) -> np.ndarray:
    """photograph uint8 [h, w, 3], classes int [h, w] of the segmenter -> layout uint8 [h, w], 0 where it has no class."""
    red, green, blue = (photograph[..., n].astype(np.int32) for n in range(3))
    brightest, darkest = photograph.max(2).astype(np.float64), photograph.min(2).astype(np.float64)
    area = COLOUR_SIDE**2
    saturation = summed((brightest - darkest) / np.maximum(brightest, 1), COLOUR_SIDE) / area
    lightness = summed(30 * red + 59 * green + 11 * blue, COLOUR_SIDE) / (100 * area)
    warmth = summed(red - blue, COLOUR_SIDE) / area

    table = np.array([LAYOUT_CLASS.get(name, UNKNOWN) for name in ADE_CLASSES], np.uint8)
    layout = table[classes]
    layout[(layout == SKY) & (saturation < 0.2) & (lightness > 70)] = CLOUDS
    layout[np.isin(layout, (MOUNTAIN, DIRT)) & (saturation < 0.17) & (lightness > 165)] = SNOW
    water = layout == WATER
    if water.mean() > SOME_WATER:
        shore = np.isin(layout, (MOUNTAIN, DIRT)) & (np.cumsum(water, 0) > SHORE)
        sandy = (warmth > 18) & (lightness > 95)
        layout[shore & sandy] = SAND
        layout[shore & ~sandy] = ROCK
    dirt = layout == DIRT
    layout[dirt & (warmth > 30) & (lightness > 150)] = SAND
    layout[dirt & (saturation < 0.16)] = ROCK
    return most_frequent(layout)
