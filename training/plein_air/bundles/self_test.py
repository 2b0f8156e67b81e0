"""The self-test of a manifest: what one step and one tile give for inputs made of the counter random number.

docs/bundle.md states the inputs; the page makes the same ones and compares.
"""

import numpy as np

from plein_air.models.noise import noise_lattice
from plein_air.models.sessions import Graph, decode
from plein_air.models.transformer import TransformerConfig

SEED = 1
TOLERANCE = 1e-3
COMPARED = 16  # logits, and columns of the new cache row
TILE = 8  # cells along a side
TILE_ROW = 1000  # the row of the noise with which the tile's tokens begin
PIXELS = 32  # how many of the tile's numbers are compared, at equal distances


def step_inputs(seed: int, config: TransformerConfig) -> dict[str, np.ndarray]:
    slots = config.window.slots
    return {
        "features": (noise_lattice(seed, 1, config.width) - 0.5).astype(np.float32),
        **{
            name: np.array([value], np.int32)
            for name, value in zip(("left", "up", "upright", "i", "j"), (1, 2, 3, 3, 5), strict=True)
        },
        "cache": (noise_lattice(seed, slots, config.cache_width, first_row=1) - 0.5).astype(np.float32),
        "slots": np.arange(slots, dtype=np.int32)[None],
        "bias": np.zeros((1, slots + 1), np.float32),
    }


def tile_tokens(seed: int, codes: int) -> np.ndarray:
    """int32 [TILE, TILE]."""
    return np.floor(noise_lattice(seed, TILE, TILE, first_row=TILE_ROW) * codes).astype(np.int32)


def self_test(step: Graph, features: Graph, upsampler: Graph, config: TransformerConfig) -> dict:
    """The manifest's entry."""
    logits, new = step(**step_inputs(SEED, config))
    tokens = tile_tokens(SEED, config.codes)
    rgb = decode(features, upsampler, tokens)  # 3 (TILE p)^2 numbers, p picture pixels a cell
    return noted(logits, new, rgb)


def noted(logits: np.ndarray, new: np.ndarray, rgb: np.ndarray) -> dict:
    """The manifest's entry, of what a step and a tile give."""
    numbers = lambda array: [float(value) for value in array]  # noqa: E731
    return {
        "seed": SEED,
        "tolerance": TOLERANCE,
        "step": {"logits": numbers(logits[0, :COMPARED]), "new": numbers(new[0, :COMPARED])},
        "tile": {"rgb": numbers(rgb.reshape(-1)[:: rgb.size // PIXELS])},
    }
