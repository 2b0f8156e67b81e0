"""Muon: momentum, made orthogonal. Twice as fast as AdamW a step for the matrices of a transformer.

Jordan et al., "Muon: An optimizer for hidden layers in neural networks" (2024), with the coefficients of Amsel et al., "The Polar
Express" (2025), and the scale of Liu et al., "Muon is Scalable for LLM Training" (2025), which lets one rate serve Muon and AdamW.
"""

import math
from collections import defaultdict
from collections.abc import Iterable

import torch

# a, b, c of X <- a X + (b A + c A A) X with A = X X^T, one row an iteration: Polar Express for singular values from 1e-3 up.
POLAR_EXPRESS = (
    (4.0848, -6.8946, 2.9270),
    (3.9505, -6.3029, 2.6377),
    (3.7418, -5.5913, 2.3037),
    (2.8769, -3.1427, 1.2046),
    (2.8366, -3.0525, 1.2012),
)
SAFETY = 1.02  # keeps the largest singular value below 1 in spite of rounding
UPDATE_SIZE = 0.2  # root mean square of an update of AdamW, which that of Muon is brought to


def orthogonal(x: torch.Tensor, precision: torch.dtype = torch.float32) -> torch.Tensor:
    """x float32 [N, rows, columns], rows <= columns -> the same in `precision` with all singular values about 1: U V^T of its
    U S V^T. bfloat16 is enough, after Jordan et al.: the iteration brings every singular value back towards 1."""
    x = (x / (x.norm(dim=(1, 2), keepdim=True) * SAFETY + 1e-7)).to(precision)
    for a, b, c in POLAR_EXPRESS:
        square = x @ x.transpose(1, 2)
        polynomial = torch.baddbmm(square, square, square, beta=b, alpha=c)  # [N, rows, rows]
        x = torch.baddbmm(x, polynomial, x, beta=a)
    return x


class Muon(torch.optim.Optimizer):
    """For matrices. Computes one batch for each shape. Every worker computes the same.

    precision: of the products that make an update orthogonal; parameters and momentum stay as they are.
    """

    precision = torch.float32

    def __init__(self, parameters: Iterable[torch.Tensor], rate: float, momentum: float = 0.95, decay: float = 0.05):
        super().__init__(parameters, {"lr": rate, "momentum": momentum, "weight_decay": decay})

    @torch.no_grad()
    def step(self, closure=None) -> None:
        for group in self.param_groups:
            rate, momentum = group["lr"], group["momentum"]
            by_shape = defaultdict(list)
            for parameter in group["params"]:
                if parameter.grad is None:
                    continue
                state = self.state[parameter]
                if not state:
                    state["momentum"] = torch.zeros_like(parameter)
                mean = state["momentum"].lerp_(parameter.grad, 1 - momentum)
                by_shape[min(parameter.shape), max(parameter.shape)].append((parameter, parameter.grad.lerp(mean, momentum)))
            for (_, longer), pairs in by_shape.items():
                updates = orthogonal(torch.stack([wide(update) for _, update in pairs]), self.precision)
                size = UPDATE_SIZE * math.sqrt(longer)
                for (parameter, _), update in zip(pairs, updates, strict=True):
                    update = update if parameter.shape[0] <= parameter.shape[1] else update.t()
                    parameter.mul_(1 - rate * group["weight_decay"]).add_(update, alpha=-rate * size)


def wide(matrix: torch.Tensor) -> torch.Tensor:
    """The matrix or its transpose: no more rows than columns."""
    return matrix if matrix.shape[0] <= matrix.shape[1] else matrix.t()
