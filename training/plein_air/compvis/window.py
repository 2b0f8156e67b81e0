"""The window of taming-transformers and the sampling with it: a square of 16 x 16 cells that slides over the lattice.

The rule is that of `scripts/sample_conditional.py` of CompVis/taming-transformers (`run_conditional`): for each cell in raster
order the window has the cell at its place (8, 8), except near the borders, where it stays inside. The transformer is given the
codes of the layout inside the window, then those of the picture inside it, in raster order, and its logits at the cell's place are
drawn from. A position sees what is before it alone, so cells of the window that come later do not matter.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from plein_air.compvis.config import CELLS, SIDE
from plein_air.models.sampling import Sample, Variety, sample_token

Cell = tuple[int, int]  # row, column
Logits = Callable[
    [np.ndarray], np.ndarray
]  # codes int64 [T], of the layout and then of the picture -> those after the last [codes]


@dataclass(frozen=True)
class Run:
    """Cells that follow each other in raster order and have the same window: its cache stays valid from one to the next."""

    top: int
    left: int
    cells: list[Cell]


def window_start(at: int, length: int) -> int:
    """First row (or column) of the window of a cell in row (or column) `at` of a lattice with `length` of them, 16 or more."""
    return min(max(at - SIDE // 2, 0), length - SIDE)


def runs(rows: int, columns: int) -> Iterator[Run]:
    run = None
    for cell in np.ndindex(rows, columns):
        top, left = window_start(cell[0], rows), window_start(cell[1], columns)
        if run is None or (top, left) != (run.top, run.left):
            if run is not None:
                yield run
            run = Run(top, left, [])
        run.cells.append(cell)
    if run is not None:
        yield run


def sequence(cond: np.ndarray, tokens: np.ndarray, top: int, left: int, cell: Cell) -> np.ndarray:
    """int64 [256 + n]: the layout's codes inside a window, then the n tokens before a cell. cond, tokens: int [H, W]."""
    crop = np.s_[top : top + SIDE, left : left + SIDE]
    before = (cell[0] - top) * SIDE + cell[1] - left
    return np.concatenate([cond[crop].reshape(CELLS), tokens[crop].reshape(CELLS)[:before]]).astype(np.int64)


def sample_sliding(logits: Logits, cond: np.ndarray, known: np.ndarray, numbers: np.ndarray, variety: Variety) -> Sample:
    """cond: codes of the layout [H, W]; known: tokens, -1 where they are to be drawn [H, W]; numbers: noise [H, W]."""
    tokens = known.astype(np.int32)
    margin = gap = np.inf
    for run in runs(*tokens.shape):
        for cell in run.cells:
            if tokens[cell] >= 0:
                continue
            draw = sample_token(logits(sequence(cond, tokens, run.top, run.left, cell)), numbers[cell], variety)
            tokens[cell] = draw.code
            margin, gap = min(margin, draw.margin), min(gap, draw.gap)
    return Sample(tokens, float(margin), float(gap))
