"""The moods of a set of photographs: clusters of their light and colour."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from plein_air.bundles.bundle_files import read_manifest
from plein_air.models.moods import MoodSpace, mood_features, nearest, nearest_moods

ITERATIONS = 100
STRIDE = 5  # pixels; a mood does not need all of them


@dataclass(frozen=True, kw_only=True)
class Moods(MoodSpace):
    """Of a set of photographs; the centres go from dark to light."""

    ids: np.ndarray  # uint8 [N], 1 .. count
    swatches: np.ndarray  # uint8 [count, 3, 3]: mean RGB of the top, middle and bottom third

    def save(self, path: Path) -> None:
        np.savez(path, **vars(self))

    @staticmethod
    def load(path: Path) -> "Moods":
        with np.load(path) as file:
            return Moods(**{name: file[name] for name in ("mean", "std", "centres", "ids", "swatches")})


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


def features_of(photographs: np.ndarray) -> np.ndarray:
    """uint8 [N, h, w, 3] -> [N, 7]; read in parts, so that they may be a file."""
    parts = [mood_features(photographs[n : n + 256, ::STRIDE, ::STRIDE]) for n in range(0, len(photographs), 256)]
    return np.concatenate(parts)


def find_moods(photographs: np.ndarray, count: int, seed: int) -> Moods:
    """photographs uint8 [N, h, w, 3], N >= count."""
    features = features_of(photographs)
    mean, std = features.mean(0), features.std(0) + 1e-6
    centres = cluster((features - mean) / std, count, seed)
    space = MoodSpace(mean, std, centres[np.argsort(centres[:, 0])])
    return assigned(photographs, features, space)


def moods_like(photographs: np.ndarray, space: MoodSpace) -> Moods:
    """The moods of another set of photographs, so that ids keep the meaning that a transformer has learned."""
    return assigned(photographs, features_of(photographs), space)


def assigned(photographs: np.ndarray, features: np.ndarray, space: MoodSpace) -> Moods:
    ids = nearest_moods(features, space)
    swatches = np.stack([swatch(photographs, np.flatnonzero(ids == n + 1)) for n in range(len(space.centres))])
    return Moods(space.mean, space.std, space.centres, ids=ids.astype(np.uint8), swatches=swatches)


def mood_space_of(bundle: Path) -> MoodSpace:
    """Raises ValueError if it is no bundle, or does not say what its moods are like."""
    entry = read_manifest(bundle).get("moodSpace")
    if entry is None:
        raise ValueError(
            f"the bundle in {bundle} does not say what its moods are like (moodSpace): plein_air.models.moods writes it"
        )
    return MoodSpace(**{name: np.array(entry[name]) for name in ("mean", "std", "centres")})


def check_moods(bundle: Path, moods: Moods) -> None:
    """Raises ValueError if photographs have other moods than the bundle, whose transformer knows them by number, or if the bundle
    does not say what its moods are like."""
    if not mood_space_of(bundle).like(moods):
        raise ValueError(f"the photographs have other moods than {bundle}: prepare them with --moods-of {bundle}")


def swatch(photographs: np.ndarray, ids: np.ndarray) -> np.ndarray:
    """uint8 [3, 3]: mean RGB of the thirds, over at most 500 of the photographs; grey if there is none."""
    if not len(ids):
        return np.full((3, 3), 128, np.uint8)
    chosen = photographs[ids[:: len(ids) // 500 + 1], ::STRIDE, ::STRIDE]
    return np.stack([third.mean((0, 1, 2)) for third in np.array_split(chosen, 3, axis=1)]).round().astype(np.uint8)
