"""Swatches: what a cell of each code usually looks like, 4 x 4 pixels, so that tokens can be seen before they are decoded."""

import numpy as np

from plein_air.sessions import Graph, decode
from plein_air.vqgan import CELL_PIXELS

PIXELS = 4  # along a side of a swatch


def to_bytes(rgb: np.ndarray) -> np.ndarray:
    """RGB about [-1, 1] -> uint8."""
    return np.rint(np.clip((rgb + 1) * 127.5, 0, 255)).astype(np.uint8)


def swatches(features: Graph, upsampler: Graph, codes: int) -> np.ndarray:
    """uint8 [codes, PIXELS, PIXELS, 3]: each code decoded among its like, the middle cell of a field of one code."""
    field = 5  # cells along a side: what is further off hardly shows in the middle one
    middle = slice(field // 2 * CELL_PIXELS, (field // 2 + 1) * CELL_PIXELS)
    found = np.empty((codes, PIXELS, PIXELS, 3), np.uint8)
    for code in range(codes):
        cell = decode(features, upsampler, np.full((field, field), code))[:, middle, middle]
        pixels = cell.reshape(3, PIXELS, CELL_PIXELS // PIXELS, PIXELS, CELL_PIXELS // PIXELS).mean((2, 4))
        found[code] = to_bytes(pixels.transpose(1, 2, 0))
    return found
