"""Reads photographs and their class ids into arrays on the disk."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
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


@dataclass(frozen=True)
class Cut:
    """What becomes of one picture."""

    photograph: np.ndarray
    labels: np.ndarray


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


def cut_pictures(source: Source, labeller: Labeller, cuttings: list[Cutting], side: int) -> tuple[list[Cut], list[Cut]]:
    """cuttings: all of one photograph -> squares, wide ones. Raises ValueError if a file is damaged or its labels mean nothing."""
    name = cuttings[0].name
    image = source.photographs.read(name)
    ids = labeller(image, name)
    scale = ids.shape[1] / image.size[0]
    cuts: tuple[list[Cut], list[Cut]] = ([], [])
    for cutting in cuttings:
        width = wide_side(side) if cutting.wide else side
        rgb, labels = cut_photograph(image, cutting.box, side, width), cut_labels(ids, cutting.box, scale, side, width)
        cuts[cutting.wide].append(Cut(rgb, labels))
    return cuts


class Filler:
    """Arrays of pictures of one shape, filled one after the other."""

    def __init__(self, out: Path, prefix: str, cuttings: list[Cutting], shape: tuple[int, int]):
        self.photographs = new_array(out / f"{prefix}photographs.npy", np.uint8, (len(cuttings), *shape, 3))
        self.labels = new_array(out / f"{prefix}labels.npy", np.uint8, (len(cuttings), *shape))
        self.filled = 0
        np.save(out / f"{prefix}origins.npy", np.array([cutting.origin for cutting in cuttings], np.int32))
        np.save(out / f"{prefix}zooms.npy", np.array([cutting.zoom for cutting in cuttings], np.uint8))

    def add(self, cut: Cut) -> None:
        self.photographs[self.filled], self.labels[self.filled] = cut.photograph, cut.labels
        self.filled += 1


def fill_arrays(source: Source, labeller: Labeller, plan: Plan, side: int, out: Path, threads: int) -> None:
    """Writes the arrays of squares and of wide pictures."""
    squares, wide = ([cutting for cutting in plan.cuttings if cutting.wide == is_wide] for is_wide in (False, True))
    fillers = Filler(out, "", squares, (side, side)), Filler(out, "wide_", wide, (side, wide_side(side)))
    groups = [list(group) for _, group in groupby(plan.cuttings, lambda cutting: cutting.name)]
    done = in_order(lambda cuttings: cut_pictures(source, labeller, cuttings, side), groups, threads)
    for both in tqdm(done, "read", len(groups), unit="photograph"):
        for filler, cuts in zip(fillers, both, strict=True):
            for cut in cuts:
                filler.add(cut)
