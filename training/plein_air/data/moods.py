"""Moods: light and colour of whole photographs, in clusters."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

GAMMA = 2.2
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])  # of linear sRGB
WHITE = np.array([0.9505, 1.0, 1.089])
ITERATIONS = 100
STRIDE = 5  # pixels; a mood does not need all of them


@dataclass(frozen=True)
class Moods:
    ids: np.ndarray  # uint8 [N], 1 .. count
    centres: np.ndarray  # [count, 7], of standardized features, from dark to light
    mean: np.ndarray  # [7]
    std: np.ndarray  # [7]
    swatches: np.ndarray  # uint8 [count, 3, 3]: mean RGB of the top, middle and bottom third

    def save(self, path: Path) -> None:
        np.savez(path, **vars(self))

    @staticmethod
    def load(path: Path) -> "Moods":
        with np.load(path) as file:
            return Moods(**{name: file[name] for name in ("ids", "centres", "mean", "std", "swatches")})


def lab(rgb: np.ndarray) -> np.ndarray:
    """RGB [..., 3], 0 .. 255 -> CIE L*a*b* [..., 3], without the linear part near black."""
    linear = (rgb / 255.0) ** GAMMA
    x, y, z = np.moveaxis(np.cbrt(np.maximum(linear @ XYZ.T / WHITE, 1e-4)), -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], -1)


def mood_features(rgb: np.ndarray) -> np.ndarray:
    """RGB [N, h, w, 3], 0 .. 255 -> [N, 7]: mean L*a*b* of the whole, of the top third, and the spread of lightness."""
    colors = lab(rgb.astype(np.float32))
    top = colors[:, : colors.shape[1] // 3]
    return np.concatenate([colors.mean((1, 2)), top.mean((1, 2)), colors.std((1, 2))[:, :1]], 1)


def nearest(points: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """[N, d], [k, d] -> [N]: the index of the nearest centre. In chunks: N k d numbers do not fit into memory."""
    return np.concatenate(
        [((part[:, None] - centres) ** 2).sum(-1).argmin(1) for part in np.array_split(points, len(points) // 65536 + 1)]
    )


def cluster(points: np.ndarray, count: int, seed: int) -> np.ndarray:
    """k-means (Lloyd, 1982) -> centres [count, d]. An empty cluster begins anew at a random point."""
    generator = np.random.default_rng(seed)
    centres = points[generator.choice(len(points), count, replace=False)]
    for _ in range(ITERATIONS):
        ids = nearest(points, centres)
        parts = (points[ids == n] for n in range(count))
        moved = np.stack([part.mean(0) if len(part) else points[generator.integers(len(points))] for part in parts])
        if np.array_equal(moved, centres):
            break
        centres = moved
    return centres


def find_moods(photographs: np.ndarray, count: int, seed: int) -> Moods:
    """photographs uint8 [N, h, w, 3], N >= count; read in parts, so that they may be a file."""
    parts = [mood_features(photographs[n : n + 256, ::STRIDE, ::STRIDE]) for n in range(0, len(photographs), 256)]
    features = np.concatenate(parts)
    mean, std = features.mean(0), features.std(0) + 1e-6
    points = (features - mean) / std
    centres = cluster(points, count, seed)
    centres = centres[np.argsort(centres[:, 0])]
    ids = nearest(points, centres)
    swatches = np.stack([swatch(photographs, np.flatnonzero(ids == n)) for n in range(count)])
    return Moods((ids + 1).astype(np.uint8), centres, mean, std, swatches)


def swatch(photographs: np.ndarray, ids: np.ndarray) -> np.ndarray:
    """uint8 [3, 3]: mean RGB of the thirds, over at most 500 of the photographs; grey if there is none."""
    if not len(ids):
        return np.full((3, 3), 128, np.uint8)
    chosen = photographs[ids[:: len(ids) // 500 + 1], ::STRIDE, ::STRIDE]
    return np.stack([third.mean((0, 1, 2)) for third in np.array_split(chosen, 3, axis=1)]).round().astype(np.uint8)
