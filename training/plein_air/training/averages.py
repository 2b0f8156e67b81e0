"""Averaged weights: what is evaluated and exported. They are better than the last ones at a constant rate, without a cooldown."""

import copy

import torch
import torch.nn as nn


class Averages:
    """Exponential moving averages of a module's parameters (Polyak and Juditsky, 1992); buffers are copied.

    The decay begins low, so that the first weights, which are random, are soon forgotten: min(decay, (step + 1) / (step + 10)).
    """

    def __init__(self, module: nn.Module, decay: float):
        self.module = copy.deepcopy(module).eval().requires_grad_(False)
        self.decay = decay

    @torch.no_grad()
    def update(self, module: nn.Module, step: int) -> None:
        """step: how many have been made before, since the weights were random."""
        averaged, latest = list(self.module.parameters()), list(module.parameters())
        torch._foreach_lerp_(averaged, latest, 1 - min(self.decay, (step + 1) / (step + 10)))
        for mine, theirs in zip(self.module.buffers(), module.buffers(), strict=True):
            mine.copy_(theirs)
