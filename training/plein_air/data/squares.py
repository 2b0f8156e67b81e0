"""Pictures cut out of photographs of any size.

Squares of zoom 1 have the whole shorter side: a wide or tall photograph gives several, next to each other. Of a large one smaller
squares are cut as well, which show a half of it (zoom 2) or a third (zoom 3), and wide pictures.
"""

import math

import numpy as np
from PIL import Image

MOST = 4  # squares of zoom 1 of one photograph
SLACK = 0.05  # of a picture: what is left over at the end of a photograph and is not worth another one

Box = tuple[float, float, float, float]  # left, top, right, bottom, in pixels of the photograph


def square_boxes(width: int, height: int) -> list[tuple[int, int, int, int]]:
    """Left, top, right and bottom of the squares: as many as the longer side is times the shorter, rounded, spread evenly."""
    shorter, longer = sorted((width, height))
    count = min(MOST, max(1, round(longer / shorter)))
    room = longer - shorter
    starts = [room // 2] if count == 1 else [room * n // (count - 1) for n in range(count)]
    if width >= height:
        return [(start, 0, start + shorter, shorter) for start in starts]
    return [(0, start, shorter, start + shorter) for start in starts]


def boxes_at(width: int, height: int, wide: float, tall: float) -> list[Box]:
    """Boxes of one size that cover a photograph from end to end and overlap as little as they can; none if it is too small."""
    if wide > width or tall > height:
        return []
    return [(x, y, x + wide, y + tall) for y in starts(height, tall) for x in starts(width, wide)]


def starts(length: float, part: float) -> list[float]:
    count = max(1, math.ceil(length / part - SLACK))
    room = length - part
    return [room / 2] if count == 1 else [room * n / (count - 1) for n in range(count)]


def rgb_of(image: Image.Image) -> Image.Image:
    """In RGB, 8 bits. Of 16-bit grey Pillow's own conversion keeps the lowest 255 of 65,536 levels and makes the rest white."""
    if image.mode == "I" or image.mode.startswith("I;16"):
        image = Image.fromarray((np.asarray(image).clip(0, 65_535) / 257).round().astype(np.uint8))
    return image.convert("RGB")


def cut_photograph(image: Image.Image, box: Box, height: int, width: int) -> np.ndarray:
    """RGB uint8 [height, width, 3]."""
    image = rgb_of(image)
    if (box[2] - box[0], box[3] - box[1]) == (width, height):
        return np.asarray(image.crop(box))
    return np.asarray(image.resize((width, height), Image.Resampling.LANCZOS, box=box))


def cut_labels(ids: np.ndarray, box: Box, scale: float, height: int, width: int) -> np.ndarray:
    """Class ids [h, w] -> uint8 [height, width]: the id at the middle of each pixel. scale: of the map to the photograph."""
    left, top, right, bottom = (edge * scale for edge in box)
    down = top + (np.arange(height) + 0.5) * (bottom - top) / height
    along = left + (np.arange(width) + 0.5) * (right - left) / width
    rows = np.minimum(down.astype(np.int64), ids.shape[0] - 1)
    columns = np.minimum(along.astype(np.int64), ids.shape[1] - 1)
    return ids[rows[:, None], columns]
