"""Stage 1: a VQGAN without normalisation or attention, so that encoder and decoder are strictly local.

It works at 8 pixels a cell; pictures come from the decoder of `decoder.py`, which grows out of the core decoder. After Esser,
Rombach and Ommer, "Taming Transformers for High-Resolution Image Synthesis", CVPR 2021, with the cosine codebook of Yu et al.,
"Vector-quantized Image Modeling with Improved VQGAN", ICLR 2022.

Names of attributes are those of the checkpoints' tensors.
"""

from dataclasses import dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F

SLOPE = 0.2  # of every leaky ReLU
RGB = 3
CELL_PIXELS = 16  # layout pixels along one side of a cell: what the graphs of encoder and segmenter see a photograph in
CORE_CELL_PIXELS = 8  # pixels along one side of a cell in the encoder and in the core decoder
EMPTY = -1  # a token that is not there


@dataclass(frozen=True)
class VqganConfig:
    codes: int = 1024
    code_dimension: int = 16
    # Encoder, from pixels to cells: channels and blocks at 4, 2 and 1 positions along a cell's side.
    encoder_channels: tuple[int, int, int] = (48, 128, 256)
    encoder_blocks: tuple[int, int, int] = (1, 2, 3)
    # Core decoder, from cells to pixels: channels at 1, 2, 4 and 8 positions along a cell's side, blocks at the first three.
    decoder_channels: tuple[int, int, int, int] = (320, 176, 88, 24)
    decoder_blocks: tuple[int, int, int] = (4, 2, 2)


class Block(nn.Module):
    """x + conv1x1(leaky(conv3x3(x))), [N, channels, h, w] -> the same."""

    def __init__(self, channels: int):
        super().__init__()
        self.a = nn.Conv2d(channels, channels, 3, padding=1)
        self.b = nn.Conv2d(channels, channels, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.b(F.leaky_relu(self.a(x), SLOPE))


class Shuffle(nn.Module):
    """A convolution to four groups, then a pixel shuffle: [N, inputs, h, w] -> [N, outputs, 2h, 2w]."""

    def __init__(self, inputs: int, outputs: int, kernel: int = 1):
        super().__init__()
        self.c = nn.Conv2d(inputs, 4 * outputs, kernel, padding=kernel // 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.pixel_shuffle(self.c(x), 2)


def blocks(channels: int, count: int) -> list[Block]:
    return [Block(channels) for _ in range(count)]


class Encoder(nn.Module):
    """RGB [N, 3, 8h, 8w] in [-1, 1] -> [N, code_dimension, h, w], whose direction is matched to the codebook."""

    def __init__(self, config: VqganConfig):
        super().__init__()
        self.config = config
        first, second, third = config.encoder_channels
        blocks_first, blocks_second, blocks_third = config.encoder_blocks
        self.net = nn.Sequential(
            nn.PixelUnshuffle(2),
            nn.Conv2d(4 * RGB, first, 3, padding=1),
            *blocks(first, blocks_first),
            nn.Conv2d(first, second, 3, stride=2, padding=1),
            *blocks(second, blocks_second),
            nn.Conv2d(second, third, 3, stride=2, padding=1),
            *blocks(third, blocks_third),
            nn.Conv2d(third, config.code_dimension, 1),
        )

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        return self.net(rgb)


class CoreDecoder(nn.Module):
    """Codebook vectors [N, code_dimension, h, w] -> RGB [N, 3, 8h, 8w], about [-1, 1]: what a codebook is trained with."""

    def __init__(self, config: VqganConfig):
        super().__init__()
        self.config = config
        first, second, third, fourth = config.decoder_channels
        blocks_first, blocks_second, blocks_third = config.decoder_blocks
        self.net = nn.Sequential(
            nn.Conv2d(config.code_dimension, first, 3, padding=1),
            *blocks(first, blocks_first),
            Shuffle(first, second),
            *blocks(second, blocks_second),
            Shuffle(second, third),
            *blocks(third, blocks_third),
            Shuffle(third, fourth, kernel=3),
            nn.LeakyReLU(SLOPE),
            nn.Conv2d(fourth, RGB, 3, padding=1),
        )

    def forward(self, vectors: torch.Tensor) -> torch.Tensor:
        return self.net(vectors)


def look_up(tokens: torch.Tensor, codebook: torch.Tensor) -> torch.Tensor:
    """Tokens [N, h, w], EMPTY where there is none, and a codebook [codes, d] -> vectors [N, d, h, w]."""
    table = F.pad(codebook, (0, 0, 0, 1))  # [codes + 1, d]: the last row, zero, is the empty cell's
    rows = torch.where(tokens < 0, codebook.shape[0], tokens)
    return F.embedding(rows, table).permute(0, 3, 1, 2)


def nearest_codes(vectors: torch.Tensor, codebook: torch.Tensor) -> torch.Tensor:
    """Vectors [N, d, h, w] of any length and a codebook [codes, d] of unit vectors -> tokens int64 [N, h, w].

    Nearest by cosine; a vector's own length does not change which code that is. Ties: the lower code.
    """
    return F.conv2d(vectors, codebook[:, :, None, None]).argmax(1)
