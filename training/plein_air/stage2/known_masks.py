"""Which tokens an example is given: nothing for a new picture, and everything that the page can ask for."""

import numpy as np

# The share of examples of each kind. Half of a photograph is completed on any of its four sides; a picture is extended, which is
# a side of any width; regions are marked as rectangles or as blobs, and sampled anew in a crop of their own.
NOTHING, HALF, SIDE, RECTANGLE = "nothing", "half", "side", "rectangle"
ALL_BUT_BLOBS, ALL_BUT_RECTANGLE = "all but blobs", "all but a rectangle"
SHARES = {NOTHING: 0.44, HALF: 0.14, SIDE: 0.18, RECTANGLE: 0.06, ALL_BUT_BLOBS: 0.11, ALL_BUT_RECTANGLE: 0.07}


def known_mask(generator: np.random.Generator, rows: int, columns: int, kind: str | None = None) -> np.ndarray:
    """-> bool [rows, columns], true where the token is given. At least one cell is not: there would be nothing to learn.

    kind: one of SHARES; None: drawn.
    """
    kind = kind or generator.choice(list(SHARES), p=list(SHARES.values()))
    if kind == NOTHING:
        known = np.zeros((rows, columns), bool)
    elif kind == HALF:
        known = side(generator, rows, columns, 1 / 2, 1 / 2)
    elif kind == SIDE:
        known = side(generator, rows, columns, 1 / 4, 3 / 4)
    elif kind == RECTANGLE:
        known = rectangle(generator, rows, columns)
    elif kind == ALL_BUT_RECTANGLE:
        known = ~rectangle(generator, rows, columns)
    else:
        known = ~blobs(generator, rows, columns)
    if known.all():
        known[generator.integers(rows), generator.integers(columns)] = False
    return known


def side(generator: np.random.Generator, rows: int, columns: int, least: float, most: float) -> np.ndarray:
    """The top, bottom, left or right, from one share of it to another."""
    known = np.zeros((rows, columns), bool)
    turned = known.T if generator.random() < 0.5 else known
    length = len(turned)
    width = generator.integers(int(least * length), int(most * length) + 1)
    if generator.random() < 0.5:
        turned[:width] = True
    else:
        turned[-width:] = True
    return known


def rectangle(generator: np.random.Generator, rows: int, columns: int) -> np.ndarray:
    """Any, of at least one cell."""
    inside = np.zeros((rows, columns), bool)
    (top, bottom), (left, right) = (np.sort(generator.choice(size + 1, 2, replace=False)) for size in (rows, columns))
    inside[top:bottom, left:right] = True
    return inside


def blobs(generator: np.random.Generator, rows: int, columns: int) -> np.ndarray:
    """One to three ellipses."""
    inside = np.zeros((rows, columns), bool)
    i, j = np.mgrid[:rows, :columns]
    for _ in range(generator.integers(1, 4)):
        middle_i, middle_j = generator.integers(rows), generator.integers(columns)
        radius_i, radius_j = generator.integers(1, 7, 2)
        inside |= ((i - middle_i) / radius_i) ** 2 + ((j - middle_j) / radius_j) ** 2 <= 1
    return inside
