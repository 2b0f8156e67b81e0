"""The counter random number: noise as a function of (seed, row, column) and of nothing drawn before.

Source: pcg3d of Jarzynski and Olano, "Hash Functions for GPU Rendering", JCGT 9(3), 2020. Its twin in the page is
`src/core/noise.ts`; `training/parity/noise.json` holds both to the same numbers.
"""

import numpy as np

MULTIPLIER = np.uint32(1_664_525)
INCREMENT = np.uint32(1_013_904_223)
HALF_WORD = np.uint32(16)


def noise(seed: int, row, column) -> np.ndarray:
    """Returns float64 in [0, 1), a multiple of 2^-32, of the broadcast shape of `row` and `column`.

    seed: 0 .. 2^32 - 1. row, column: integers or arrays of them, -2^31 .. 2^32 - 1; negative ones count as two's complement.
    """
    words = np.broadcast_arrays(*(np.asarray(word, np.int64) for word in (seed, row, column)))
    with np.errstate(over="ignore"):  # unsigned words wrap around: that is the algorithm
        x, y, z = (word.astype(np.uint32) * MULTIPLIER + INCREMENT for word in words)
        x = x + y * z
        y = y + z * x
        z = z + x * y
        x, y, z = (word ^ (word >> HALF_WORD) for word in (x, y, z))
        x = x + y * z
    return x / 2.0**32  # y and z of the last round are not needed for one number


def noise_lattice(seed: int, rows: int, columns: int, first_row: int = 0, first_column: int = 0) -> np.ndarray:
    """Returns float64 [rows, columns]: the noise of every cell of a lattice whose corner is (first_row, first_column)."""
    return noise(seed, np.arange(first_row, first_row + rows)[:, None], np.arange(first_column, first_column + columns))
