"""Landscapes made by code, with their label maps: what the tests and --smoke train on. Nobody's photographs."""

import json
from pathlib import Path

import numpy as np
from PIL import Image

LABELS = {"sky": 10, "mountain": 20, "trees": 30, "grass": 40, "water": 50}  # label values, as another tool might have chosen them
SIZES = ((150, 150), (225, 150), (150, 190), (320, 310))  # width, height


def ridge(generator: np.random.Generator, width: int, height: float, roughness: float) -> np.ndarray:
    """A skyline: one number a column, in pixels from the top. Sines of falling size and rising frequency."""
    x = np.linspace(0, 2 * np.pi, width)
    waves = sum(np.sin(x * n * generator.uniform(0.6, 1.4) + generator.uniform(0, 7)) / n for n in (1, 2, 4, 8, 16))
    return height + roughness * waves


def landscape(generator: np.random.Generator, width: int, height: int) -> tuple[np.ndarray, np.ndarray]:
    """-> uint8 RGB [height, width, 3], labels uint8 [height, width]: sky above hills above water or a meadow."""
    rows = np.arange(height)[:, None]
    light = generator.uniform(0.4, 1.0)
    warm = generator.uniform(-20, 60)
    depth = (rows / height)[..., None]
    top, horizon = np.array([70, 120, 200]), np.array([190 + warm, 195, 215 - warm])
    rgb = np.broadcast_to(top * (1 - depth) + horizon * depth, (height, width, 3)).copy()
    labels = np.full((height, width), LABELS["sky"], np.uint8)
    shore = int(height * generator.uniform(0.6, 0.85))
    hills = ridge(generator, width, height * generator.uniform(0.3, 0.5), height * 0.06)
    wood = ridge(generator, width, height * generator.uniform(0.5, 0.6), height * 0.03)
    texture = generator.normal(0, 1, (height, width, 1))
    for name, area, color, grain in (
        ("mountain", rows > hills, (125, 110, 115), 6),
        ("trees", rows > wood, (35, 75, 35), 14),
        ("grass", np.broadcast_to(rows >= shore, labels.shape), (110, 160, 60), 9),
    ):
        rgb[area] = (np.array(color) + grain * texture)[area]
        labels[area] = LABELS[name]
    if generator.random() < 0.6:  # a lake, in which what is above it is seen upside down
        deep = height - shore
        mirrored = rgb[shore - deep : shore][::-1] if deep <= shore else rgb[:deep][::-1]
        ripple = 5 * np.sin(np.arange(deep) * 1.7)[:, None, None]
        rgb[shore:] = mirrored * 0.6 + np.array([20, 45, 70]) + ripple
        labels[shore:] = LABELS["water"]
    return (rgb * light).clip(0, 255).astype(np.uint8), labels


def write_generated(folder: Path, count: int = 40, seed: int = 1) -> Path:
    """Writes images/, labels/ and classes.json of `count` landscapes of several sizes -> the folder."""
    generator = np.random.default_rng(seed)
    for name in ("images", "labels"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for n in range(count):
        rgb, labels = landscape(generator, *SIZES[n % len(SIZES)])
        Image.fromarray(rgb).save(folder / "images" / f"{n:05}.png")
        Image.fromarray(labels).save(folder / "labels" / f"{n:05}.png")
    (folder / "classes.json").write_text(json.dumps({str(value): name for name, value in LABELS.items()}))
    return folder
