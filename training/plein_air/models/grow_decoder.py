"""Decoders that begin with the weights of another one, smaller or larger.

Begun at random, a decoder of 32 pixels a cell was worse after 1,000 steps than one that had grown out of the core decoder was
before its first. After Chen et al., "Net2Net" (ICLR 2016): what is new begins so that it changes nothing. Where the new one has
fewer channels, those are kept that later layers read most (Li et al., "Pruning Filters for Efficient ConvNets", ICLR 2017).
"""

from collections.abc import Iterable
from dataclasses import dataclass

import torch
import torch.nn as nn

from plein_air.models.decoder import Decoder
from plein_air.models.vqgan import Block, CoreDecoder, Shuffle

SPACE = 4  # channels of a shuffle's convolution that become one


@dataclass(frozen=True)
class Level:
    """What works at one resolution: the layer that opens it, and its blocks."""

    opening: nn.Conv2d | Shuffle
    blocks: list[Block]

    @property
    def convolution(self) -> nn.Conv2d:
        return self.opening.c if isinstance(self.opening, Shuffle) else self.opening

    @property
    def channels(self) -> int:
        return self.convolution.out_channels // (SPACE if isinstance(self.opening, Shuffle) else 1)


def levels_in(layers: Iterable[nn.Module]) -> list[Level]:
    levels = []
    for layer in layers:
        if isinstance(layer, Block):
            levels[-1].blocks.append(layer)
        elif isinstance(layer, nn.Conv2d | Shuffle):
            levels.append(Level(layer, []))
    return levels


def levels_of(decoder: CoreDecoder | Decoder) -> tuple[list[Level], nn.Conv2d, list[Level]]:
    """-> the levels up to 8 positions a cell, the convolution to RGB, and the levels of the detail, of which a core decoder has
    none"""
    if isinstance(decoder, Decoder):
        return levels_in(decoder.coarse), decoder.rgb, levels_in(decoder.detail)
    *levels, rgb = levels_in(decoder.net)
    return levels, rgb.convolution, []


@torch.no_grad()
def grow(new: CoreDecoder | Decoder, old: CoreDecoder | Decoder) -> None:
    """Gives `new`, which has its first weights already (stage1.initialize), what it can take of `old`.

    If `new` has at least the channels and blocks of `old`, and its kernels, it gives the same pictures, a detail of the first
    weights aside: new blocks begin as identities, and nothing is read yet from new channels.
    """
    levels, rgb, detail = levels_of(new)
    old_levels, old_rgb, old_detail = levels_of(old)
    read = None  # which channels of the old one those are that the layer reads; None: the codebook's
    for n, (level, before) in enumerate(zip(levels, old_levels, strict=True)):
        readers = (
            [old_levels[n + 1].convolution] if n + 1 < len(levels) else [old_rgb, *(one.convolution for one in old_detail[:1])]
        )
        read = grow_level(level, before, read, readers)
    overlay(rgb, old_rgb, range(rgb.out_channels), read)
    for n, (level, before) in enumerate(zip(detail, old_detail, strict=False)):  # its last opens nothing: it is the way to RGB
        last = n + 1 == len(detail)
        read = grow_level(level, before, read, [] if last else [old_detail[n + 1].convolution])


def grow_level(level: Level, before: Level, read: list[int] | None, readers: list[nn.Conv2d]) -> list[int]:
    """readers: what reads the old level, besides its own blocks. -> the old channels that the new ones are, in their order"""
    readers = [*readers, *(block.a for block in before.blocks)]
    kept = most_read(readers, before.channels, level.channels) if readers else list(range(before.channels))
    space = SPACE if isinstance(level.opening, Shuffle) else 1
    rows = [SPACE * channel + place for channel in kept for place in range(SPACE)] if space > 1 else kept
    overlay(level.convolution, before.convolution, rows, read)
    for n, block in enumerate(level.blocks):
        if n < len(before.blocks):
            inner = most_read([before.blocks[n].b], before.channels, level.channels)
            overlay(block.a, before.blocks[n].a, inner, kept)
            overlay(block.b, before.blocks[n].b, kept, inner)
        else:
            nn.init.zeros_(block.b.weight)
            nn.init.zeros_(block.b.bias)
    return kept


def most_read(readers: list[nn.Conv2d], channels: int, wanted: int) -> list[int]:
    """Which of so many channels have the largest weights in what reads them; in their own order."""
    if wanted >= channels:
        return list(range(channels))
    sizes = sum(reader.weight.square().sum((0, 2, 3)) for reader in readers)
    return sorted(sizes.topk(wanted).indices.tolist())


def overlay(new: nn.Conv2d, old: nn.Conv2d, rows: Iterable[int], columns: Iterable[int] | None) -> None:
    """Puts rows (output channels) and columns (input channels; None: all) of the old weights into the first of the new ones. These
    rows read nothing of further columns. A 3 x 3 kernel becomes a 1 x 1 one by its sum: in places that are alike it gives the same.
    """
    rows = list(rows)
    weight = old.weight[rows]
    weight = weight if columns is None else weight[:, list(columns)]
    if new.kernel_size != old.kernel_size:
        summed = weight.sum((2, 3), keepdim=True)
        side = new.kernel_size[0]
        weight = summed if side == 1 else nn.functional.pad(summed, [side // 2] * 4)
    count, inputs = weight.shape[:2]
    new.weight[:count].zero_()
    new.weight[:count, :inputs] = weight
    new.bias[:count] = old.bias[rows]
