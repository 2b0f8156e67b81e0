"""The window of taming-transformers and the sampling with it: a square of 16 x 16 cells that slides over the lattice.

The rule is that of `scripts/sample_conditional.py` of CompVis/taming-transformers (`run_conditional`): for each cell in raster
order the window has the cell at its place (8, 8), except near the borders, where it stays inside. The transformer is given the
codes of the layout inside the window, then those of the picture inside it, in raster order, and its logits at the cell's place are
drawn from. A position sees what is before it alone, so cells of the window that come later do not matter.
"""

from collections.abc import Callable

import numpy as np

from plein_air.compvis.config import CELLS, SIDE
from plein_air.models.sampling import Sample, Variety, sample_token

Cell = tuple[int, int]  # row, column
# Codes int64 [T], of the layout and then of the picture -> those after the last [codes].
Logits = Callable[[np.ndarray], np.ndarray]


def window_start(at: int, length: int) -> int:
    """First row (or column) of the window of a cell in row (or column) `at` of a lattice with `length` of them, 16 or more."""
    return min(max(at - SIDE // 2, 0), length - SIDE)


def sequence(cond: np.ndarray, tokens: np.ndarray, top: int, left: int, cell: Cell) -> np.ndarray:
    """int64 [256 + n]: the layout's codes inside a window, then the n tokens before a cell. cond, tokens: int [H, W]."""
    crop = np.s_[top : top + SIDE, left : left + SIDE]
    before = (cell[0] - top) * SIDE + cell[1] - left
    return np.concatenate([cond[crop].reshape(CELLS), tokens[crop].reshape(CELLS)[:before]]).astype(np.int64)


def sample_sliding(logits: Logits, cond: np.ndarray, known: np.ndarray, numbers: np.ndarray, variety: Variety) -> Sample:
    """cond: codes of the layout [H, W]; known: tokens, -1 where they are to be drawn [H, W]; numbers: noise [H, W]."""
    tokens = known.astype(np.int32)
    margin = gap = np.inf
    for cell in np.ndindex(tokens.shape):
        if tokens[cell] >= 0:
            continue
        top, left = map(window_start, cell, tokens.shape)
        draw = sample_token(logits(sequence(cond, tokens, top, left, cell)), numbers[cell], variety)
        tokens[cell] = draw.code
        margin, gap = min(margin, draw.margin), min(gap, draw.gap)
    return Sample(tokens, float(margin), float(gap))
