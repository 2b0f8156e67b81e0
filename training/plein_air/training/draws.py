"""Random numbers that depend on seed, step and place in the batch alone.

So nothing of them has to be stored for a run to continue exactly, and a batch is the same however many workers share it.
"""

import numpy as np
import torch


def generator(seed: int, step: int, place: int = 0) -> np.random.Generator:
    """place: of an example in the whole batch, 0 .."""
    return np.random.default_rng((seed, step, place))


def torch_generator(seed: int, step: int) -> torch.Generator:
    """The same on every worker, for what all of them have to draw alike."""
    return torch.Generator().manual_seed(int(generator(seed, step, 2**31).integers(2**62)))
