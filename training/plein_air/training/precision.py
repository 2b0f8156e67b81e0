"""bfloat16 where the hardware is fast at it."""

import time

import torch

from plein_air.training.workers import Workers

SIDE, TIMES = 1024, 10
SMALL_SIDE = 256  # a processor that emulates bfloat16 takes a minute for the products of SIDE, and is known by these
WORTH = 0.7  # of the time of float32: what is not a product does not become faster, and rounding costs a little


def seconds(dtype: torch.dtype, device: torch.device, side: int = SIDE) -> float:
    """Of TIMES products of matrices [side, side]."""
    x = torch.randn(side, side, device=device).to(dtype)
    for timed in (False, True):
        start = time.perf_counter()
        for _ in range(TIMES if timed else 2):
            y = x @ x
        y[0, 0].item()  # waits for the device
    return time.perf_counter() - start


def chosen_precision(precision: str, workers: Workers) -> torch.dtype:
    """precision: auto, float32 or bfloat16. Auto is measured by the leading worker: processors without units for it (AMX, AVX-512
    bf16, tensor cores) are slower in bfloat16 than in float32."""
    if precision == "auto":
        faster = all(
            seconds(torch.bfloat16, workers.device, side) < worth * seconds(torch.float32, workers.device, side)
            for side, worth in ((SMALL_SIDE, 2), (SIDE, WORTH))
        )
        return torch.bfloat16 if workers.agree(faster) else torch.float32
    return getattr(torch, precision)


def autocast(dtype: torch.dtype, device: torch.device) -> torch.autocast:
    """Products in that type inside of `with`; float32 changes nothing."""
    return torch.autocast(device.type, dtype if dtype != torch.float32 else torch.bfloat16, enabled=dtype != torch.float32)
