"""The held-out photographs of training data. Only to measure; nothing of them is shipped."""

from dataclasses import dataclass

import numpy as np

from plein_air.data.dataset import Dataset

SIDE = 144  # pixels of the middle of a photograph: 18 cells of 8
LATTICE = 16  # cells along a side of what is measured: the middle of the 18
CORE_CELL, LAYOUT_CELL = 8, 4  # pixels and sub-cells along a cell's side


@dataclass(frozen=True)
class HeldOut:
    photographs: np.ndarray  # uint8 [N, SIDE, SIDE, 3]
    layouts: np.ndarray  # uint8 [N, 4 * LATTICE, 4 * LATTICE], class ids by sub-cell
    moods: np.ndarray  # int [N], 1 ..


def held_out_of(dataset: Dataset, count: int | None = None) -> HeldOut:
    """Of a prepared folder; count: only the first. Raises ValueError if its squares are too small."""
    if dataset.side < SIDE:
        raise ValueError(f"squares of {dataset.side} pixels are too small to measure with: prepare them with --side {SIDE} or more")
    squares, ids = dataset.squares, dataset.squares.held_out[:count]
    photographs, labels = (middle(array[ids], SIDE) for array in (squares.photographs, squares.labels))
    step = CORE_CELL // LAYOUT_CELL
    return HeldOut(photographs, middle(labels[:, ::step, ::step], LAYOUT_CELL * LATTICE), dataset.moods.ids[ids].astype(np.int64))


def middle(pictures: np.ndarray, side: int) -> np.ndarray:
    """[N, h, w, ...] -> the middle [N, side, side, ...]"""
    y, x = ((size - side) // 2 for size in pictures.shape[1:3])
    return pictures[:, y : y + side, x : x + side]
