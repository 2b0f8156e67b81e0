import json

import numpy as np
from conftest import PARITY

from plein_air.models.noise import noise, noise_lattice


def test_noise_agrees_with_the_shared_vectors():
    vectors = json.loads((PARITY / "noise.json").read_text())
    assert len(vectors) >= 64
    for seed, row, column, expected in vectors:
        assert float(noise(seed, row, column)) == expected


def test_noise_is_the_published_pcg3d():
    """Word by word in Python's own integers, which do not overflow."""
    word = 2**32
    for seed, row, column in ((0, 0, 0), (7, -3, 5), (2**32 - 1, 2**31 - 1, -(2**31))):
        x, y, z = (((value % word) * 1664525 + 1013904223) % word for value in (seed, row, column))
        x = (x + y * z) % word
        y = (y + z * x) % word
        z = (z + x * y) % word
        x, y, z = x ^ x >> 16, y ^ y >> 16, z ^ z >> 16
        assert float(noise(seed, row, column)) == ((x + y * z) % word) / word


def test_noise_of_a_crop_is_the_crop_of_the_noise():
    whole = noise_lattice(9, 12, 10, first_row=-4, first_column=-2)
    assert np.array_equal(noise_lattice(9, 5, 6), whole[4:9, 2:8])


def test_noise_is_spread_evenly():
    numbers = noise_lattice(3, 200, 200)
    assert numbers.min() >= 0 and numbers.max() < 1
    counts = np.histogram(numbers, 20, (0, 1))[0]
    assert np.abs(counts / 2000 - 1).max() < 0.1
