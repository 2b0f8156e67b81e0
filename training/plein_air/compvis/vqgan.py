"""The VQGANs of taming-transformers: residual blocks with group norms and swish, attention where cells are small.

After `taming/modules/diffusionmodules/model.py` of CompVis/taming-transformers. Attributes have the names of its checkpoints'
tensors. Norms and attention look at the whole picture, so these networks are not local: a part decoded alone differs.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.bundles.graphs import silu
from plein_air.compvis.config import NORM_GROUPS, VqganConfig

EPSILON = 1e-6


class GroupNorm(nn.GroupNorm):
    """[N, channels, h, w] -> the same. Means are made of the means of rows: onnxruntime's InstanceNormalization, which torch's own
    would be exported as, adds up a hundred thousand numbers one by one where it has no vector instructions (WebAssembly), and
    is then so far off that a layout of 320 x 384 pixels has other codes."""

    def __init__(self, channels: int):
        super().__init__(NORM_GROUPS, channels, EPSILON)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        groups = x.unflatten(1, (self.num_groups, -1))  # [N, groups, channels / groups, h, w]
        centred = groups - mean_of_rows(groups)
        scaled = centred * (mean_of_rows(centred * centred) + self.eps).rsqrt()
        return scaled.flatten(1, 2) * self.weight[:, None, None] + self.bias[:, None, None]


def mean_of_rows(x: torch.Tensor) -> torch.Tensor:
    """[N, groups, channels, h, w] -> [N, groups, 1, 1, 1]"""
    return x.mean(-1, keepdim=True).mean((2, 3), keepdim=True)


class ResidualBlock(nn.Module):
    """[N, inputs, h, w] -> [N, outputs, h, w]."""

    def __init__(self, inputs: int, outputs: int):
        super().__init__()
        self.norm1, self.conv1 = GroupNorm(inputs), nn.Conv2d(inputs, outputs, 3, padding=1)
        self.norm2, self.conv2 = GroupNorm(outputs), nn.Conv2d(outputs, outputs, 3, padding=1)
        if inputs != outputs:
            self.nin_shortcut = nn.Conv2d(inputs, outputs, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        h = self.conv1(silu(self.norm1(x)))
        h = self.conv2(silu(self.norm2(h)))
        return h + (self.nin_shortcut(x) if hasattr(self, "nin_shortcut") else x)


class Attention(nn.Module):
    """One head over all places: [N, channels, h, w] -> the same."""

    def __init__(self, channels: int):
        super().__init__()
        self.norm = GroupNorm(channels)
        self.q, self.k, self.v, self.proj_out = (nn.Conv2d(channels, channels, 1) for _ in range(4))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        h = self.norm(x)
        queries, keys, values = (convolution(h).flatten(2) for convolution in (self.q, self.k, self.v))  # [N, channels, hw]
        weights = (queries.transpose(1, 2) @ keys * x.shape[1] ** -0.5).softmax(-1)  # [N, hw, hw]
        mixed = (values @ weights.transpose(1, 2)).view(x.shape)
        return x + self.proj_out(mixed)


class Halve(nn.Module):
    """[N, channels, 2h, 2w] -> [N, channels, h, w]. Padded on the right and below alone."""

    def __init__(self, channels: int):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, stride=2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.conv(F.pad(x, (0, 1, 0, 1)))


class Double(nn.Module):
    """[N, channels, h, w] -> [N, channels, 2h, 2w]."""

    def __init__(self, channels: int):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.conv(F.interpolate(x, scale_factor=2.0, mode="nearest"))


class Level(nn.Module):
    """The blocks of one resolution, each followed by attention where there is any, and the way to the next resolution."""

    def __init__(self, inputs: int, outputs: int, blocks: int, attends: bool):
        super().__init__()
        self.block = nn.ModuleList(ResidualBlock(outputs if n else inputs, outputs) for n in range(blocks))
        self.attn = nn.ModuleList(Attention(outputs) for _ in range(blocks if attends else 0))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        for n, block in enumerate(self.block):
            x = block(x)
            if len(self.attn) > 0:
                x = self.attn[n](x)
        for name in ("downsample", "upsample"):
            if hasattr(self, name):
                x = getattr(self, name)(x)
        return x


class Middle(nn.Module):
    def __init__(self, channels: int):
        super().__init__()
        self.block_1, self.attn_1, self.block_2 = (
            ResidualBlock(channels, channels),
            Attention(channels),
            ResidualBlock(channels, channels),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.block_2(self.attn_1(self.block_1(x)))


class Encoder(nn.Module):
    """[N, inputs, 16h, 16w] -> [N, latent, h, w]."""

    def __init__(self, config: VqganConfig):
        super().__init__()
        levels = range(len(config.multipliers))
        self.conv_in = nn.Conv2d(config.inputs, config.channels, 3, padding=1)
        self.down = nn.ModuleList()
        for n in levels:
            inputs = config.channels if n == 0 else config.width(n - 1)
            level = Level(inputs, config.width(n), config.blocks, config.attends(n))
            if n != levels[-1]:
                level.downsample = Halve(config.width(n))
            self.down.append(level)
        self.mid = Middle(config.width(-1))
        self.norm_out = GroupNorm(config.width(-1))
        self.conv_out = nn.Conv2d(config.width(-1), config.latent, 3, padding=1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.conv_in(x)
        for level in self.down:
            x = level(x)
        return self.conv_out(silu(self.norm_out(self.mid(x))))


class Decoder(nn.Module):
    """[N, latent, h, w] -> [N, outputs, 16h, 16w]."""

    def __init__(self, config: VqganConfig):
        super().__init__()
        last = len(config.multipliers) - 1
        self.conv_in = nn.Conv2d(config.latent, config.width(last), 3, padding=1)
        self.mid = Middle(config.width(last))
        self.up = nn.ModuleList()  # by level, the one of pixels first; run from the other end
        for n in range(last + 1):
            level = Level(config.width(min(n + 1, last)), config.width(n), config.blocks + 1, config.attends(n))
            if n != 0:
                level.upsample = Double(config.width(n))
            self.up.append(level)
        self.norm_out = GroupNorm(config.width(0))
        self.conv_out = nn.Conv2d(config.width(0), config.outputs, 3, padding=1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.mid(self.conv_in(x))
        for level in reversed(self.up):
            x = level(x)
        return self.conv_out(silu(self.norm_out(x)))


class Codebook(nn.Module):
    """Their `VectorQuantizer2`, without what is for training alone: the nearest code by Euclidean distance."""

    def __init__(self, config: VqganConfig):
        super().__init__()
        self.embedding = nn.Embedding(config.codes, config.code_dimension)

    def vectors(self, codes: torch.Tensor) -> torch.Tensor:
        """codes [N, h, w] -> [N, code_dimension, h, w]."""
        # Contiguous, as theirs: torch's group norm of other strides sums in an order that costs up to a hundredth.
        return self.embedding(codes).permute(0, 3, 1, 2).contiguous()

    def distances(self, vectors: torch.Tensor) -> torch.Tensor:
        """[N, code_dimension, h, w] -> [N, codes, h, w]: squared, less what all codes of a place have in common."""
        table = self.embedding.weight
        return table.square().sum(1)[:, None, None] - 2 * F.conv2d(vectors, table[:, :, None, None])


class FirstStage(nn.Module):
    """Codes to pictures. The encoder of the same checkpoint is not needed to paint."""

    def __init__(self, config: VqganConfig):
        super().__init__()
        self.quantize = Codebook(config)
        self.post_quant_conv = nn.Conv2d(config.code_dimension, config.latent, 1)
        self.decoder = Decoder(config)

    def forward(self, codes: torch.Tensor) -> torch.Tensor:
        """codes [N, h, w] -> RGB [N, 3, 16h, 16w], about [-1, 1]."""
        return self.decoder(self.post_quant_conv(self.quantize.vectors(codes)))


class CondStage(nn.Module):
    """Layouts to codes. The decoder of the same checkpoint is not needed to paint."""

    def __init__(self, config: VqganConfig):
        super().__init__()
        self.encoder = Encoder(config)
        self.quant_conv = nn.Conv2d(config.latent, config.code_dimension, 1)
        self.quantize = Codebook(config)

    def distances(self, labels: torch.Tensor) -> torch.Tensor:
        """labels [N, labels, 16h, 16w], one-hot -> [N, codes, h, w]: the nearest code is the lowest."""
        return self.quantize.distances(self.quant_conv(self.encoder(labels)))

    def forward(self, labels: torch.Tensor) -> torch.Tensor:
        """labels [N, labels, 16h, 16w], one-hot, contiguous -> codes int64 [N, h, w]."""
        return self.distances(labels).argmin(1)
