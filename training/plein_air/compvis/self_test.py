"""The self-test of kind `sliding`; docs/bundle.md states the inputs."""

import numpy as np

from plein_air.bundles.self_test import SEED, noted, tile_tokens
from plein_air.models.noise import noise_lattice
from plein_air.models.sampling import MASKED
from plein_air.models.sessions import Graph

PAST, COUNT = 5, 3  # positions in the cache, and after them


def causal_bias(count: int, past: int) -> np.ndarray:
    """float32 [count, past + count]: 0 where a position may see another, else -1e9."""
    return np.where(np.tri(count, past + count, past, dtype=bool), 0, MASKED).astype(np.float32)


def step_inputs(seed: int, cache_width: int) -> dict[str, np.ndarray]:
    return {
        "codes": np.arange(1, COUNT + 1, dtype=np.int32),
        "positions": np.arange(PAST, PAST + COUNT, dtype=np.int32),
        "cache": (noise_lattice(seed, PAST, cache_width, first_row=1) - 0.5).astype(np.float32),
        "bias": causal_bias(COUNT, PAST),
    }


def self_test(step: Graph, decoder: Graph, cache_width: int, codes: int) -> dict:
    """The manifest's entry."""
    logits, new = step(**step_inputs(SEED, cache_width))
    (rgb,) = decoder(tokens=tile_tokens(SEED, codes)[None])
    return noted(logits, new, rgb)
