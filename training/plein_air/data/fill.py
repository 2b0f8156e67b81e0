"""Reads photographs and their class ids into arrays on the disk."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count, groupby
from pathlib import Path
from typing import TypeVar

import numpy as np
from PIL import Image
from tqdm import tqdm

from plein_air.data.plan import Cutting, Plan, wide_side
from plein_air.data.source import Source
from plein_air.data.squares import cut_labels, cut_photograph

Item, Result = TypeVar("Item"), TypeVar("Result")
AHEAD = 4  # photographs that each thread may be ahead


Labeller = Callable[[Image.Image, str], np.ndarray]  # a photograph and its name -> class ids, at a scale of their own


def new_array(path: Path, kind: type, shape: tuple[int, ...]) -> np.ndarray:
    """An array in a file that is written through the memory. An empty one cannot be mapped."""
    if 0 in shape:
        with path.open("wb") as file:  # np.save would add an ending to the name
            np.save(file, np.zeros(shape, kind))
        return np.load(path)
    return np.lib.format.open_memmap(path, "w+", kind, shape)


def in_order(work: Callable[[Item], Result], items: Iterable[Item], threads: int) -> Iterator[Result]:
    """Results in the order of the items, computed by threads, few ahead of the reader: they need not fit into memory."""
    with ThreadPoolExecutor(threads) as pool:
        waiting: deque = deque()
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) > AHEAD * threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def cut_pictures(source: Source, labeller: Labeller, cuttings: list[Cutting], side: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """cuttings: all of one photograph -> pixels and labels of each. Raises ValueError if a file is damaged or its labels mean
    nothing."""
    name = cuttings[0].name
    image = source.photographs.read(name)
    ids = labeller(image, name)
    scale = ids.shape[1] / image.size[0]
    widths = [wide_side(side) if cutting.wide else side for cutting in cuttings]
    return [
        (cut_photograph(image, cutting.box, side, width), cut_labels(ids, cutting.box, scale, side, width))
        for cutting, width in zip(cuttings, widths, strict=True)
    ]


def fill_arrays(source: Source, labeller: Labeller, plan: Plan, side: int, out: Path, threads: int) -> None:
    """Writes the arrays of squares and of wide pictures."""
    arrays, places = [], []  # of squares, of wide ones: pixels and labels, and the place of the next picture
    for wide, prefix, width in ((False, "", side), (True, "wide_", wide_side(side))):
        cuttings = [cutting for cutting in plan.cuttings if cutting.wide == wide]
        np.save(out / f"{prefix}origins.npy", np.array([cutting.origin for cutting in cuttings], np.int32))
        np.save(out / f"{prefix}zooms.npy", np.array([cutting.zoom for cutting in cuttings], np.uint8))
        shape = (len(cuttings), side, width)
        photographs = new_array(out / f"{prefix}photographs.npy", np.uint8, (*shape, 3))
        arrays.append((photographs, new_array(out / f"{prefix}labels.npy", np.uint8, shape)))
        places.append(count())
    groups = [list(group) for _, group in groupby(plan.cuttings, lambda cutting: cutting.name)]
    done = in_order(lambda cuttings: cut_pictures(source, labeller, cuttings, side), groups, threads)
    for cuttings, cuts in zip(groups, tqdm(done, "read", len(groups), unit="photograph"), strict=True):
        for cutting, cut in zip(cuttings, cuts, strict=True):
            place = next(places[cutting.wide])
            for array, values in zip(arrays[cutting.wide], cut, strict=True):
                array[place] = values
