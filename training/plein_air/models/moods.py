"""Moods: light and colour of whole photographs, by k-means; and which one is nearest to a picture."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

FEATURES = 7
DECIMALS = 5  # of what the manifest has: features are tens, centres ones
GAMMA = 2.2  # a plain power instead of sRGB's curve
DARKEST = 1e-4
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])  # of sRGB's primaries
WHITE = np.array([0.9505, 1, 1.089])  # D65


@dataclass(frozen=True)
class MoodSpace:
    """What moods are told apart by."""

    mean: np.ndarray  # [FEATURES], of the photographs that the moods were found in
    std: np.ndarray  # [FEATURES]
    centres: np.ndarray  # [moods, FEATURES], in units of std from mean

    def like(self, other) -> bool:
        """Whether moods have the same meaning: same centres, as near as a manifest says them. other: has the same three."""
        pairs = [(getattr(self, name), getattr(other, name)) for name in ("mean", "std", "centres")]
        return all(a.shape == b.shape and np.allclose(a, b, atol=10.0**-DECIMALS) for a, b in pairs)

    def entry(self) -> dict:
        """The manifest's entry `moodSpace`."""
        return {name: np.round(getattr(self, name), DECIMALS).tolist() for name in ("mean", "std", "centres")}


def read_mood_space(checkpoints: Path) -> MoodSpace:
    """checkpoints: the folder with moods.npz."""
    file = np.load(checkpoints / "moods.npz")
    return MoodSpace(file["mean"], file["std"], file["centres"])


def lab(rgb: np.ndarray) -> np.ndarray:
    """RGB 0 .. 255 -> L, a, b (CIE 1976), nearly: cube roots without their linear part."""
    linear = (rgb / 255.0) ** GAMMA
    x, y, z = np.moveaxis(np.cbrt(np.maximum(linear @ TO_XYZ.T / WHITE, DARKEST)), -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], -1)


def mood_features(rgb: np.ndarray) -> np.ndarray:
    """[N, h, w, 3], 0 .. 255 -> [N, FEATURES]: mean L, a, b of the whole, mean L, a, b of the top third, deviation of L."""
    pixels = lab(rgb.astype(np.float64))
    top = pixels[:, : pixels.shape[1] // 3]
    return np.concatenate([pixels.mean((1, 2)), top.mean((1, 2)), pixels.std((1, 2))[:, :1]], 1)


def nearest(points: np.ndarray, centres: np.ndarray) -> np.ndarray:
    """[N, d], [k, d] -> [N]: the index of the nearest centre. In chunks: N k d numbers do not fit into memory."""
    return np.concatenate(
        [((part[:, None] - centres) ** 2).sum(-1).argmin(1) for part in np.array_split(points, len(points) // 65536 + 1)]
    )


def nearest_moods(features: np.ndarray, space: MoodSpace) -> np.ndarray:
    """[N, FEATURES] -> int [N], 1 ..: the mood of the nearest centre."""
    return nearest((features - space.mean) / space.std, space.centres) + 1
