"""Samples lattices for the parity vectors, of which rounding cannot change a token."""

from contextlib import suppress

import numpy as np

from plein_air.models.checkpoints import Models
from plein_air.models.noise import noise_lattice
from plein_air.models.sampling import (
    Draw,
    Sample,
    Variety,
    sample_lattice,
    sample_token,
    streams_of,
    torch_context,
    torch_step,
)
from plein_air.models.zooms import HALF

LEAST = 1e-5  # margin and gap of a sampled lattice: some times what engines differ by
SEEDS = range(1, 400)


class UnsureError(Exception):
    """A draw that rounding might change."""


def sure_token(logits: np.ndarray, noise: float, variety: Variety) -> Draw:
    """As `sample_token`. Raises UnsureError."""
    draw = sample_token(logits, noise, variety)
    if min(draw.margin, draw.gap) <= LEAST:
        raise UnsureError
    return draw


class Sampler:
    """Samples lattices with one bundle's transformer, and finds seeds whose samples rounding cannot change."""

    def __init__(self, models: Models):
        self.transformer = models.transformer
        self.config = models.transformer.config

    def sample(
        self, features: np.ndarray, known: np.ndarray, seed: int, variety: Variety, guidance=1.0, forced=None, origin=(0, 0)
    ) -> Sample:
        config = self.config
        step = torch_step(self.transformer)
        numbers = noise_lattice(seed, *known.shape, *origin)
        return sample_lattice(step, features, config, known, numbers, variety, guidance, forced, draw_token=sure_token)

    def vector(
        self, features: np.ndarray, known: np.ndarray, variety: Variety, guidance: float = 1.0, origin=(0, 0)
    ) -> tuple[Sample, dict]:
        """The first seed whose margin and gap are enough -> its sample, and what the file's header says of it."""
        for seed in SEEDS:
            with suppress(UnsureError):
                sample = self.sample(features, known, seed, variety, guidance, origin=origin)
                break
        else:
            raise ValueError(f"no seed has a margin and a gap above {LEAST}")
        said = {
            "seed": seed,
            "temperature": variety.temperature,
            "topK": variety.top_k,
            "topP": variety.top_p,
            "guidance": guidance,
            "margin": sample.margin,
            "gap": sample.gap,
        }
        return sample, said

    @property
    def zoom(self) -> int:
        """That is asked for: a half, if the model knows of zooms."""
        return HALF if self.config.zooms else 0

    def features(self, layout: np.ndarray, known: np.ndarray, mood: int, guidance: float) -> np.ndarray:
        return streams_of(torch_context(self.transformer), self.config, layout, known, mood, guidance, self.zoom)
