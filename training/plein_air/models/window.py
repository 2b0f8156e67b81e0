"""The window of the lattice transformer: which positions before it a position may attend to."""

from typing import NamedTuple


class Window(NamedTuple):
    """Some rows above, and columns to the left and right in all of them; in its own row only what is to the left. There is one
    column to the right at the least: the token above right is an input."""

    rows: int
    left: int
    right: int

    @property
    def offsets(self) -> list[tuple[int, int]]:
        """Row and column of each position of the window from the position itself, in raster order."""
        return [
            (row, column) for row in range(-self.rows, 1) for column in range(-self.left, self.right + 1) if (row, column) < (0, 0)
        ]

    @property
    def slots(self) -> int:
        """How many positions that is."""
        return self.rows * (self.left + 1 + self.right) + self.left

    def ring_rows(self, columns: int) -> int:
        """Rows of the lattice in the cache: of a row no position is overwritten before the step of its last reader, which is the
        row `rows` below it, `left` columns further on. A step reads before it writes."""
        return self.rows + -(-min(self.left, columns - 1) // self.lag(columns))

    def lag(self, columns: int) -> int:
        """How many columns a row runs behind the row above: all that it may see is there. A whole row if rows are shorter."""
        return min(self.right + 1, columns)
