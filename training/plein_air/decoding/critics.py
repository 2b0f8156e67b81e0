"""Two critics, which learn to tell painted pictures from real ones: one sees pixels, one the features of a trained network."""

import torch
import torch.nn as nn
from torch.nn.utils.parametrizations import spectral_norm

from plein_air.decoding.losses import Levels
from plein_air.models.vqgan import SLOPE
from plein_air.stage1.discriminator import Discriminator
from plein_air.stage1.losses import hinge
from plein_air.training.workers import Workers

LEVEL_CHANNELS = (128, 256, 384, 512)  # of SqueezeNet's levels after the first, which the PatchGAN sees well enough
# Of the squared gradient of the PatchGAN at real pictures (R1; Mescheder et al., "Which Training Methods for GANs do actually
# Converge?", 2018), of each picture's mean over patches. 2e4 kept it from learning anything in 400 steps.
PENALTY, PENALIZED_EVERY = 2e2, 16


class ProjectedCritic(nn.Module):
    """SqueezeNet's levels -> how real each position of each looks.

    Sauer et al., "Projected GANs Converge Faster" (NeurIPS 2021): a critic on features that mean something learns from few
    pictures. The levels are those that the feature distance has computed anyway.
    """

    def __init__(self, width: int = 64):
        super().__init__()
        self.heads = nn.ModuleList(
            nn.Sequential(
                spectral_norm(nn.Conv2d(channels, width, 1)),
                nn.LeakyReLU(SLOPE),
                spectral_norm(nn.Conv2d(width, width, 3, padding=1)),
                nn.LeakyReLU(SLOPE),
                spectral_norm(nn.Conv2d(width, 1, 3, padding=1)),
            )
            for channels in LEVEL_CHANNELS
        )
        self.register_buffer("scales", torch.ones(len(LEVEL_CHANNELS)))

    @torch.no_grad()
    def fit_scales(self, levels: Levels, workers: Workers) -> None:
        """So that each head reads numbers of about the same size. levels: of real pictures, this worker's."""
        moments = torch.stack([torch.stack([level.mean(), level.square().mean()]) for level in levels[1:]])
        mean, square = workers.mean(moments).unbind(1)
        self.scales.copy_((square - mean.square()).rsqrt())

    def forward(self, levels: Levels) -> list[torch.Tensor]:
        return [head(level * scale) for head, level, scale in zip(self.heads, levels[1:], self.scales, strict=True)]


class Critics(nn.Module):
    def __init__(self):
        super().__init__()
        self.patches, self.projected = Discriminator(), ProjectedCritic()

    def liking(self, pictures: torch.Tensor, levels: Levels) -> torch.Tensor:
        """How real both find the pictures, whose levels these are: what a decoder wants to raise."""
        return self.patches(pictures).mean() + torch.stack([part.mean() for part in self.projected(levels)]).mean()

    def losses(
        self, real: torch.Tensor, real_levels: Levels, pictures: torch.Tensor, levels: Levels, penalized: bool
    ) -> dict[str, torch.Tensor]:
        """By name; their sum is to be lowered. No gradient reaches the pictures."""
        real = real.detach().requires_grad_(penalized)
        of_real, of_pictures = self.patches(real), self.patches(pictures.detach())
        pairs = zip(
            self.projected([level.detach() for level in real_levels]),
            self.projected([level.detach() for level in levels]),
            strict=True,
        )
        found = {"patches": hinge(of_real, of_pictures), "projected": torch.stack([hinge(*pair) for pair in pairs]).mean()}
        if penalized:
            (gradient,) = torch.autograd.grad(of_real.mean((1, 2, 3)).sum(), real, create_graph=True)
            found["penalty"] = PENALTY * gradient.square().sum((1, 2, 3)).mean()
        return found
