"""Swatches of a decoder whose norms see the whole picture: each code as a patch among all others."""

import numpy as np

from plein_air.bundles.swatches import PIXELS, to_bytes
from plein_air.models.sessions import Graph
from plein_air.models.vqgan import CELL_PIXELS

PATCH = 2  # cells along a side of a code's patch
ACROSS = 16  # patches along a side of a decoded lattice
SEED = 1


def sliding_swatches(decoder: Graph, codes: int) -> np.ndarray:
    """uint8 [codes, PIXELS, PIXELS, 3]: the mean of a code's cells, patches of the codes mixed by a seed."""
    order = np.random.default_rng(SEED).permutation(codes)
    table = np.zeros((codes, PIXELS, PIXELS, 3))
    step, side = CELL_PIXELS // PIXELS, ACROSS * PATCH
    for begin in range(0, codes, ACROSS**2):
        part = np.resize(order[begin : begin + ACROSS**2], (ACROSS, ACROSS))
        (rgb,) = decoder(tokens=part.repeat(PATCH, 0).repeat(PATCH, 1)[None])
        cells = rgb.reshape(3, side, PIXELS, step, side, PIXELS, step).mean((3, 6)).transpose(1, 3, 2, 4, 0)
        patches = cells.reshape(ACROSS, PATCH, ACROSS, PATCH, PIXELS, PIXELS, 3).mean((1, 3))
        table[part.reshape(-1)] = patches.reshape(ACROSS**2, PIXELS, PIXELS, 3)
    return to_bytes(table)
