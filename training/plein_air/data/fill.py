"""Reads photographs and label maps into arrays on the disk."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TypeVar

import numpy as np
from tqdm import tqdm

from plein_air.data.classes import Labels
from plein_air.data.plan import Plan, Square
from plein_air.data.source import Source
from plein_air.data.squares import cut_labels, cut_photograph

Item, Result = TypeVar("Item"), TypeVar("Result")
AHEAD = 4  # photographs that each thread may be ahead


@dataclass(frozen=True)
class Cut:
    """What becomes of one square."""

    photograph: np.ndarray
    labels: np.ndarray | None


def new_array(folder: Path, name: str, kind: type, shape: tuple[int, ...]) -> np.ndarray:
    """An array in the file name.npy that is written through the memory."""
    return np.lib.format.open_memmap(folder / f"{name}.npy", "w+", kind, shape)


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


def cut_squares(source: Source, labels: Labels | None, squares: list[Square], side: int) -> list[Cut]:
    """squares: all of one photograph. Raises ValueError if a file is damaged or its labels mean nothing."""
    name = squares[0].name
    image = source.photographs.read(name)
    ids, scale = None, 1.0
    if source.labels and labels:
        ids = labels.read(source.labels.read(name), name)
        scale = ids.shape[1] / image.size[0]
    return [
        Cut(
            cut_photograph(image, square.box, side),
            None if ids is None else cut_labels(ids, square.box, scale, side),
        )
        for square in squares
    ]


def fill_arrays(source: Source, labels: Labels | None, plan: Plan, side: int, out: Path, threads: int) -> None:
    """Writes photographs, labels (zeros if there are none) and origins."""
    count = len(plan.squares)
    photographs = new_array(out, "photographs", np.uint8, (count, side, side, 3))
    class_ids = new_array(out, "labels", np.uint8, (count, side, side))
    np.save(out / "origins.npy", np.array([square.origin for square in plan.squares], np.int32))
    groups = [list(group) for _, group in groupby(plan.squares, lambda square: square.name)]
    done = in_order(lambda squares: cut_squares(source, labels, squares, side), groups, threads)
    n = 0
    for cuts in tqdm(done, "read", len(groups), unit="photograph"):
        for cut in cuts:
            photographs[n] = cut.photograph
            if cut.labels is not None:
                class_ids[n] = cut.labels
            n += 1
