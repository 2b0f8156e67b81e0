"""Muon for the matrices that it is good for, AdamW for the rest; the learning rate of a step."""

from collections.abc import Iterable

import torch
import torch.nn as nn

from plein_air.training.muon import Muon


def adam(parameters: Iterable[nn.Parameter], rate: float, betas: tuple[float, float], decay: float) -> torch.optim.AdamW:
    """AdamW (Loshchilov and Hutter, 2019). Biases and scales, which have one axis, do not decay."""
    parameters = list(parameters)
    groups = [
        {"params": [p for p in parameters if p.ndim > 1], "weight_decay": decay},
        {"params": [p for p in parameters if p.ndim < 2], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([group for group in groups if group["params"]], rate, betas=betas)


def muon_and_adam(
    matrices: Iterable[nn.Parameter], module: nn.Module, rate: float, betas: tuple[float, float], decay: float
) -> tuple[Muon, torch.optim.AdamW]:
    """matrices: the parameters of the module that Muon shall have: those of hidden layers, not embeddings, not the head."""
    matrices = list(matrices)
    taken = {id(matrix) for matrix in matrices}
    rest = [parameter for parameter in module.parameters() if id(parameter) not in taken]
    return Muon(matrices, rate), adam(rest, rate, betas, decay)


def set_rate(optimizers: Iterable[torch.optim.Optimizer], rate: float) -> None:
    for optimizer in optimizers:
        for group in optimizer.param_groups:
            group["lr"] = rate


def rate_at(step: int, rate: float, warm_up: int, cooldown: int, steps: int) -> float:
    """The learning rate of step 0 .. steps - 1: rises linearly over `warm_up` steps, stays, falls linearly to zero over the last
    `cooldown` (Hägele et al., "Scaling Laws and Compute-Optimal Training Beyond Fixed Training Durations", 2024)."""
    rising = min(1.0, (step + 1) / warm_up) if warm_up else 1.0
    falling = min(1.0, (steps - step) / cooldown) if cooldown else 1.0
    return rate * min(rising, max(falling, 0.0))
