"""The two steps of adversarial training. Each changes the weights of one side alone."""

from collections.abc import Iterator
from contextlib import contextmanager

import torch
import torch.nn as nn

from plein_air.pretrained.squeezenet import SqueezeNet
from plein_air.stage1.losses import adversarial, feature_distances, hinge, l1

LARGEST_GRADIENT = 1.0  # norm over all weights; the adversarial loss now and then has larger ones


@contextmanager
def frozen(module: nn.Module) -> Iterator[None]:
    """Gradients pass through the module to its input, but none is computed for its weights."""
    module.requires_grad_(False)
    try:
        yield
    finally:
        module.requires_grad_(True)


def generator_step(
    generator: nn.Module,
    optimizer: torch.optim.Optimizer,
    discriminator: nn.Module,
    features: SqueezeNet,
    pictures: torch.Tensor,
    photographs: torch.Tensor,
    commitment: torch.Tensor,
    feature_weight: float,
    adversarial_weight: float,
) -> dict[str, torch.Tensor]:
    """pictures [N, 3, h, w]: what the generator made, with its gradient. discriminator: not wrapped for several workers, since
    nothing of it is to be averaged here. commitment: of the quantizer. -> losses by name"""
    near = l1(pictures, photographs)
    alike = feature_distances(features, pictures, photographs).mean()
    loss = near + feature_weight * alike + commitment
    losses = {"l1": near, "features": alike, "commitment": commitment}
    with frozen(discriminator):
        if adversarial_weight:
            losses["adversarial"] = adversarial(discriminator(pictures))
            loss = loss + adversarial_weight * losses["adversarial"]
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
    nn.utils.clip_grad_norm_(generator.parameters(), LARGEST_GRADIENT)
    optimizer.step()
    return losses


def discriminator_step(
    discriminator: nn.Module, optimizer: torch.optim.Optimizer, pictures: torch.Tensor, photographs: torch.Tensor
) -> dict[str, torch.Tensor]:
    """The pictures are detached: nothing of this reaches the generator. One pass for both: workers exchange gradients once."""
    of_photographs, of_pictures = discriminator(torch.cat([photographs, pictures.detach()])).chunk(2)
    loss = hinge(of_photographs, of_pictures)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    optimizer.step()
    return {"discriminator": loss}
