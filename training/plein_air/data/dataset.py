"""The folder that plein_air.prepare writes: arrays that are mapped into memory, and a small index.

photographs.npy  uint8 [N, side, side, 3]    squares of the photographs, RGB, 8 pixels a cell
labels.npy       uint8 [N, side, side]       their class ids, 0 .. 11
origins.npy      int32 [N]                   of which photograph, in the order of sorted names
moods.npz        mood ids of the squares, and the clusters behind them
index.json       format, version, counts
"""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from plein_air.data.moods import Moods

FORMAT, VERSION = "plein-air-dataset", 1
INDEX = "index.json"
HELD_OUT_EVERY = 100  # of the sorted names; all squares of such a photograph


@dataclass(frozen=True)
class Dataset:
    folder: Path
    index: dict
    photographs: np.ndarray
    labels: np.ndarray
    origins: np.ndarray
    moods: Moods

    @property
    def side(self) -> int:
        """Pixels of a square."""
        return self.index["side"]

    @cached_property
    def held_out(self) -> np.ndarray:
        """Which squares are never trained on."""
        return np.flatnonzero(self.origins % HELD_OUT_EVERY == 0)

    @cached_property
    def train(self) -> np.ndarray:
        return np.flatnonzero(self.origins % HELD_OUT_EVERY)


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
    arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in ("photographs", "labels", "origins")}
    if len(arrays["photographs"]) != index["squares"] or len(arrays["labels"]) != index["squares"]:
        raise ValueError(f"{folder} has other arrays than its index says: prepare the photographs again")
    return Dataset(folder, index, **arrays, moods=Moods.load(folder / "moods.npz"))
