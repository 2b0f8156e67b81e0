"""Zooms: how much of a photograph 16 cells of height show, which is how near a picture is. 0, any, is for the transformer alone."""

WHOLE, HALF, THIRD = 1, 2, 3  # nearly all of it; half; a third or less
ZOOM_CELLS = 16


def zoom_of(rows: int) -> int:
    """The zoom of a lattice that is to look like one photograph: 1 with 16 rows, 2 with 32, and between them the nearer one."""
    return min(max(WHOLE, (2 * rows + ZOOM_CELLS) // (2 * ZOOM_CELLS)), THIRD)
