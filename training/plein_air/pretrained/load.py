"""Reads the weights of `weights/` into a network that is then frozen."""

from pathlib import Path
from typing import TypeVar

import torch.nn as nn

from plein_air.models.checkpoints import read_tensors

WEIGHTS = Path(__file__).parent / "weights"

Network = TypeVar("Network", bound=nn.Module)


def pretrained(network: Network, name: str) -> Network:
    """The network with the weights of that file, in evaluation mode, without gradients of its own. Strict."""
    network.load_state_dict(read_tensors(WEIGHTS / f"{name}.safetensors"))
    return network.eval().requires_grad_(False)
