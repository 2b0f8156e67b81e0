"""What the values of a person's label maps mean: classes.json, and class ids from label maps."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from plein_air.models.context import CLASSES
from plein_air.models.names import CLASSES as NAMED_CLASSES

UNKNOWN = 0
IDS = {name: id_ for id_, name, _ in NAMED_CLASSES if id_ < CLASSES} | {"unknown": UNKNOWN}
HOW = 'classes.json maps label values to classes, like {"21": "water"} or, for colours, {"#2864aa": "water"}'
VALUES = 256  # of a label map with one channel


def read_classes(path: Path | None) -> dict[int, int]:
    """Label values (of colours, red * 65536 + green * 256 + blue) -> class ids. None: label maps hold class ids themselves.

    Raises ValueError, with what to do, if the file is not as HOW says.
    """
    if path is None:
        return {id_: id_ for id_ in range(CLASSES)}
    try:
        entries = json.loads(path.read_text())
    except json.JSONDecodeError as problem:
        raise ValueError(f"{path} is not JSON: {problem}") from problem
    if not isinstance(entries, dict) or not entries:
        raise ValueError(f"{path}: {HOW}")
    return {value_of(key, path): class_of(meant, path) for key, meant in entries.items()}


def value_of(key: str, path: Path) -> int:
    try:
        if key.startswith("#") and len(key) == 7:
            return int(key[1:], 16)
        if 0 <= (value := int(key)) < VALUES:
            return value
    except ValueError:
        pass
    raise ValueError(f"{path}: {key!r} is no label value: {HOW}")


def class_of(meant, path: Path) -> int:
    if isinstance(meant, str) and meant in IDS:
        return IDS[meant]
    if isinstance(meant, int) and not isinstance(meant, bool) and 0 <= meant < CLASSES:
        return meant
    raise ValueError(f"{path}: {meant!r} is no class; there are {', '.join(IDS)}")


def label_reader(classes: dict[int, int], strict: bool) -> Callable[[Image.Image, str], np.ndarray]:
    """A label map and its name -> class ids uint8 [h, w]. strict: a value that is not listed is an error, else it is unknown."""
    table = np.array([classes.get(value, UNKNOWN) for value in range(VALUES)], np.uint8)

    def of_colors(image: Image.Image, _name: str) -> np.ndarray:
        values = np.asarray(image.convert("RGB")).astype(np.int64) @ np.array([65536, 256, 1])
        ids = np.full(values.shape, UNKNOWN, np.uint8)
        for value, id_ in classes.items():
            ids[values == value] = id_
        return ids

    def of_values(image: Image.Image, name: str) -> np.ndarray:
        """Palettes are read as their indices."""
        if image.mode not in ("L", "P", "1", "I;16", "I"):
            raise ValueError(f"the label map {name} has colours ({image.mode}), and values are wanted: {HOW}")
        values = np.asarray(image).astype(np.int64)
        if strict and (strange := sorted(set(np.unique(values).tolist()) - set(classes))):
            raise ValueError(f"the label map {name} has the values {strange[:5]}, which are no class ids: {HOW}")
        if values.max() >= VALUES:
            raise ValueError(f"the label map {name} has values up to {values.max()}, and those from 0 to 255 are read")
        return table[values]

    return of_colors if any(value >= VALUES for value in classes) else of_values
