"""Sampling a region of a picture anew, on a crop of its lattice: what the page's repaint must agree with."""

from typing import NamedTuple

import numpy as np

from plein_air.models.window import Window

ROWS_BELOW = 4  # rows below the region that the context network looks at; nothing attends to them
MULTIPLE, MINIMUM = 4, 8  # sides of a lattice


class Crop(NamedTuple):
    """A rectangle of cells."""

    row: int
    column: int
    rows: int
    columns: int

    def of(self, array: np.ndarray, scale: int = 1) -> np.ndarray:
        """Cuts it out of an array with `scale` entries along a cell's side."""
        top, left, rows, columns = (scale * side for side in self)
        return array[top : top + rows, left : left + columns]


def fit(first: int, end: int, limit: int) -> tuple[int, int]:
    """first..end cut to 0..limit and widened to a size that a lattice may have -> first, length."""
    start = max(0, first)
    wanted = min(limit, end) - start
    length = min(limit, max(MINIMUM, -(-wanted // MULTIPLE) * MULTIPLE))
    return min(start, limit - length), length


def region_crop(region: np.ndarray, window: Window) -> Crop:
    """What is sampled as a lattice of its own when the cells of `region` (bool [H, W]) are: they, what they may attend to, and
    some rows below."""
    rows, columns = np.nonzero(region)
    row, height = fit(rows.min() - window.rows, rows.max() + 1 + ROWS_BELOW, region.shape[0])
    column, width = fit(columns.min() - window.left, columns.max() + 1 + window.right, region.shape[1])
    return Crop(int(row), int(column), int(height), int(width))
