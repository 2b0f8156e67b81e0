"""Squares of photographs of any size: a wide or tall one gives several, next to each other, its whole shorter side in each."""

import numpy as np
from PIL import Image

MOST = 4  # squares of one photograph


def square_boxes(width: int, height: int) -> list[tuple[int, int, int, int]]:
    """Left, top, right and bottom of the squares: as many as the longer side is times the shorter, rounded, spread evenly."""
    shorter, longer = sorted((width, height))
    count = min(MOST, max(1, round(longer / shorter)))
    room = longer - shorter
    starts = [room // 2] if count == 1 else [room * n // (count - 1) for n in range(count)]
    if width >= height:
        return [(start, 0, start + shorter, shorter) for start in starts]
    return [(0, start, shorter, start + shorter) for start in starts]


def rgb_of(image: Image.Image) -> Image.Image:
    """In RGB, 8 bits. Of 16-bit grey Pillow's own conversion keeps the lowest 255 of 65,536 levels and makes the rest white."""
    if image.mode == "I" or image.mode.startswith("I;16"):
        image = Image.fromarray((np.asarray(image).clip(0, 65_535) / 257).round().astype(np.uint8))
    return image.convert("RGB")


def cut_photograph(image: Image.Image, box: tuple[int, int, int, int], side: int) -> np.ndarray:
    """RGB uint8 [side, side, 3]."""
    image = rgb_of(image)
    if box[2] - box[0] == side:
        return np.asarray(image.crop(box))
    return np.asarray(image.resize((side, side), Image.Resampling.LANCZOS, box=box))


def cut_labels(ids: np.ndarray, box: tuple[int, int, int, int], scale: float, side: int) -> np.ndarray:
    """Class ids [h, w] -> uint8 [side, side]: the id at the middle of each pixel. scale: of the map to the photograph."""
    left, top, right, _ = (edge * scale for edge in box)
    middle = (np.arange(side) + 0.5) * (right - left) / side
    rows = np.minimum((top + middle).astype(np.int64), ids.shape[0] - 1)
    columns = np.minimum((left + middle).astype(np.int64), ids.shape[1] - 1)
    return ids[rows[:, None], columns]
