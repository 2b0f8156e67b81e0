"""Looks at the heads of all photographs before any is read: what is wrong is said at once, not after an hour."""

from dataclasses import dataclass

from tqdm import tqdm

from plein_air.data.dataset import HELD_OUT_EVERY
from plein_air.data.source import Source, listed
from plein_air.data.squares import square_boxes

LEAST = 64  # pixels of a shorter side: smaller photographs have nothing to learn from
SAME_SHAPE = 0.02  # by which the shapes of a photograph and its label map may differ


@dataclass(frozen=True)
class Square:
    name: str
    origin: int  # of the photograph, among the sorted names
    box: tuple[int, int, int, int]


@dataclass(frozen=True)
class Plan:
    squares: list[Square]
    photographs: int
    left_out: list[str]  # why, a sentence each


def plan_squares(source: Source, skip: bool, moods: int) -> Plan:
    """skip: leave out photographs that cannot be used, instead of raising ValueError with what to do."""
    squares, left_out, origin = [], [], 0
    for name in tqdm(source.photographs.files, "look", unit="photograph", leave=False):
        try:
            boxes = boxes_of(source, name)
            if skip:  # otherwise a damaged file stops the reading, later
                source.photographs.read(name)
                if source.labels:
                    source.labels.read(name)
        except ValueError as problem:
            left_out.append(str(problem))
            continue
        squares += [Square(name, origin, box) for box in boxes]
        origin += 1
    if left_out and not skip:
        raise ValueError(
            "\n".join(
                [*left_out[:5], f"{len(left_out):,} photographs cannot be used. Mend or remove them, or pass --skip to do without."]
            )
        )
    if origin < 2 or len(squares) < moods:
        raise ValueError(
            f"{origin} photographs ({listed(list(source.photographs.files))}) give {len(squares)} squares, too few for {moods} "
            f"moods (--moods); a model that is worth painting with needs thousands, and every {HELD_OUT_EVERY}th is held out"
        )
    return Plan(squares, origin, left_out)


def boxes_of(source: Source, name: str) -> list[tuple[int, int, int, int]]:
    """The squares of a photograph."""
    width, height = source.photographs.size(name)
    if min(width, height) < LEAST:
        raise ValueError(f"{name} has {width} x {height} pixels, and at least {LEAST} on the shorter side are needed")
    if source.labels:
        other, tall = source.labels.size(name)
        if abs(other / tall - width / height) > SAME_SHAPE * width / height:
            raise ValueError(f"{name} has {width} x {height} pixels, its label map {other} x {tall}: the same shape is needed")
    return square_boxes(width, height)
