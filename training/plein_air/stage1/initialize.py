"""The weights that stage 1, and what has its blocks, begins with, as the released checkpoints began."""

import torch
import torch.nn as nn

from plein_air.models.decoder import Decoder
from plein_air.models.vqgan import SLOPE, Block, Shuffle


@torch.no_grad()
def initialize(module: nn.Module) -> None:
    """Draws, from torch's own generator, the weights of every block and shuffle inside; other convolutions stay torch's.

    Blocks: the first convolution keeps the size of what passes (He et al., 2015), the second is small, so that a block begins near
    the identity. Shuffles: the four groups are equal, which is nearest upsampling, so that no checkerboard has to be unlearned
    (Aitken et al., "Checkerboard artifact free sub-pixel convolution", 2017). The detail of a decoder begins as nothing.
    """
    for part in module.modules():
        if isinstance(part, Block):
            nn.init.kaiming_normal_(part.a.weight, a=SLOPE)
            nn.init.normal_(part.b.weight, std=0.1 * part.b.in_channels**-0.5)
            nn.init.zeros_(part.a.bias)
            nn.init.zeros_(part.b.bias)
        elif isinstance(part, Shuffle):
            outputs, *rest = part.c.weight.shape
            group = torch.empty(outputs // 4, *rest)
            nn.init.kaiming_normal_(group, a=1.0)
            part.c.weight.copy_(group.repeat_interleave(4, 0))
            nn.init.zeros_(part.c.bias)
    for part in module.modules():
        if isinstance(part, Decoder):
            nn.init.zeros_(part.detail[-2].weight)
            nn.init.zeros_(part.detail[-2].bias)
