"""Whether a picture shows what was painted where it was painted."""

import numpy as np

UNKNOWN = 0


def by_cell(ids: np.ndarray, side: int) -> np.ndarray:
    """Class ids [N, side h, side w] -> [N, h, w]: the most frequent of each cell; ties: the lowest id."""
    count, height, width = ids.shape
    cells = ids.reshape(count, height // side, side, width // side, side).transpose(0, 1, 3, 2, 4)
    cells = cells.reshape(*cells.shape[:3], side * side)  # [N, h, w, side * side]
    return np.stack([(cells == id_).sum(-1) for id_ in range(int(ids.max()) + 1)]).argmax(0)


def layout_accuracy(found: np.ndarray, painted: np.ndarray) -> float:
    """found: what the segmenter sees, [N, h, w] by cell; painted: the layout, the same. The share of the cells that agree, of those
    that the layout says something of; there has to be one."""
    said = painted != UNKNOWN
    return float((found == painted)[said].mean())
