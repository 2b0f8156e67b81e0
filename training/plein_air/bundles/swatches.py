"""Swatches: what a cell of each code usually looks like, 4 x 4 pixels, so that tokens can be seen before they are decoded."""

import numpy as np

from plein_air.models.sessions import Graph, decode

PIXELS = 4  # along a side of a swatch
STRIPS = 16  # in which codes are decoded alone: a multiple of it are the codes
NONE = -1


def to_bytes(rgb: np.ndarray) -> np.ndarray:
    """RGB about [-1, 1] -> uint8."""
    return np.rint(np.clip((rgb + 1) * 127.5, 0, 255)).astype(np.uint8)


def cells(features: Graph, upsampler: Graph, tokens: np.ndarray) -> np.ndarray:
    """tokens [h, w] -> RGB float32 [h, w, PIXELS, PIXELS, 3]: each decoded cell, made small by means."""
    rows, columns = tokens.shape
    rgb = decode(features, upsampler, tokens)
    step = rgb.shape[1] // (rows * PIXELS)
    rgb = rgb.reshape(3, rows, PIXELS, step, columns, PIXELS, step)
    return rgb.mean((3, 6)).transpose(1, 3, 2, 4, 0)


def alone(features: Graph, upsampler: Graph, codes: int) -> np.ndarray:
    """RGB [codes, PIXELS, PIXELS, 3]: each code decoded with nothing around it."""
    apart = 5  # cells: hardly anything of a neighbour shows that far
    row = np.full((apart, codes * apart), NONE)
    row[apart // 2, apart // 2 :: apart] = np.arange(codes)
    parts = [cells(features, upsampler, part)[apart // 2, apart // 2 :: apart] for part in np.split(row, STRIPS, 1)]
    return np.concatenate(parts)


def swatches(features: Graph, upsampler: Graph, codes: int, lattices: np.ndarray | None) -> np.ndarray:
    """uint8 [codes, PIXELS, PIXELS, 3]: the mean of what cells of a code decode to.

    lattices: int [N, h, w], tokens of photographs. A code that is not in them is decoded alone.
    """
    total, count = np.zeros((codes, PIXELS, PIXELS, 3)), np.zeros(codes)
    for tokens in () if lattices is None else lattices:
        np.add.at(total, tokens, cells(features, upsampler, tokens))
        np.add.at(count, tokens, 1)
    seen = count[:, None, None, None] > 0
    return to_bytes(np.where(seen, total / np.maximum(count, 1)[:, None, None, None], alone(features, upsampler, codes)))
