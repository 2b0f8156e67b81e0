"""EDSR x2: makes targets of 16 pixels a cell from photographs that have only 8.

Lim et al., "Enhanced Deep Residual Networks for Single Image Super-Resolution" (2017). The decoder is trained against its pictures
where there are no larger photographs; nothing of it is in a bundle. Names of attributes are those of the file's tensors.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.pretrained.load import pretrained

WIDTH, BLOCKS = 64, 5
HALO = 2 * BLOCKS + 3  # pixels of the small picture around one that its four large ones depend on


class Edsr(nn.Module):
    """RGB [N, 3, h, w] -> RGB [N, 3, 2h, 2w], both in [-1, 1]."""

    def __init__(self):
        super().__init__()
        convolution = lambda inputs, outputs: nn.Conv2d(inputs, outputs, 3, padding=1)  # noqa: E731
        self.head = convolution(3, WIDTH)
        self.blocks = nn.ModuleList(nn.ModuleList([convolution(WIDTH, WIDTH), convolution(WIDTH, WIDTH)]) for _ in range(BLOCKS))
        self.tail = convolution(WIDTH, WIDTH)
        self.up = convolution(WIDTH, 12)

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        first = x = self.head((rgb + 1) * 127.5)  # it was trained on 0 .. 255
        for inner, outer in self.blocks:
            x = x + outer(F.relu(inner(x)))
        large = F.pixel_shuffle(self.up(self.tail(x) + first), 2)
        return (large / 127.5 - 1).clamp(-1, 1)


def edsr() -> Edsr:
    return pretrained(Edsr(), "edsr_x2")
