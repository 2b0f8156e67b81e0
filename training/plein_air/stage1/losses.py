"""What stage 1 is trained to do. The loss of Esser, Rombach and Ommer, "Taming Transformers" (2021): near in pixels, near in
features, near to the codes, and after a while not to be told from photographs."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F

from plein_air.pretrained.squeezenet import SqueezeNet


def l1(pictures: torch.Tensor, photographs: torch.Tensor) -> torch.Tensor:
    """Mean absolute difference of RGB: keeps colour and place. Alone it makes pictures blurred."""
    return (pictures - photographs).abs().mean()


def feature_distances(network: SqueezeNet, pictures: torch.Tensor, photographs: torch.Tensor) -> torch.Tensor:
    """How different pictures look: [N], RGB [N, 3, h, w] in [-1, 1], 0 for equal ones.

    The sum, over five layers, of the mean over places of the squared distance between features of unit length. After Zhang et al.,
    "The Unreasonable Effectiveness of Deep Features as a Perceptual Metric" (2018), without the weights of channels that were
    learned there. No gradient reaches the photographs.
    """
    with torch.no_grad():
        expected = network(photographs)
    return level_distances(network(pictures), expected)


def level_distances(one: Sequence[torch.Tensor], other: Sequence[torch.Tensor]) -> torch.Tensor:
    """The same of features that are there already."""
    return sum((unit(a) - unit(b)).square().sum(1).mean((1, 2)) for a, b in zip(one, other, strict=True))


def unit(features: torch.Tensor) -> torch.Tensor:
    return features * torch.rsqrt(features.square().sum(1, keepdim=True) + 1e-8)


def hinge(of_photographs: torch.Tensor, of_pictures: torch.Tensor) -> torch.Tensor:
    """The discriminator's loss (Lim and Ye, "Geometric GAN", 2017): 0 once photographs are above 1 and pictures below -1, so that a
    patch that is already told apart does not pull any further."""
    return F.relu(1 - of_photographs).mean() + F.relu(1 + of_pictures).mean()


def adversarial(of_pictures: torch.Tensor) -> torch.Tensor:
    """The generator's part: the discriminator shall take its pictures for photographs."""
    return -of_pictures.mean()


def ramp(step: int, start: int, length: int) -> float:
    """The weight of the adversarial loss, 0 .. 1: nothing before `start`, since at first everything is told apart by its blur; then
    rising linearly over `length` steps, since a full weight at once destroys what was learned."""
    return min(1.0, max(0.0, (step - start) / length))
