"""A checkpoint of the authors' architecture at small width, with random weights, for tests.

Every weight that a bundle stores in 8 bits is a whole number times a power of two and the largest of its channel is 127 times it,
so that 8 bits hold it exactly: the bundle's graphs have the very weights of the checkpoint.
"""

import math

import torch
import torch.nn as nn

from plein_air.bundles.quantize_weights import HIGHEST
from plein_air.compvis.checkpoint import SlidingModels
from plein_air.compvis.config import LABELS, SlidingConfig, VqganConfig
from plein_air.compvis.gpt import Gpt
from plein_air.compvis.labels import LABEL_OF_CLASS
from plein_air.compvis.vqgan import CondStage, FirstStage

SEED = 20260107
SKY = LABEL_OF_CLASS[1][0]
SIZES = {"channels": 32, "multipliers": (1, 1, 1, 1, 1), "blocks": 1, "resolution": 256, "attention": (16,), "latent": 32}
CONFIG = SlidingConfig(
    first=VqganConfig(inputs=3, outputs=3, codes=128, code_dimension=8, **SIZES),
    cond=VqganConfig(inputs=LABELS, outputs=LABELS, codes=32, code_dimension=8, **SIZES),
    codes=128,
    positions=512,
    layers=2,
    heads=2,
    width=32,
)
LOGIT_SPREAD, RGB_SPREAD = 2.0, 0.4  # about the standard deviations over codes and pixels


def in_eight_bits(shape: tuple[int, ...], size: float, generator: torch.Generator) -> torch.Tensor:
    """Random numbers of about `size`; each row of the first axis is as the module's docstring says."""
    unit = 2.0 ** round(math.log2(3 * size / HIGHEST))  # what lies beyond three standard deviations is cut
    numbers = (torch.randn(shape, generator=generator) * size / unit).round().clamp(-HIGHEST, HIGHEST)
    # Of a convolution's inputs it is the label of the sky that has the largest, since others may be left out of the graph.
    rows = numbers.view(shape[0], shape[1], -1)
    rows[:, SKY if shape[1] == LABELS else 0, 0] = HIGHEST
    return numbers * unit


def randomize(module: nn.Module, generator: torch.Generator) -> None:
    for parameter in module.parameters():
        if parameter.ndim == 1:
            about = 1.0 if bool((parameter == 1).all()) else 0.0  # scales of norms, and biases
            parameter.copy_(about + 0.1 * torch.randn(parameter.shape, generator=generator))
        else:
            shape = parameter.shape[-2:] if parameter.ndim == 3 else parameter.shape  # positions: [1, positions, width]
            parameter.copy_(in_eight_bits(tuple(shape), parameter[0].numel() ** -0.5, generator))


def nearest_power(number: float) -> float:
    return 2.0 ** round(math.log2(number))


@torch.no_grad()
def tiny_sliding(seed: int = SEED) -> SlidingModels:
    generator = torch.Generator().manual_seed(seed)
    models = SlidingModels(CONFIG, FirstStage(CONFIG.first), CondStage(CONFIG.cond), Gpt(CONFIG))
    for module in (models.first, models.cond, models.gpt):
        randomize(module, generator)
        module.eval().requires_grad_(False)
    # Bring logits and pixels to the spread that real ones have, by their last layers; embeddings to that of the layers.
    models.gpt.tok_emb.weight.mul_(4)
    models.gpt.pos_emb.mul_(8)
    codes = torch.randint(0, CONFIG.codes, (1, 16, 16), generator=generator)
    models.gpt.head.weight.mul_(nearest_power(LOGIT_SPREAD / float(models.gpt(codes.flatten(1)).std())))
    models.first.decoder.conv_out.weight.mul_(nearest_power(RGB_SPREAD / float(models.first(codes).std())))
    return models
