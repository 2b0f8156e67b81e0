"""The held-out photographs of training data, as they lie in images.zip and labels.zip or prepared. Only to measure; nothing of
them is shipped."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from plein_air.data.dataset import Dataset

HELD_OUT_EVERY = 100  # of the sorted names
SIDE = 144  # pixels of the middle of a photograph: 18 cells of 8
LATTICE = 16  # cells along a side of what is measured: the middle of the 18
CORE_CELL, LAYOUT_CELL = 8, 4  # pixels and sub-cells along a cell's side


@dataclass(frozen=True)
class HeldOut:
    photographs: np.ndarray  # uint8 [N, SIDE, SIDE, 3]
    layouts: np.ndarray  # uint8 [N, 4 * LATTICE, 4 * LATTICE], class ids by sub-cell
    moods: np.ndarray | None = None  # int [N], 1 ..; None: they are beside the checkpoints


def read_pictures(archive: Path, mode: str | None, whole: bool = False) -> np.ndarray:
    """The middle SIDE pixels of every hundredth picture, or all of it. mode: of Pillow, None for palette indices."""
    pictures = []
    with zipfile.ZipFile(archive) as file:
        names = sorted(name for name in file.namelist() if not name.endswith("/"))
        for name in names[::HELD_OUT_EVERY]:
            image = Image.open(io.BytesIO(file.read(name)))
            pixels = np.asarray(image.convert(mode) if mode else image)
            border = 0 if whole else (pixels.shape[0] - SIDE) // 2
            pictures.append(pixels[border : pixels.shape[0] - border, border : pixels.shape[1] - border])
    return np.stack(pictures)


def held_out(data: Path) -> HeldOut:
    """data: the folder with images.zip and labels.zip."""
    labels = read_pictures(data / "labels.zip", None)
    layouts = labels[:, :: CORE_CELL // LAYOUT_CELL, :: CORE_CELL // LAYOUT_CELL]
    border = LAYOUT_CELL * (SIDE // CORE_CELL - LATTICE) // 2
    return HeldOut(
        photographs=read_pictures(data / "images.zip", "RGB"),
        layouts=layouts[:, border : border + LAYOUT_CELL * LATTICE, border : border + LAYOUT_CELL * LATTICE],
    )


def held_out_of(dataset: Dataset, count: int | None = None) -> HeldOut:
    """Of a prepared folder; count: only the first. Raises ValueError if its squares are too small."""
    if dataset.side < SIDE:
        raise ValueError(f"squares of {dataset.side} pixels are too small to measure with: prepare them with --side {SIDE} or more")
    ids = dataset.held_out[:count]
    photographs, labels = (middle(array[ids], SIDE) for array in (dataset.photographs, dataset.labels))
    step = CORE_CELL // LAYOUT_CELL
    return HeldOut(photographs, middle(labels[:, ::step, ::step], LAYOUT_CELL * LATTICE), dataset.moods.ids[ids].astype(np.int64))


def middle(pictures: np.ndarray, side: int) -> np.ndarray:
    """[N, h, w, ...] -> the middle [N, side, side, ...]"""
    y, x = ((size - side) // 2 for size in pictures.shape[1:3])
    return pictures[:, y : y + side, x : x + side]


def held_out_moods(checkpoints: Path) -> np.ndarray:
    """int [N], 1 ..: of the same photographs. checkpoints: the folder with moods.npz."""
    return np.load(checkpoints / "moods.npz")["ids"][::HELD_OUT_EVERY].astype(np.int64)
