"""Looks at the heads of all photographs before any is read: what is wrong is said at once, not after an hour."""

from dataclasses import dataclass

from tqdm import tqdm

from plein_air.data.dataset import HELD_OUT_EVERY
from plein_air.data.source import Source, listed
from plein_air.data.squares import Box, boxes_at, square_boxes
from plein_air.models.vqgan import CORE_CELL_PIXELS
from plein_air.models.zooms import THIRD, ZOOM_CELLS

LEAST = 64  # pixels of a shorter side: smaller photographs have nothing to learn from
SAME_SHAPE = 0.02  # by which the shapes of a photograph and its label map may differ


WIDE_CELLS = 32  # columns of a wide picture, which is as high as a square; more if that has more than 16


@dataclass(frozen=True)
class Cutting:
    """One picture that is cut out of a photograph: a square, or a wide one."""

    name: str
    origin: int  # of the photograph, among the sorted names
    box: Box
    zoom: int
    wide: bool  # else it is a square


@dataclass(frozen=True)
class Plan:
    cuttings: list[Cutting]  # those of one photograph together
    photographs: int
    left_out: list[str]  # why, a sentence each


def wide_side(side: int) -> int:
    """Pixels of a wide picture along its longer side: twice as many cells as a square's lattice has."""
    return WIDE_CELLS * square_zoom(side) * CORE_CELL_PIXELS


def square_zoom(side: int) -> int:
    """Of a square that is a whole photograph: 16 cells of height are a part of a larger one."""
    return side // CORE_CELL_PIXELS // ZOOM_CELLS


def plan_squares(source: Source, side: int, skip: bool, moods: int, zooms: int = 1) -> Plan:
    """zooms: up to which zoom large photographs are cut; more than 1 makes wide pictures, too. skip: leave out photographs that
    cannot be used, instead of raising ValueError with what to do."""
    cuttings, left_out, origin = [], [], 0
    for name in tqdm(source.photographs.files, "look", unit="photograph", leave=False):
        try:
            width, height = size_of(source, name)
            if skip:  # otherwise a damaged file stops the reading, later
                source.photographs.read(name)
                if source.labels:
                    source.labels.read(name)
        except ValueError as problem:
            left_out.append(str(problem))
            continue
        for zoom in range(1, zooms + 1):
            noted = min(zoom * square_zoom(side), THIRD)
            cuttings += [Cutting(name, origin, box, noted, False) for box in zoomed_squares(width, height, side, zoom)]
            if zooms > 1:
                cuttings += [Cutting(name, origin, box, noted, True) for box in wide_boxes(width, height, side, zoom)]
        origin += 1
    if left_out and not skip:
        raise ValueError(
            "\n".join(
                [*left_out[:5], f"{len(left_out):,} photographs cannot be used. Mend or remove them, or pass --skip to do without."]
            )
        )
    squares = sum(not cutting.wide for cutting in cuttings)
    if origin < 2 or squares < moods:
        raise ValueError(
            f"{origin} photographs ({listed(list(source.photographs.files))}) give {squares} squares, too few for {moods} "
            f"moods (--moods); a model that is worth painting with needs thousands, and every {HELD_OUT_EVERY}th is held out"
        )
    return Plan(cuttings, origin, left_out)


def size_of(source: Source, name: str) -> tuple[int, int]:
    """-> width and height of a photograph. Raises ValueError if it is too small, or its label map has another shape."""
    width, height = source.photographs.size(name)
    if min(width, height) < LEAST:
        raise ValueError(f"{name} has {width} x {height} pixels, and at least {LEAST} on the shorter side are needed")
    if source.labels:
        other, tall = source.labels.size(name)
        if abs(other / tall - width / height) > SAME_SHAPE * width / height:
            raise ValueError(f"{name} has {width} x {height} pixels, its label map {other} x {tall}: the same shape is needed")
    return width, height


def picture_height(width: int, height: int, side: int, zoom: int) -> float:
    """Pixels of the photograph that a picture of `side` pixels in height shows. Its lattice, a little smaller, shows exactly a
    half or a third of the shorter side."""
    shorter = min(width, height)
    lattice = square_zoom(side) * ZOOM_CELLS * CORE_CELL_PIXELS
    return shorter if zoom == 1 else shorter / zoom * side / lattice


def zoomed_squares(width: int, height: int, side: int, zoom: int) -> list[Box]:
    """None, but at zoom 1, that would have to be enlarged."""
    if zoom == 1:
        return square_boxes(width, height)
    tall = picture_height(width, height, side, zoom)
    return boxes_at(width, height, tall, tall) if tall >= side else []


def wide_boxes(width: int, height: int, side: int, zoom: int) -> list[Box]:
    """Of photographs that are wide enough; none that would have to be enlarged."""
    tall = picture_height(width, height, side, zoom)
    return boxes_at(width, height, tall * wide_side(side) / side, tall) if tall >= side else []
