"""The context network: layout, known tokens and mood -> one feature vector a position. Convolutional, it sees all around."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.vqgan import SLOPE, Block

CLASSES = 12  # class ids 0 .. 11 of a layout; 0, unknown, exists only in training data
ANY = 12  # and the one more: the model decides
SUB_CELLS = 4  # sub-cells of a layout along one side of a cell
LATTICE_MULTIPLE = 4  # the network halves the lattice twice
CLASS_DIMENSION = 16


class Context(nn.Module):
    """A small U-Net over the lattice, two levels deep. Names of attributes are those of the checkpoints' tensors."""

    def __init__(self, channels: int, stem: int, outputs: int, codes: int, moods: int):
        super().__init__()
        self.codes = codes
        self.cls = nn.Embedding(CLASSES + 1, CLASS_DIMENSION)
        self.mood = nn.Embedding(moods, channels)
        self.d1 = nn.Conv2d(CLASS_DIMENSION, stem, 3, stride=2, padding=1)
        self.d2 = nn.Conv2d(stem, channels, 3, stride=2, padding=1)
        self.tok = nn.Embedding(codes + 1, channels)  # the last row: not known
        self.r0 = nn.Sequential(Block(channels), Block(channels))
        self.down1 = nn.Conv2d(channels, channels, 3, stride=2, padding=1)
        self.r1 = nn.Sequential(Block(channels), Block(channels))
        self.down2 = nn.Conv2d(channels, channels, 3, stride=2, padding=1)
        self.r2 = nn.Sequential(Block(channels), Block(channels))
        self.u1 = nn.Conv2d(channels, channels, 1)
        self.u0 = nn.Conv2d(channels, channels, 1)
        self.out = nn.Sequential(Block(channels), nn.Conv2d(channels, outputs, 1))

    def forward(self, layout: torch.Tensor, known: torch.Tensor, mood: torch.Tensor) -> torch.Tensor:
        """layout [N, 4H, 4W] class ids, known [N, H, W] tokens or -1, mood [N], 0 any -> features [N, H*W, outputs].

        H and W are multiples of 4.
        """
        classes = self.cls(layout).permute(0, 3, 1, 2)  # [N, CLASS_DIMENSION, 4H, 4W]
        tokens = torch.where(known < 0, self.codes, known)
        x = self.d2(F.leaky_relu(self.d1(classes), SLOPE))  # [N, channels, H, W]
        x = x + self.tok(tokens).permute(0, 3, 1, 2) + self.mood(mood)[:, :, None, None]
        whole = self.r0(x)
        half = self.r1(self.down1(whole))
        quarter = self.r2(self.down2(half))
        half = half + self.u1(F.interpolate(quarter, scale_factor=2, mode="nearest"))
        whole = whole + self.u0(F.interpolate(half, scale_factor=2, mode="nearest"))
        return self.out(whole).flatten(2).transpose(1, 2)
