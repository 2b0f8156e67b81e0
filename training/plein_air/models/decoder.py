"""The decoder: codebook vectors -> a picture of 32 pixels a cell. No normalisation, no attention: it is strictly local.

It is made of the blocks and shuffles of Esser, Rombach and Ommer ("Taming Transformers", CVPR 2021) without their norms. The layers
at the resolution of cells are a graph of their own, `features`; those after them are the graph `upsampler`. Its RGB at 8 positions
a cell, enlarged linearly, carries light and colour; the detail is what is added to it.

Names of attributes are those of the checkpoints' tensors.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.models.vqgan import RGB, SLOPE, Block, Shuffle, blocks

ENLARGED = 4  # from the 8 positions of a cell's side at which RGB is made to its 32 pixels


@dataclass(frozen=True)
class DecoderConfig:
    code_dimension: int = 16
    # At 1, 2, 4, 8 and 16 positions along a cell's side. The first two keep the sizes of the core decoder, whose layers they were.
    channels: tuple[int, int, int, int, int] = (320, 176, 88, 48, 16)
    blocks: tuple[int, int, int, int, int] = (4, 2, 3, 4, 1)
    shuffle_kernel: int = 1  # of the convolution from 4 to 8 positions

    @property
    def cell_pixels(self) -> int:
        """Picture pixels along one side of a cell: the detail ends with one more shuffle."""
        return 2 ** len(self.channels)


class Decoder(nn.Module):
    """Codebook vectors [N, code_dimension, h, w] -> RGB [N, 3, 32h, 32w], about [-1, 1].

    An empty cell is a zero vector, which is what the padding outside the picture is.
    """

    def __init__(self, config: DecoderConfig):
        super().__init__()
        self.config = config
        cell, half, quarter, eighth, sixteenth = config.channels
        at_cell, at_half, at_quarter, at_eighth, at_sixteenth = config.blocks
        self.coarse = nn.Sequential(
            nn.Conv2d(config.code_dimension, cell, 3, padding=1),
            *blocks(cell, at_cell),
            Shuffle(cell, half),
            *blocks(half, at_half),
            Shuffle(half, quarter),
            *blocks(quarter, at_quarter),
            Shuffle(quarter, eighth, config.shuffle_kernel),
            nn.LeakyReLU(SLOPE),
            *blocks(eighth, at_eighth),
        )
        self.rgb = nn.Conv2d(eighth, RGB, 3, padding=1)
        self.detail = nn.Sequential(
            Shuffle(eighth, sixteenth),
            nn.LeakyReLU(SLOPE),
            *blocks(sixteenth, at_sixteenth),
            nn.Conv2d(sixteenth, 4 * RGB, 3, padding=1),
            nn.PixelShuffle(2),
        )

    @property
    def feature_layers(self) -> int:
        """How many layers work at the resolution of cells: the first convolution and its blocks."""
        return 1 + self.config.blocks[0]

    def features(self, vectors: torch.Tensor) -> torch.Tensor:
        """[N, code_dimension, h, w] -> [N, channels[0], h, w]."""
        return self.coarse[: self.feature_layers](vectors)

    def upsample(self, features: torch.Tensor) -> torch.Tensor:
        """What `features` gives -> RGB [N, 3, 32h, 32w]."""
        x = self.coarse[self.feature_layers :](features)
        return enlarged(self.rgb(x)) + self.detail(x)

    def forward(self, vectors: torch.Tensor) -> torch.Tensor:
        return self.upsample(self.features(vectors))

    @property
    def features_halo(self) -> int:
        """How many cells around a cell its features depend on."""
        return -first_used(self.coarse[: self.feature_layers], 0)

    @property
    def upsampler_halo(self) -> int:
        """How many cells around a cell its pixels depend on, if features are given."""
        by_detail = first_used(self.detail, 0)
        # Pixel 0 lies at (0 + 1/2) / 4 - 1/2 of what is enlarged: between -1 and 0.
        by_rgb = first_used([self.rgb], -1)
        return -first_used(self.coarse[self.feature_layers :], min(by_detail, by_rgb))


def enlarged(rgb: torch.Tensor) -> torch.Tensor:
    """RGB [N, 3, h, w] -> [N, 3, 4h, 4w], linearly; beyond the border its own pixels are repeated."""
    return F.interpolate(rgb, scale_factor=float(ENLARGED), mode="bilinear", align_corners=False)


def first_used(layers: Iterable[nn.Module], position: int) -> int:
    """The first position, along a side, of the layers' input that `position` of their output depends on.

    Position 0 is the first of a cell, so what is below it lies outside of the cell. Raises TypeError for a layer whose reach is not
    known here.
    """
    for layer in reversed(list(layers)):
        if isinstance(layer, nn.Conv2d):
            position -= layer.padding[0]
        elif isinstance(layer, Block):
            position -= layer.a.padding[0]
        elif isinstance(layer, Shuffle):
            position = position // 2 - layer.c.padding[0]
        elif isinstance(layer, nn.PixelShuffle):
            position //= layer.upscale_factor
        elif not isinstance(layer, nn.LeakyReLU):
            raise TypeError(f"how far does {type(layer).__name__} reach?")
    return position
