"""Vectors of what the page makes of a photograph's layout: Pillow's resizing, the segmenter, the colour rules.

Of pictures that are made here, never of photographs. `parity` writes them with the others.
"""

from pathlib import Path

import numpy as np
from PIL import Image

from plein_air.bundles.read_back import read_segmenter
from plein_air.models.colour_rules import refine
from plein_air.models.noise import noise_lattice
from plein_air.models.segment import segment_classes
from plein_air.models.segmenter import ADE_CLASSES
from plein_air.models.sessions import Graph

SIZE = (80, 128)  # height and width, pixels: a lattice of 10 x 16 cells of 8
RESIZED = ((112, 176), (33, 50), (16, 256))  # larger, smaller, and both
RULED = (48, 64)
PATCH = 8  # pixels along a side of a patch of one class and one colour


def grain(height: int, width: int, seed: int) -> np.ndarray:
    return noise_lattice(seed, height, width) - 0.5


def painted_landscape(height: int, width: int) -> np.ndarray:
    """uint8 [h, w, 3]: a blue sky that pales, a ridge, trees, a meadow."""
    y, x = np.mgrid[:height, :width] / np.array([height, width]).reshape(2, 1, 1)
    ridge = 0.42 - 0.16 * np.abs(np.sin(7 * x + 0.5))
    picture = np.stack([90 + 220 * y, 140 + 170 * y, 215 + 60 * y], -1)
    picture[y > ridge] = (96, 92, 104)
    picture[y > 0.52 + 0.03 * np.sin(40 * x)] = (34, 62, 30)
    picture[y > 0.68] = (104, 140, 52)
    strength = np.where(y > ridge, 50, 6)[..., None]
    return (picture + strength * grain(height, width, 11)[..., None]).clip(0, 255).astype(np.uint8)


def patches(height: int, width: int, seed: int, values: int) -> np.ndarray:
    """int [h, w]: patches of a random number below `values`."""
    numbers = np.floor(noise_lattice(seed, height // PATCH, width // PATCH) * values).astype(np.int64)
    return numbers.repeat(PATCH, 0).repeat(PATCH, 1)


def ruled_inputs() -> tuple[np.ndarray, np.ndarray]:
    """Colours from grey to warm and cool, from dark to light, under every class that a rule looks at: photograph and classes."""
    height, width = RULED
    lightness, warmth = patches(height, width, 21, 9) * 28, patches(height, width, 22, 5) * 20 - 30
    planes = [lightness + warmth, lightness, lightness - warmth]
    photograph = np.stack([plane + 40 * grain(height, width, 30 + n) for n, plane in enumerate(planes)], -1)
    looked_at = [ADE_CLASSES.index(name) for name in ("sky", "mountain", "earth", "water", "sea", "tree", "field", "person")]
    return photograph.clip(0, 255).astype(np.uint8), np.array(looked_at, np.uint8)[patches(height, width, 23, len(looked_at))]


def segmenter_vectors(models: Path) -> dict[str, dict[str, np.ndarray]]:
    """The tensors of each file by its name."""
    graph = Graph(read_segmenter(models / "landscapes"))
    picture = painted_landscape(*SIZE)
    classes = segment_classes(picture, graph)
    layout = refine(picture, classes)
    if len(np.unique(layout)) < 4:
        raise AssertionError(f"the segmenter sees only {np.unique(layout)} in the painted landscape")
    photograph, ruled = ruled_inputs()
    ruled_layout = refine(photograph, ruled)
    if len(np.unique(ruled_layout)) < 9:
        raise AssertionError(f"the colour rules give only {np.unique(ruled_layout)}")
    resized = {
        f"resized{n}": np.asarray(Image.fromarray(picture).resize((width, height), Image.Resampling.BICUBIC))
        for n, (height, width) in enumerate(RESIZED)
    }
    return {
        "landscapes-segmenter": {"photograph": picture, "classes": classes, "layout": layout},
        "colour-rules": {"photograph": photograph, "classes": ruled, "layout": ruled_layout},
        "bicubic": {"photograph": picture, **resized},
    }
