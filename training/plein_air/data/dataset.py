"""The folder that plein_air.prepare writes: arrays that are mapped into memory, and a small index.

photographs.npy  uint8 [N, side, side, 3]    squares of the photographs, RGB, 8 pixels a cell
labels.npy       uint8 [N, side, side]       their class ids, 0 .. 11
origins.npy      int32 [N]                   of which photograph, in the order of sorted names
zooms.npy        uint8 [N]                   how much of it 16 cells show: 1 nearly all, 2 half, 3 a third or less
wide_photographs.npy, wide_labels.npy, wide_origins.npy, wide_zooms.npy   the same of pictures of 32 cells in width, or none
wide_moods.npy   uint8 [wide]                their moods
moods.npz        mood ids of the squares, and the clusters behind them
index.json       format, version, counts
"""

import json
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from plein_air.data.moods import Moods

FORMAT, VERSION = "plein-air-dataset", 2
INDEX = "index.json"
HELD_OUT_EVERY = 100  # of the sorted names; all squares of such a photograph


@dataclass(frozen=True)
class Pictures:
    """Pictures of one shape."""

    photographs: np.ndarray  # uint8 [N, h, w, 3]
    labels: np.ndarray  # uint8 [N, h, w]
    origins: np.ndarray
    zooms: np.ndarray

    @property
    def train(self) -> np.ndarray:
        """Which of them may be trained on."""
        return np.flatnonzero(self.origins % HELD_OUT_EVERY)

    @property
    def held_out(self) -> np.ndarray:
        """Which of them are never trained on."""
        return np.flatnonzero(self.origins % HELD_OUT_EVERY == 0)


PARTS = [field.name for field in fields(Pictures)]


@dataclass(frozen=True)
class Dataset:
    folder: Path
    index: dict
    squares: Pictures
    wide: Pictures
    wide_moods: np.ndarray
    moods: Moods

    @property
    def side(self) -> int:
        """Pixels of a square."""
        return self.index["side"]


def open_dataset(folder: Path) -> Dataset:
    """Raises ValueError, with what to do, if the folder was not prepared, not to the end, or by another version."""
    try:
        index = json.loads((folder / INDEX).read_text())
    except FileNotFoundError:
        raise ValueError(
            f"{folder} was not prepared, or not to the end: run python -m plein_air.prepare PHOTOGRAPHS --out {folder}"
        ) from None
    if index.get("format") != FORMAT or index.get("version") != VERSION:
        raise ValueError(f"{folder / INDEX} is not of this version: prepare the photographs again")
    squares, wide = (
        Pictures(**{name: np.load(folder / f"{prefix}{name}.npy", mmap_mode="r") for name in PARTS}) for prefix in ("", "wide_")
    )
    if len(squares.photographs) != index["squares"] or len(squares.labels) != index["squares"]:
        raise ValueError(f"{folder} has other arrays than its index says: prepare the photographs again")
    wide_moods = np.load(folder / "wide_moods.npy", mmap_mode="r")
    return Dataset(folder, index, squares, wide, wide_moods, Moods.load(folder / "moods.npz"))
