"""Tells photographs from reconstructions, patch by patch.

The PatchGAN of Isola et al., "Image-to-Image Translation with Conditional Adversarial Networks" (2017), without its norms: batch
statistics would differ with the number of workers.
"""

import torch
import torch.nn as nn

from plein_air.models.vqgan import RGB, SLOPE


class Discriminator(nn.Module):
    """RGB [N, 3, h, w] in [-1, 1] -> a number for each patch of 56 pixels, [N, 1, h / 8, w / 8]: high for a photograph."""

    def __init__(self, channels: int = 32):
        super().__init__()
        c = channels
        activation = lambda: nn.LeakyReLU(SLOPE)  # noqa: E731
        self.net = nn.Sequential(
            nn.PixelUnshuffle(2),
            nn.Conv2d(4 * RGB, c, 3, padding=1),
            activation(),
            nn.Conv2d(c, 2 * c, 4, stride=2, padding=1),
            activation(),
            nn.Conv2d(2 * c, 4 * c, 4, stride=2, padding=1),
            activation(),
            nn.Conv2d(4 * c, 4 * c, 3, padding=1),
            activation(),
            nn.Conv2d(4 * c, 1, 3, padding=1),
        )

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        return self.net(rgb)
