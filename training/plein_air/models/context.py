"""The context network: layout, known tokens, mood, guidance and zoom -> one feature vector a position.

Convolutional, it sees all around.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F

from plein_air.models.vqgan import SLOPE, Block

CLASSES = 12  # class ids 0 .. 11 of a layout; 0, unknown, exists only in training data
ANY = 12  # and the one more: the model decides
SUB_CELLS = 4  # sub-cells of a layout along one side of a cell
LATTICE_MULTIPLE = 4  # the network halves the lattice twice
CLASS_DIMENSION = 16
STRENGTH_WIDTH = 64  # hidden numbers of what the strength of guidance goes through


class Context(nn.Module):
    """A small U-Net over the lattice, two levels deep. Names of attributes are those of the checkpoints' tensors."""

    def __init__(self, channels: int, stem: int, outputs: int, codes: int, moods: int, distilled: bool = False, zooms: int = 0):
        """distilled: whether it takes the strength of guidance. zooms: how many it tells apart, beside 0, any; 0: it takes none."""
        super().__init__()
        self.codes = codes
        self.cls = nn.Embedding(CLASSES + 1, CLASS_DIMENSION)
        self.mood = nn.Embedding(moods, channels)
        self.strength = (
            nn.Sequential(nn.Linear(1, STRENGTH_WIDTH), nn.SiLU(), nn.Linear(STRENGTH_WIDTH, channels)) if distilled else None
        )
        self.zoom = nn.Embedding(zooms + 1, channels) if zooms else None
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

    def forward(
        self,
        layout: torch.Tensor,
        known: torch.Tensor,
        mood: torch.Tensor,
        guidance: torch.Tensor | None = None,
        zoom: torch.Tensor | None = None,
    ) -> torch.Tensor:
        """layout [N, 4H, 4W] class ids, known [N, H, W] tokens or -1, mood [N], 0 any, guidance [N], 1 or more, zoom [N], 0 any
        -> features [N, H*W, outputs].

        H and W are multiples of 4. Guidance that is left out is 1, a zoom 0; a network that takes none takes no notice of it.
        """
        classes = self.cls(layout).permute(0, 3, 1, 2)  # [N, CLASS_DIMENSION, 4H, 4W]
        tokens = torch.where(known < 0, self.codes, known)
        x = self.d2(F.leaky_relu(self.d1(classes), SLOPE))  # [N, channels, H, W]
        x = x + self.tok(tokens).permute(0, 3, 1, 2) + self.everywhere(mood, guidance, zoom)[:, :, None, None]
        whole = self.r0(x)
        half = self.r1(self.down1(whole))
        quarter = self.r2(self.down2(half))
        half = half + self.u1(F.interpolate(quarter, scale_factor=2, mode="nearest"))
        whole = whole + self.u0(F.interpolate(half, scale_factor=2, mode="nearest"))
        return self.out(whole).flatten(2).transpose(1, 2)

    def everywhere(self, mood: torch.Tensor, guidance: torch.Tensor | None, zoom: torch.Tensor | None) -> torch.Tensor:
        """What is added at every position: [N, channels]."""
        added = self.mood(mood)
        if self.strength is not None:
            strength = torch.ones_like(mood, dtype=added.dtype) if guidance is None else guidance
            added = added + self.strength(strength.log()[:, None])
        if self.zoom is not None:
            added = added + self.zoom(torch.zeros_like(mood) if zoom is None else zoom)
        return added
